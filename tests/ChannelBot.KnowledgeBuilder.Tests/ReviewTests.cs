using System.Text;
using ChannelBot.Core;
using ChannelBot.Core.Knowledge;
using ChannelBot.KnowledgeBuilder.Review;

namespace ChannelBot.KnowledgeBuilder.Tests;

/// <summary>What an educator is shown of an article, and what corrections become.</summary>
public sealed class ReviewTests
{
    private const string Text =
        """
        Harbour master Tomas Reyes has warned that the old bridge in Norhaven may close.
        The bridge carries 12,480 vehicles a day. Reyes said: “Nobody has asked the farmers.”
        Engineer Ada Lindqvist disagreed. On Monday 12,480 letters came to the council.
        “We cannot wait,” read a banner.
        """;

    private static readonly KnowledgeFile s_knowledge = Build(null);

    [Fact]
    public void What_is_doubtful_stands_first_and_says_why()
    {
        var review = ArticleReview.Of(s_knowledge);
        Assert.All(review.Entities.SkipWhile(found => found.Doubt is not null), found => Assert.Null(found.Doubt));
        var nobodys = Assert.Single(review.Quotes, found => found.Item.Speaker is null);
        Assert.Equal("Who says this was not found.", nobodys.Doubt);
    }

    [Fact]
    public void A_name_is_corrected_with_its_other_forms_and_stays_corrected_when_something_else_is()
    {
        var found = s_knowledge.Entities.Single(entity => entity.Name == "Tomas Reyes");
        var once = Build(CurationYaml.Of(s_knowledge, new Correction("the bridge story", [new EntityCorrection(found.Id, EntityKind.Person, "Tomás Reyes", "master of the harbour", ["Reyes"])], [])));
        var corrected = once.Entities.Single(Correction.IsCorrected);
        Assert.Equal(("Tomás Reyes", "master of the harbour", "the bridge story"), (corrected.Name, corrected.Role, once.Article.Title));
        Assert.Contains("Tomas Reyes", corrected.Aliases);
        Assert.InRange(corrected.Mentions.Count, 2, 3);

        var figure = once.Figures.First(one => one.Text.Contains("12,480", StringComparison.Ordinal));
        var twice = Build(CurationYaml.Of(once, new Correction(null, [], [new FigureCorrection(figure.Id, "vehicles on the bridge a day", "vehicles")])));
        Assert.Equal("Tomás Reyes", twice.Entities.Single(Correction.IsCorrected).Name);
        Assert.Equal("vehicles on the bridge a day", twice.Figures.Single(Correction.IsCorrected).Name);
        Assert.Equal(figure.Quantity.Value, twice.Figures.Single(Correction.IsCorrected).Quantity.Value);
        Assert.Equal(figure.Start, twice.Figures.Single(Correction.IsCorrected).Start);
    }

    [Fact]
    public void Every_figure_and_name_of_an_article_can_be_corrected()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../questions/articles"))))
        {
            var article = File.ReadAllBytes(Path.Combine(folder, "article.txt"));
            var knowledge = KnowledgeCompiler.Build(article);
            var correction = new Correction(
                "the story",
                [.. knowledge.Entities.Select(entity => new EntityCorrection(entity.Id, entity.Kind, entity.Name, "somebody: or \"something\"", entity.Aliases))],
                [.. knowledge.Figures.Where(figure => figure.Quantity.Unit.Dimension is Core.Quantities.Dimension.Count).Select((figure, i) => new FigureCorrection(figure.Id, $"thing {i}", null))]);
            var corrected = KnowledgeCompiler.Build(article, CurationYaml.Of(knowledge, correction));
            Assert.Equal(correction.Figures.Count, corrected.Figures.Count(Correction.IsCorrected));
            Assert.Equal(correction.Entities.Count, corrected.Entities.Count(Correction.IsCorrected));
        }
    }

    [Theory]
    [InlineData("e:nobody", "x", "'e:nobody' is no name that was found in this article.")]
    [InlineData(null, " ", "“Tomas Reyes” needs a name.")]
    public void A_correction_of_nothing_or_to_nothing_is_refused(string? id, string name, string message)
    {
        id ??= s_knowledge.Entities.Single(entity => entity.Name == "Tomas Reyes").Id;
        var wrong = Assert.Throws<BadInputException>(() => CurationYaml.Of(s_knowledge, new Correction(null, [new EntityCorrection(id, EntityKind.Person, name, null, [])], [])));
        Assert.Equal(message, wrong.Message);
    }

    private static KnowledgeFile Build(string? curation) => KnowledgeCompiler.Build(Encoding.UTF8.GetBytes(Text), curation);
}

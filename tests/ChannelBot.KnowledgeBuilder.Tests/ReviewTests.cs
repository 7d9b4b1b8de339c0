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
    public void A_speaker_is_corrected_and_stays_so_under_whatever_id_the_name_has_then()
    {
        var (quote, engineer) = (s_knowledge.Quotes[0], s_knowledge.Entities.Single(entity => entity.Name == "Ada Lindqvist"));
        var curation = CurationYaml.Of(s_knowledge, new Correction(null, [], []) { Quotes = [new QuoteCorrection(quote.Id, engineer.Id)] });
        var once = Build(curation);
        Assert.Equal(engineer.Id, once.Quotes[0].Speaker);
        Assert.Equal((true, null), ArticleReview.Of(once, curation).Quotes.Single(found => found.Item.Id == quote.Id) is var shown ? (shown.IsCorrected, shown.Doubt) : default);

        curation = CurationYaml.Of(once, new Correction(null, [new EntityCorrection(engineer.Id, EntityKind.Person, "Ada Maria Lindqvist", null, [])], []), curation);
        var twice = Build(curation);
        Assert.Equal("Ada Maria Lindqvist", twice.Entities.Single(entity => entity.Id == twice.Quotes[0].Speaker).Name);
        var none = Build(CurationYaml.Of(twice, new Correction(null, [], []) { Quotes = [new QuoteCorrection(quote.Id, null)] }, curation));
        Assert.Null(none.Quotes[0].Speaker);
    }

    [Fact]
    public void A_wrong_name_and_a_wrong_figure_are_taken_out_and_put_back()
    {
        var (name, figure) = (s_knowledge.Entities.Single(entity => entity.Name == "Norhaven"), s_knowledge.Figures[0]);
        var once = CurationYaml.Of(s_knowledge, new Correction(null, [], []) { NotNames = [name.Id], NotFigures = [figure.Id] });
        var without = Build(once);
        Assert.DoesNotContain(without.Entities, entity => entity.Name == name.Name);
        Assert.Equal(s_knowledge.Figures.Count - 1, without.Figures.Count);
        Assert.DoesNotContain(without.Figures, other => other.Start == figure.Start);
        var out1 = ArticleReview.Of(without, once).TakenOut;
        Assert.Equal(2, out1.Count);

        // What was corrected can be taken out too, and what was taken out stays so when something else is corrected.
        var reyes = without.Entities.Single(entity => entity.Name == "Tomas Reyes");
        var twice = CurationYaml.Of(without, new Correction(null, [new EntityCorrection(reyes.Id, EntityKind.Person, "Tom Reyes", null, [])], []), once);
        var corrected = Build(twice);
        var thrice = CurationYaml.Of(corrected, new Correction(null, [], []) { NotNames = [corrected.Entities.Single(Correction.IsCorrected).Id], PutBack = [out1[0]] }, twice);
        var last = Build(thrice);
        Assert.Contains(last.Entities, entity => entity.Name == name.Name);
        Assert.DoesNotContain(last.Entities, entity => entity.Name.EndsWith("Reyes", StringComparison.Ordinal));
        Assert.Equal(s_knowledge.Figures.Count - 1, last.Figures.Count);
    }

    [Theory]
    [InlineData("Ann Lee came. “I agree,” she said.", "The article has “she said”, which was taken for “Ann Lee”.", "quote")]
    [InlineData("Ann Lee said: “We know.” “And we go on with all of this,” the crowd heard.", "Nothing beside it says who speaks: it was taken for “Ann Lee”, who spoke before.", "quote")]
    [InlineData("The engineer Ada Lindqvist came. Later the engineer Ada Lindquist left.", "It may be the same as “Ada Lindquist”.", "Lindqvist")]
    [InlineData("Calder Athletic won the cup on Saturday.", "It is named once only, at the beginning of a sentence, and may be no name.", "Calder Athletic")]
    [InlineData("A ship came to Calder Athletic on Saturday.", "It is named once only: is it what it was taken for?", "Calder Athletic")]
    [InlineData("Crime rose by 18 percent.", "It is a rise, and no figure was found that it is a change of.", "18")]
    [InlineData("There were 12 cats. There were 15 cats.", "Another figure here is called the same, so that a question cannot tell them apart.", "12")]
    public void What_was_guessed_is_doubtful(string text, string doubt, string of)
    {
        var review = ArticleReview.Of(KnowledgeCompiler.Build(Encoding.UTF8.GetBytes(text)));
        var doubts = review.Entities.Select(found => (found.Item.Name, found.Doubt)).Concat(review.Figures.Select(found => (Name: found.Item.Text, found.Doubt))).Concat(review.Quotes.Select(found => (Name: "quote", found.Doubt)));
        Assert.Contains(doubts, found => found.Name.Contains(of, StringComparison.Ordinal) && found.Doubt?.StartsWith(doubt, StringComparison.Ordinal) is true);
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

            var nothing = new Correction(null, [], []) { NotNames = [.. knowledge.Entities.Select(entity => entity.Id)], NotFigures = [.. knowledge.Figures.Select(figure => figure.Id)] };
            var bare = KnowledgeCompiler.Build(article, CurationYaml.Of(knowledge, nothing));
            Assert.Empty(bare.Entities);
            Assert.Empty(bare.Figures);
            var spoken = new Correction(null, [], []) { Quotes = [.. knowledge.Quotes.Select(quote => new QuoteCorrection(quote.Id, knowledge.Entities[0].Id))] };
            Assert.All(KnowledgeCompiler.Build(article, CurationYaml.Of(knowledge, spoken)).Quotes, quote => Assert.Equal(knowledge.Entities[0].Id, quote.Speaker));
        }
    }

    [Fact]
    public void A_quotation_that_is_none_and_a_speaker_who_is_none_are_refused()
    {
        string Refused(Correction correction) => Assert.Throws<BadInputException>(() => CurationYaml.Of(s_knowledge, correction)).Message;
        var (quote, reyes) = (s_knowledge.Quotes[0].Id, s_knowledge.Entities.Single(entity => entity.Name == "Tomas Reyes").Id);
        Assert.Equal("'q99' is no quotation that was found in this article.", Refused(new Correction(null, [], []) { Quotes = [new QuoteCorrection("q99", null)] }));
        Assert.Equal("'e:x' is no name that was found in this article.", Refused(new Correction(null, [], []) { Quotes = [new QuoteCorrection(quote, "e:x")] }));
        Assert.Equal("'f9' is no figure that was found in this article.", Refused(new Correction(null, [], []) { NotFigures = ["f9"] }));
        Assert.StartsWith("“Tomas Reyes” is taken out as no name, and is to speak the words", Refused(new Correction(null, [], []) { NotNames = [reyes], Quotes = [new QuoteCorrection(quote, reyes)] }), StringComparison.Ordinal);
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

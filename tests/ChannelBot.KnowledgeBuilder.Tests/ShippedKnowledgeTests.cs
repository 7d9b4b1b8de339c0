using ChannelBot.Core.Knowledge;

namespace ChannelBot.KnowledgeBuilder.Tests;

/// <summary>The knowledge files in the repository are what their articles and curations give.</summary>
public sealed class ShippedKnowledgeTests
{
    public static TheoryData<string> Stories =>
        [.. Directory.EnumerateDirectories(Repository.At("knowledge")).Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task A_built_file_agrees_with_its_article_and_curation(string story)
    {
        var curation = Repository.At("knowledge", story, "curation.yaml");
        var built = await KnowledgeCompiler.BuildAsync(
            Repository.At("knowledge", story, "article.txt"), File.Exists(curation) ? curation : null, TestContext.Current.CancellationToken);
        Assert.Null(await KnowledgeCompiler.CheckAsync(built, Repository.At("knowledge", story, "knowledge.json"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_Channel_story_is_read_with_its_facts()
    {
        var knowledge = KnowledgeReader.Read(Repository.At("knowledge", "channel-crossings", "knowledge.json"));
        Assert.Equal(14, knowledge.Article.Paragraphs.Count);
        Assert.InRange(knowledge.Facts.Count, 35, 100);
        Assert.Equal(["f:arrivals-this-year"], knowledge.Figures.Where(figure => figure.Id == "f:arrivals-since-election").Select(figure => figure.PartOf));
        Assert.All(knowledge.Quotes, quote => Assert.NotNull(quote.Speaker));
    }
}

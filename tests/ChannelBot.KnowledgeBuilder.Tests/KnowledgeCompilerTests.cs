using System.Text;
using ChannelBot.Core;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.KnowledgeBuilder.Tests;

public sealed class KnowledgeCompilerTests
{
    private const string Text = "The bridge opened on Monday.\n\nIt cost £2m.\n";

    [Theory]
    [InlineData(new byte[0], "is empty")]
    [InlineData(new byte[] { 0x20, 0x0A, 0x0D, 0x0A }, "is empty")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF }, "is empty")]
    [InlineData(new byte[] { 0x41, 0x42, 0xE9, 0x20 }, "not UTF-8: byte E9 at offset 2")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x41, 0xFF }, "not UTF-8: byte FF at offset 4")]
    [InlineData(new byte[] { 0x41, 0x00, 0x42 }, "zero byte at offset 1")]
    public void Build_of_bytes_that_are_no_article_says_why(byte[] article, string message)
    {
        var exception = Assert.Throws<BadInputException>(() => KnowledgeCompiler.Build(article, articleName: "story.txt"));
        Assert.Equal("article", exception.Field);
        Assert.Contains("'story.txt'", exception.Message, StringComparison.Ordinal);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Build_takes_lines_with_text_as_paragraphs(string newLine)
    {
        var knowledge = Build(Text.Replace("\n", newLine, StringComparison.Ordinal));
        Assert.Equal(["The bridge opened on Monday.", "It cost £2m."], knowledge.Article.Paragraphs.Select(p => knowledge.Article.Text[p.Start..p.End]));
    }

    [Fact]
    public void Build_leaves_a_byte_order_mark_out_of_the_text_but_not_of_the_hash()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)];
        var knowledge = KnowledgeCompiler.Build(bytes);
        Assert.Equal(Text, knowledge.Article.Text);
        Assert.NotEqual(Build(Text).Article.Sha256, knowledge.Article.Sha256);
        KnowledgeReader.Parse(KnowledgeWriter.Serialize(knowledge), "story.json");
    }

    [Fact]
    public async Task Write_puts_the_file_in_place_and_leaves_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("story.json");
        await File.WriteAllTextAsync(path, "old", TestContext.Current.CancellationToken);
        await KnowledgeCompiler.WriteAsync(Build(Text), path, TestContext.Current.CancellationToken);
        Assert.Equal(["story.json"], folder.Files);
        Assert.Equal(Text, KnowledgeReader.Read(path).Article.Text);
    }

    [Fact]
    public async Task Write_to_a_place_that_cannot_be_written_says_so()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.At("file"), "", TestContext.Current.CancellationToken);
        var exception = await Assert.ThrowsAsync<BadInputException>(
            () => KnowledgeCompiler.WriteAsync(Build(Text), folder.At("file/story.json"), TestContext.Current.CancellationToken));
        Assert.Equal("out", exception.Field);
    }

    [Fact]
    public async Task Check_is_silent_about_the_same_bytes_and_shows_the_first_difference()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("story.json");
        await KnowledgeCompiler.WriteAsync(Build(Text), path, TestContext.Current.CancellationToken);
        Assert.Null(await KnowledgeCompiler.CheckAsync(Build(Text), path, TestContext.Current.CancellationToken));
        var difference = await KnowledgeCompiler.CheckAsync(Build(Text.Replace("Monday", "Friday", StringComparison.Ordinal)), path, TestContext.Current.CancellationToken);
        Assert.Contains("line 3", difference, StringComparison.Ordinal);
    }

    private static KnowledgeFile Build(string text) => KnowledgeCompiler.Build(Encoding.UTF8.GetBytes(text));
}

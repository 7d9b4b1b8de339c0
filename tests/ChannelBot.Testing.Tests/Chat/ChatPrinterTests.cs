using System.Text.Json.Nodes;
using ChannelBot.Testing.Chat;
using ChannelBot.Testing.Scripts;
using ChannelBot.Testing.Tests.Transcripts;
using ChannelBot.Testing.Transcripts;
using CsCheck;

namespace ChannelBot.Testing.Tests.Chat;

public sealed class ChatPrinterTests
{
    private const string Conversation =
        """
        [{"type":"conversationUpdate","id":"0","channelId":"msteams","conversation":{"id":"19:x"},"from":{"id":"29:a","name":"Ann"},"recipient":{"id":"28:d","name":"Desk"},"membersAdded":[{"id":"29:a"}]},
        {"type":"message","id":"1","timestamp":"2026-01-31T12:00:00Z","channelId":"msteams","conversation":{"id":"19:x"},"text":"How many\nletters?","from":{"id":"29:a","name":"Ann"},"recipient":{"id":"28:d","name":"Desk"}},
        {"type":"typing","channelId":"msteams","conversation":{"id":"19:x"},"from":{"id":"28:d","name":"Desk"},"recipient":{"id":"29:a","name":"Ann"},"replyToId":"1"},
        {"type":"message","channelId":"msteams","conversation":{"id":"19:x"},"text":"12,400 [1]","from":{"id":"28:d","name":"Desk"},"recipient":{"id":"29:a","name":"Ann"},"replyToId":"1","locale":"en-GB",
         "attachments":[{"contentType":"image/png","contentUrl":"https://post.example/a.png"}],"suggestedActions":{"actions":[{"title":"Yes","type":"imBack","value":"Yes"},{"title":"No","type":"imBack","value":"No"}]}},
        {"type":"message","id":"2","channelId":"msteams","conversation":{"id":"19:x"},"text":"bot: is a word\n> as others","from":{"id":"29:a","name":"Ann"},"recipient":{"id":"28:d","name":"Desk"}}]
        """;

    [Fact]
    public void Any_activities_are_read_as_they_were_printed() => AnyJson.Activity.Array[0, 6].Sample(activities =>
    {
        var text = Print(activities);
        var read = Read(text);
        Assert.True(read.Count == activities.Length, text);
        Assert.All(activities, (activity, i) => Assert.True(JsonNode.DeepEquals(activity, read[i]), $"{activity}\nis in\n{text}\nread as\n{read[i]}"));
    });

    [Fact]
    public void Any_conversation_between_people_and_a_bot_is_read_as_it_was_printed() => Gen.Select(AnyJson.Activity, AnyJson.Any(0, 1, 2, 3)).Array[0, 8].Sample(said =>
    {
        var (ann, ben, desk) = ("""{"id":"29:a","name":"Ann","role":"user"}""", """{"id":"29:b","name":"Ben (away)"}""", """{"id":"28:d","name":"Desk","role":"bot"}""");
        var activities = said.Select(item =>
        {
            var activity = (JsonObject)item.Item1.DeepClone();
            activity["from"] = JsonNode.Parse(item.Item2 switch { 0 => ann, 1 => ben, _ => desk });
            activity["recipient"] = JsonNode.Parse(item.Item2 switch { 2 => ben, 3 => ann, _ => desk });
            return activity;
        }).ToArray();
        var read = Read(Print(activities));
        Assert.Equal(activities.Length, read.Count);
        Assert.All(activities, (activity, i) => Assert.True(JsonNode.DeepEquals(activity, read[i])));
    });

    [Fact]
    public void Whatever_is_printed_is_a_script_or_says_why_it_is_none() => AnyJson.Activity.Array[0, 6].Sample(activities =>
    {
        try
        {
            Assert.NotNull(ChatScript.Read(Print(activities), "x.chat"));
        }
        catch (ScriptFormatException exception)
        {
            Assert.NotEmpty(exception.Errors);
        }
    });

    [Fact]
    public void What_the_format_has_words_for_is_said_in_them_and_the_rest_in_comments() => Assert.Equal(
        """
        user=Ann
        bot=Desk
        channelId=msteams
        > account Ann {"id":"29:a","name":"Ann"}
        > account Desk {"id":"28:d","name":"Desk"}
        > every {"conversation":{"id":"19:x"}}
        > with {"membersRemoved":null,"timestamp":null,"id":"0","membersAdded":[{"id":"29:a"}]}

        Ann: How many
        letters?
        > with {"id":"1","timestamp":"2026-01-31T12:00:00Z"}
        Desk: [Typing]
        > with {"id":null,"timestamp":null,"replyToId":"1"}
        Desk: 12,400 [1]
        [Attachment=https://post.example/a.png]
        [Suggestions=Yes|No]
        > with {"id":null,"timestamp":null,"replyToId":"1","locale":"en-GB"}

        > activity {"type":"message","id":"2","channelId":"msteams","conversation":{"id":"19:x"},"text":"bot: is a word\n> as others","from":{"id":"29:a","name":"Ann"},"recipient":{"id":"28:d","name":"Desk"}}

        """,
        ChatPrinter.Print(Document(Conversation)));

    [Fact]
    public void A_brief_file_leaves_out_what_differs_from_run_to_run() => Assert.Equal(
        """
        user=Ann
        bot=Desk
        channelId=msteams

        Ann: How many
        letters?
        Desk: 12,400 [1]
        [Attachment=https://post.example/a.png]
        [Suggestions=Yes|No]
        > with {"locale":"en-GB"}

        > activity {"type":"message","text":"bot: is a word\n> as others"}

        """,
        ChatPrinter.Print(Document(Conversation), new ChatPrinting { IsBrief = true }));

    [Theory]
    [InlineData("> account Zoe {\"id\":\"1\"}\nuser: hi", "x.chat:1:15: Nobody here is called 'Zoe'. Expected one of: user, bot.")]
    [InlineData("> with {\"type\":null}\n> with {\"id\":\"1\"}\nuser: hi", "x.chat:2:8: There is nothing above that these fields could be of. Expected them below a line that somebody says.")]
    public void A_comment_that_is_about_nobody_or_nothing_is_a_mistake(string text, string message) =>
        Assert.Equal(message, Assert.Throws<ScriptFormatException>(() => ChatReader.Read(ChatDocument.Parse(text, "x.chat"))).Message);

    [Fact]
    public void A_comment_in_words_is_no_account() => Assert.Equal(2, Read("> account of the day\n> accounts {}\nuser: hi").Count);

    [Fact]
    public void Every_file_of_the_corpus_is_the_same_conversation_after_two_conversions()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.At("tests", "ChannelBot.Testing.Tests", "Corpus"), "*.chat"))
        {
            var first = Document(ChatReader.Read(ChatDocument.Parse(ScriptFiles.ReadText(file), file)).Select(activity => activity.Json));
            var text = ChatPrinter.Print(first);
            var second = Document(Read(text));
            Assert.True(first.ToString().Length > 0 && first.Entries.Count == second.Entries.Count, text);
            Assert.All(first.Entries, (entry, i) => Assert.True(JsonNode.DeepEquals(entry.Json, second.Entries[i].Json), $"{entry.Json}\nis in\n{text}\nread as\n{second.Entries[i].Json}"));
        }
    }

    private static string Print(IEnumerable<JsonObject> activities) => ChatPrinter.Print(Document(activities));

    private static TranscriptDocument Document(IEnumerable<JsonObject> activities) => TranscriptDocument.Of(activities, "x.transcript");

    private static TranscriptDocument Document(string text) => TranscriptDocument.Parse(System.Text.Encoding.UTF8.GetBytes(text), "x.transcript");

    private static IReadOnlyList<JsonObject> Read(string text) => [.. ChatReader.Read(ChatDocument.Parse(text, "x.chat")).Select(activity => activity.Json)];
}

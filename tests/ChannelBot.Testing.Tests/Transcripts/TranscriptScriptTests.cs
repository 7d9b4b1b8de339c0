using System.Text;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Scripts;
using ChannelBot.Testing.Transcripts;

namespace ChannelBot.Testing.Tests.Transcripts;

public sealed class TranscriptScriptTests
{
    private const string Ann = """{"id":"29:a","name":"Ann","role":"user"}""";
    private const string Desk = """{"id":"28:d","name":"Desk","role":"bot"}""";

    [Fact]
    public void What_users_did_is_sent_and_what_the_bot_said_is_expected()
    {
        var script = Read(
            """
            [{"type":"conversationUpdate","id":"0","channelId":"msteams","from":ANN,"recipient":DESK,"membersAdded":[ANN]},
            {"type":"message","text":"Welcome","from":DESK,"recipient":ANN},
            {"type":"message","id":"1","timestamp":"2026-01-31T12:00:00Z","text":"How many?","from":ANN,"recipient":DESK,"conversation":{"id":"c","conversationType":"personal"}},
            {"type":"typing","from":DESK},
            {"type":"message","text":"12","from":DESK,"replyToId":"1"}]
            """);
        Assert.Equal(("Desk", "Ann", "msteams"), (script.Header.Bot, Assert.Single(script.Header.Users), script.Header.ChannelId));
        Assert.Equal(["conversationUpdate", "message"], script.Turns.Select(turn => turn.Activity.Type));
        Assert.Equal([["Welcome"], [null, "12"]], script.Turns.Select(turn => turn.Replies.Select(reply => reply.Activity.Text)));
        Assert.All(script.Turns, turn => Assert.True(turn.IsExact));
        var sent = script.Turns[1].Activity;
        Assert.Equal((null, null, "29:a", "personal"), (sent.Id, sent.Timestamp, sent.From!.Id, sent.Conversation!.ConversationType));
        Assert.Equal(("t.transcript", 3, 1), (script.Turns[1].Place.File, script.Turns[1].Place.Line, script.Turns[1].Place.Column));
    }

    [Fact]
    public void An_answer_belongs_to_what_it_answers_though_more_was_said_before_it() => Assert.Equal(
        [["one"], ["two"]],
        Read(
            """
            [{"type":"message","id":"1","from":ANN},{"type":"message","id":"2","from":ANN},
            {"type":"message","text":"one","replyToId":"1","from":DESK},{"type":"message","text":"two","replyToId":"2","from":DESK}]
            """).Turns.Select(turn => turn.Replies.Select(reply => reply.Activity.Text)));

    [Theory]
    [InlineData("""[{"type":"message","text":"hi","from":{"id":"a"},"recipient":{"id":"d"}},{"type":"message","text":"yes","from":{"id":"d"},"replyToId":"1"}]""")]
    [InlineData("""[{"type":"message","text":"hi","from":{"id":"a","role":"user"},"recipient":{"id":"d"}},{"type":"message","text":"yes","from":{"id":"d","role":"bot"}}]""")]
    [InlineData("""{"activities":[{"type":"message","text":"hi","from":{"id":"a"}},{"type":"message","text":"yes","from":{"id":"d"},"recipient":{"id":"a"},"replyToId":"1"},{"type":"message","text":"hi","from":{"id":"a"},"recipient":{"id":"d"}}]}""")]
    public void The_bot_is_known_by_its_role_or_by_being_written_to(string text)
    {
        var first = Read(text).Turns[0];
        Assert.Equal(("hi", "yes"), (first.Activity.Text, Assert.Single(first.Replies).Activity.Text));
    }

    [Fact]
    public void A_bot_that_speaks_first_speaks_to_somebodys_coming()
    {
        var turn = Assert.Single(Read("""[{"type":"message","text":"Welcome","from":DESK,"recipient":ANN}]""").Turns);
        Assert.Equal(ActivityTypes.ConversationUpdate, turn.Activity.Type);
        Assert.Equal(["Desk", "Ann"], turn.Activity.MembersAdded!.Select(member => member.Name));
    }

    [Fact]
    public void Where_nobody_tells_who_is_the_bot_that_is_said() => Assert.Equal(
        "t.transcript:1:2: Nothing tells who is the bot. Expected a 'recipient' with an id, or a 'from' or 'recipient' with \"role\": \"bot\".",
        Assert.Throws<ScriptFormatException>(() => Read("""[{"type":"message","text":"hi"}]""")).Message);

    [Fact]
    public void Changes_and_deletions_by_the_bot_are_made_in_their_place_and_those_by_users_are_sent()
    {
        var script = Read(
            """
            [{"type":"message","id":"1","text":"hi","from":ANN},
            {"type":"message","id":"2","text":"wrong","from":DESK},{"type":"message","id":"3","text":"too much","from":DESK},
            {"type":"messageUpdate","id":"2","text":"right","from":DESK},{"type":"messageDelete","id":"3","from":DESK},
            {"type":"messageUpdate","id":"1","text":"hello","from":ANN}]
            """);
        Assert.Equal(["message", "messageUpdate"], script.Turns.Select(turn => turn.Activity.Type));
        Assert.Equal([("message", "right")], script.Turns[0].Replies.Select(reply => (reply.Activity.Type, reply.Activity.Text!)));
    }

    [Fact]
    public void The_emulators_records_are_folded_too()
    {
        var script = Read(
            """
            [{"type":"activity add","activity":{"type":"message","id":"1","text":"hi","from":ANN}},
            {"type":"member join","activity":{"type":"conversationUpdate","membersAdded":[ANN]}},
            {"type":"activity add","activity":{"type":"message","id":"2","text":"wrong","from":DESK}},
            {"type":"activity update","activity":{"type":"message","id":"2","text":"right","from":DESK}}]
            """);
        Assert.Equal("hi", Assert.Single(script.Turns).Activity.Text);
        Assert.Equal(["right"], script.Turns[0].Replies.Select(reply => reply.Activity.Text));
    }

    private static Script Read(string text) => TranscriptScript.Read(
        Encoding.UTF8.GetBytes(text.Replace("ANN", Ann, StringComparison.Ordinal).Replace("DESK", Desk, StringComparison.Ordinal)), "t.transcript");
}

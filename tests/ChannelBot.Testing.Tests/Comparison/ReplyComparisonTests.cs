using System.Text.Json;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Comparison;
using ChannelBot.Testing.Expectations;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Tests.Comparison;

public sealed class ReplyComparisonTests
{
    private static readonly ScriptPlace Place = new("t.transcript", 3, 1);

    [Theory]
    [InlineData("""{"text":"12 letters"}""", """{"text":"12 letters","id":"9","timestamp":"2026-01-31T12:00:00Z","serviceUrl":"https://x.example","from":{"id":"b"},"replyToId":"1"}""")]
    [InlineData("""{"text":"*** letters","attachments":[{"contentType":"a/b","content":{"t":"on ***"}}]}""", """{"text":"12 letters","attachments":[{"contentType":"a/b","content":{"t":"on 3 March"}}]}""")]
    [InlineData("""{"value":{"n":1.0}}""", """{"value":{"n":1}}""")]
    [InlineData("""{"text":"12","channelData":{"answer":{"outcome":"answered"}}}""", """{"text":"12"}""")]
    [InlineData("""{"text":"12","channelData":{"tenant":"x"}}""", """{"text":"12","channelData":{"tenant":"x","answer":{"outcome":"answered"}}}""")]
    public void Ids_times_addresses_and_records_of_answers_differ_freely_and_a_wildcard_stands_for_any_words(string expected, string actual) =>
        Assert.Empty(Differences(expected, actual, isExact: true));

    [Theory]
    [InlineData("""{"text":"12"}""", """{"text":"13"}""", "bot line: 12 / 13")]
    [InlineData("""{"text":"x"}""", """{"text":"x","locale":"en-GB"}""", "bot line: locale: nothing / \"en-GB\"")]
    [InlineData("""{"text":"x","mood":"glad"}""", """{"text":"x"}""", "bot line: mood: \"glad\" / nothing")]
    [InlineData("""{"channelData":{"tenant":"x"}}""", "{}", "bot line: channelData.tenant: \"x\" / nothing")]
    [InlineData("""{"attachments":[{"content":{"body":[{"text":"a"},{"text":"b"}]}}]}""", """{"attachments":[{"content":{"body":[{"text":"a"},{"text":"c"}]}}]}""", "bot line: attachments[0].content.body[1].text: \"b\" / \"c\"")]
    [InlineData("""{"entities":[{"type":"a"}]}""", """{"entities":[]}""", "bot line: entities: [{\"type\":\"a\"}] / []")]
    [InlineData("""{"type":"event","name":"a"}""", """{"type":"event","name":"b"}""", "bot line: name: \"a\" / \"b\"")]
    public void Any_other_field_of_a_transcript_must_be_the_same_and_is_named_by_its_path(string expected, string actual, string difference) =>
        Assert.Equal([difference], Differences(expected, actual, isExact: true));

    [Fact]
    public void A_field_can_be_ignored_by_its_path_in_which_lists_do_not_count() => Assert.Empty(Differences(
        """{"text":"a","entities":[{"type":"x","at":1},{"type":"x","at":2}]}""", """{"text":"b","entities":[{"type":"x","at":3},{"type":"x"}]}""", isExact: true, "entities.at", "TEXT"));

    [Fact]
    public void Of_a_script_in_which_people_write_only_what_it_gives_is_compared()
    {
        Assert.Empty(Differences("""{"text":"x"}""", """{"text":"x","locale":"en-GB","attachments":[]}""", isExact: false));
        Assert.Equal(
            ["bot line: attachments[0].contentType: \"a/b\" / \"a/c\""],
            Differences("""{"text":"x","attachments":[{"contentType":"a/b"}]}""", """{"text":"x","attachments":[{"contentType":"a/c","name":"y"}]}""", isExact: false));
    }

    [Fact]
    public void A_transcript_in_which_the_bot_was_silent_wants_it_silent_and_a_script_leaves_it_open()
    {
        var turn = Turn(isExact: true);
        Assert.Equal("no further message", Assert.Single(ReplyComparison.Compare(turn, Observation(Of("""{"text":"x"}""")), ComparisonRules.Default)).Expected);
        Assert.Empty(ReplyComparison.Compare(turn, Observation(Of("""{"type":"typing"}"""), Of("""{"type":"trace"}""")), ComparisonRules.Default));
        Assert.Empty(ReplyComparison.Compare(turn with { IsExact = false }, Observation(Of("""{"text":"x"}""")), ComparisonRules.Default));
    }

    private static IEnumerable<string> Differences(string expected, string actual, bool isExact, params string[] ignored) =>
        ReplyComparison.Compare(Turn(isExact, new ExpectedReply(Of(expected), Place, 3)), Observation(Of(actual)), ComparisonRules.Default.Ignoring(ignored))
            .Select(failure => $"{failure.Expectation}: {failure.Expected} / {failure.Actual}");

    private static ScriptTurn Turn(bool isExact, params ExpectedReply[] replies) =>
        new() { Place = Place, Activity = new Activity(ActivityTypes.Message), Replies = replies, IsExact = isExact };

    private static TurnObservation Observation(params Activity[] replies) => new() { Sent = new Activity(ActivityTypes.Message), Replies = replies };

    private static Activity Of(string json)
    {
        var activity = JsonSerializer.Deserialize(json, ProtocolJson.Wire.Activity)!;
        activity.Type = activity.Type.Length is 0 ? ActivityTypes.Message : activity.Type;
        return activity;
    }
}

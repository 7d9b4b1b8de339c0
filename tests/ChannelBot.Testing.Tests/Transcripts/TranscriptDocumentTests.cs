using System.Text;
using System.Text.Json.Nodes;
using ChannelBot.Testing.Scripts;
using ChannelBot.Testing.Transcripts;
using CsCheck;

namespace ChannelBot.Testing.Tests.Transcripts;

public sealed class TranscriptDocumentTests
{
    private const string Hello = """{"type":"message","text":"hi","mood":{"colour":null,"x":1.50},"entities":[{"type":"z","n":[1,"ü"]}]}""";

    [Theory]
    [InlineData($"[\n{Hello},\n{{\"type\":\"typing\"}}\n]\n")]
    [InlineData("[\n]\n")]
    [InlineData($"[\n{{\"type\":\"activity add\",\"activity\":{Hello},\"time\":7}},\n{{\"type\":\"activity delete\",\"activity\":{{\"type\":\"message\",\"id\":\"1\"}}}}\n]\n")]
    [InlineData($"{{\n\"watermark\": \"5\",\n\"activities\": [\n{Hello}\n],\n\"more\": {{\"a\":[]}}\n}}\n")]
    public void Each_shape_is_written_as_it_was_read_with_the_fields_that_nobody_knows(string text) =>
        Assert.Equal(text, Parse(text).ToString());

    [Fact]
    public void A_byte_order_mark_and_white_space_do_not_matter() =>
        Assert.Equal("hi", Assert.Single(Parse($"\uFEFF \r\n [ {Hello} ] ").Entries).Activity.Text);

    [Fact]
    public void An_item_knows_its_place() =>
        Assert.Equal([(1, 2, 1), (1, 21, 2), (4, 3, 4)], Parse("[{\"type\":\"typing\"}, {\"type\":\n\"typing\"},\n\n ü{\"type\":\"typing\"}]".Replace("ü", " ", StringComparison.Ordinal)).Entries
            .Select(entry => (entry.Place.Line, entry.Place.Column, entry.LastLine)));

    [Theory]
    [InlineData("", "x.transcript:1:1: This is not JSON: The input does not contain any JSON tokens. Expected the input to start with a valid JSON token, when isFinalBlock is true. Expected a list of activities.")]
    [InlineData("7", "x.transcript:1:1: Here stands a number. Expected a list of activities: [ { \"type\": \"message\", … }, … ].")]
    [InlineData("{\"a\":[]}", "x.transcript:1:1: This is an object without a list of 'activities'. Expected a list of activities: [ { \"type\": \"message\", … }, … ].")]
    [InlineData("{\"activities\":7}", "x.transcript:1:1: This is an object without a list of 'activities'. Expected a list of activities: [ { \"type\": \"message\", … }, … ].")]
    [InlineData("[\n\"hi\"]", "x.transcript:2:1: Item [0] is a text. Expected an activity: { \"type\": \"message\", … }.")]
    [InlineData("[{\"text\":\"hi\"}]", "x.transcript:1:2: Item [0] is no activity: The activity has no type. Expected { \"type\": \"message\", … }.")]
    [InlineData("[{\"type\":\"message\",\"attachments\":5}]", "x.transcript:1:2: Item [0] is no activity: something else than expected stands at $.attachments. Expected a list, each item an object.")]
    [InlineData("[{\"type\":\"message\",\"attachments\":[{\"contentType\":{}}]}]", "x.transcript:1:2: Item [0] is no activity: something else than expected stands at $.attachments[0].contentType. Expected a text.")]
    [InlineData("[{\"type\":\"message\",\"timestamp\":\"soon\"}]", "x.transcript:1:2: Item [0] is no activity: something else than expected stands at $.timestamp. Expected a time such as \"2026-01-31T12:00:00Z\".")]
    [InlineData("[{\"type\":\"message\",\"type\":\"typing\"}]", "x.transcript:1:2: Item [0] is no activity: Duplicate property 'type' encountered during deserialization.")]
    [InlineData("[{\"type\":\"a\"},\n{\"type\":\"ü\" \"text\":1}]", "x.transcript:2:13: This is not JSON: '\"' is invalid after a value. Expected either ',', '}', or ']'. Expected a list of activities.")]
    [InlineData("[{\"type\":\"typing\"}", "x.transcript:1:19: This is not JSON: Expected depth to be zero at the end of the JSON payload. There is an open JSON object or array that should be closed. Expected a list of activities.")]
    public void A_mistake_is_named_by_place_item_and_path_with_what_was_expected(string text, string message) =>
        Assert.Equal([message], Assert.Throws<ScriptFormatException>(() => Parse(text)).Errors.Select(error => error.ToString()));

    [Fact]
    public void All_items_that_are_none_are_named_up_to_a_limit()
    {
        Assert.Equal([1, 3], Assert.Throws<ScriptFormatException>(() => Parse("[1,\n{\"type\":\"typing\"},\n[2]]")).Errors.Select(error => error.Place.Line));
        Assert.Equal(21, Assert.Throws<ScriptFormatException>(() => Parse($"[{string.Join(',', Enumerable.Range(0, 5000))}]")).Errors.Count);
    }

    [Fact]
    public void Fifty_thousand_activities_are_read_whole_on_one_line_or_on_many()
    {
        var items = Enumerable.Range(0, 50_000).Select(i => $$"""{"type":"message","from":{"id":"bot","role":"bot"},"id":"{{i}}","text":"Ünd {{i}}"}""").ToArray();
        foreach (var separator in new[] { ",", ",\n" })
        {
            var script = TranscriptScript.Read(Encoding.UTF8.GetBytes($"[{string.Join(separator, items)}]"), "long.transcript");
            Assert.Equal(50_000, script.Turns.Sum(turn => turn.Replies.Count));
        }
    }

    [Fact]
    public void Whatever_the_bytes_are_they_are_a_transcript_or_have_mistakes() => Gen.OneOf(
        Gen.Byte.Array[0, 60],
        AnyJson.Any("[", "]", "{", "}", ",", ":", "\"type\"", "\"message\"", "\"activity\"", "\"activities\"", "null", "1", "\n", "\"\\ud800\"", "\"from\"", "{\"type\":\"typing\"}").Array[0, 20]
            .Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts)))).Sample(bytes =>
    {
        try
        {
            var document = TranscriptDocument.Parse(bytes, "any.transcript");
            Assert.Equal(document.ToString(), Parse(document.ToString()).ToString());
        }
        catch (ScriptFormatException exception)
        {
            Assert.NotEmpty(exception.Errors);
        }
    });

    [Fact]
    public void Any_activities_are_read_as_they_were_written() => AnyJson.Activity.Array[0, 6].Sample(activities =>
    {
        var read = TranscriptDocument.Parse(Encoding.UTF8.GetBytes(TranscriptDocument.Of(activities, "any.transcript").ToString()), "any.transcript");
        Assert.All(activities, (activity, i) => Assert.True(JsonNode.DeepEquals(activity, read.Entries[i].Json)));
        Assert.Equal(activities.Length, read.Entries.Count);
    });

    private static TranscriptDocument Parse(string text) => TranscriptDocument.Parse(Encoding.UTF8.GetBytes(text), "x.transcript");
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using CsCheck;

namespace ChannelBot.BotFramework.Tests.Schema;

public sealed class ActivityParserTests
{
    private const string Least = """{"type":"message","conversation":{"id":"c"}}""";

    [Fact]
    public void The_least_activity_has_a_type_and_a_conversation() => Assert.Equal("c", Parse(Least).Conversation!.Id);

    [Fact]
    public void A_byte_order_mark_is_skipped() => Assert.Equal("message", Parse("\uFEFF" + Least).Type);

    [Theory]
    [InlineData("", "BadSyntax")]
    [InlineData("hello", "BadSyntax")]
    [InlineData("null", "BadSyntax")]
    [InlineData("[]", "BadSyntax")]
    [InlineData("""{"type":"message","conversation":{"id":"c"}} x""", "BadSyntax")]
    [InlineData("""{"type":null,"conversation":{"id":"c"}}""", "BadSyntax")]
    [InlineData("""{"type":7,"conversation":{"id":"c"}}""", "BadSyntax")]
    [InlineData("""{"type":"a","type":"b","conversation":{"id":"c"}}""", "BadSyntax")]
    [InlineData("""{"type":"a","value":{"x":1,"x":2},"conversation":{"id":"c"}}""", "BadSyntax")]
    [InlineData("""{"type":"a","extra":{"x":1,"x":2},"conversation":{"id":"c"}}""", "BadSyntax")]
    [InlineData("""{"type":"a","extra":1,"extra":2,"conversation":{"id":"c"}}""", "BadSyntax")]
    [InlineData("""{"type":"a","timestamp":"yesterday","conversation":{"id":"c"}}""", "BadSyntax")]
    [InlineData("""{"type":"a","text":"\ud800","conversation":{"id":"c"}}""", "BadSyntax")]
    [InlineData("""{"type":"a","value":{"\udc00":1},"conversation":{"id":"c"}}""", "BadSyntax")]
    [InlineData("""{"type":"a","entities":[5],"conversation":{"id":"c"}}""", "BadSyntax")]
    [InlineData("""{"type":"a","entities":{},"conversation":{"id":"c"}}""", "BadSyntax")]
    [InlineData("""{"type":"a","entities":[{"type":"x","type":"y"}],"conversation":{"id":"c"}}""", "BadSyntax")]
    [InlineData("""{"type":"a","semanticAction":{"entities":5},"conversation":{"id":"c"}}""", "BadSyntax")]
    [InlineData("""{"type":" ","conversation":{"id":"c"}}""", "MissingProperty")]
    [InlineData("""{"conversation":{"id":"c"}}""", "MissingProperty")]
    [InlineData("""{"type":"message"}""", "MissingProperty")]
    [InlineData("""{"type":"message","conversation":null}""", "MissingProperty")]
    [InlineData("""{"type":"message","conversation":{"id":""}}""", "MissingProperty")]
    public void Anything_else_is_refused_with_a_code(string body, string code)
    {
        var refusal = Assert.Throws<BadActivityException>(() => Parse(body));
        Assert.Equal(code, refusal.Code);
        Assert.Equal(400, refusal.Status);
    }

    [Fact]
    public void A_refusal_says_where() => Assert.Equal(
        "The body is not an activity in JSON at membersAdded[1].name (line 1, byte 81).",
        Assert.Throws<BadActivityException>(() => Parse("""{"type":"message","conversation":{"id":"c"},"membersAdded":[{"id":"1"},{"name":5}]}""")).Message);

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused() =>
        Assert.Throws<BadActivityException>(() => ActivityParser.Parse([.. "{\"type\":\"message\",\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8]));

    [Theory]
    [InlineData(62, true)]
    [InlineData(64, false)]
    [InlineData(100_000, false)]
    public void Nesting_is_taken_to_64_levels(int arrays, bool isTaken)
    {
        var body = $$"""{"type":"message","conversation":{"id":"c"},"value":{{new string('[', arrays)}}{{new string(']', arrays)}}}""";
        if (isTaken)
        {
            var list = new ExpectedReplies { Activities = [Parse(body)] };
            Assert.NotEmpty(JsonSerializer.SerializeToUtf8Bytes(list, ProtocolJson.Wire.ExpectedReplies));
            return;
        }

        Assert.Throws<BadActivityException>(() => Parse(body));
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_with_413()
    {
        var body = Encoding.UTF8.GetBytes(Least);
        Assert.Equal("message", (await ActivityParser.ReadAsync(new MemoryStream(body), body.Length, Cancel)).Type);
        var refusal = await Assert.ThrowsAsync<BadActivityException>(() => ActivityParser.ReadAsync(new MemoryStream(body), body.Length - 1, Cancel));
        Assert.Equal((413, "MessageSizeTooBig"), (refusal.Status, refusal.Code));
    }

    [Fact]
    public async Task A_long_body_is_read_whole()
    {
        var text = new string('x', 200_000);
        var body = Encoding.UTF8.GetBytes($$"""{"type":"message","text":"{{text}}"}""");
        Assert.Equal(text, (await ActivityParser.ReadWithoutConversationAsync(new MemoryStream(body), cancellationToken: Cancel)).Text);
    }

    [Fact]
    public void Nulls_in_lists_are_dropped()
    {
        var activity = Parse("""{"type":"a","conversation":{"id":"c"},"entities":[null,{"type":"x"},null],"membersAdded":[null]}""");
        Assert.Equal("x", Assert.Single(activity.Entities!).Type);
        Assert.Empty(activity.MembersAdded!);
    }

    [Fact]
    public void Fields_that_nobody_knows_survive_at_every_level()
    {
        const string body = """
            {"type":"message","conversation":{"id":"c","a":1},"from":{"id":"u","b":{"c":[1,"é"]}},"new":true,
             "attachments":[{"contentType":"x","content":{"k":"<b>"},"d":2}],"entities":[{"type":"e","@id":"","citation":[]}],
             "suggestedActions":{"actions":[{"type":"imBack","e":3}],"f":4},"semanticAction":{"id":"s","g":5},
             "relatesTo":{"channelId":"x","h":6},"channelData":{"clientActivityID":"1"},"value":[{"i":7}],"reactionsAdded":[{"type":"like","j":8}]}
            """;
        var written = JsonSerializer.Serialize(Parse(body), ProtocolJson.Wire.Activity);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(written)), written);
    }

    [Fact]
    public void No_bytes_make_the_parser_throw_anything_else() => Gen.Byte.Array[0, 200].Sample(bytes => IsReadOrRefused(bytes));

    [Fact]
    public void No_damage_to_an_activity_makes_the_parser_throw_anything_else()
    {
        var whole = Encoding.UTF8.GetBytes("""
            {"type":"message","id":"1","timestamp":"2024-01-02T03:04:05.678Z","conversation":{"id":"c","isGroup":false},"from":{"id":"u"},
             "recipient":{"id":"b","name":"A &amp; B"},"text":"<at>A</at> hi \u00e9 \ud83d\ude00","entities":[{"type":"mention","mentioned":{"id":"b"},"text":"<at>A</at>"}],
             "value":{"action":{"type":"Action.Execute","verb":"v","data":{}}},"channelData":{"x":1.5e3},"attachments":[{"content":null}],"textHighlights":[{"occurrence":1}]}
            """);
        var damage = Gen.Select(Gen.Int[0, whole.Length - 1], Gen.OneOf("{}[]\",:\\u0dn81-"u8.ToArray())).Array[1, 4];
        damage.Sample(marks =>
        {
            var bytes = whole.ToArray();
            foreach (var (at, value) in marks)
            {
                bytes[at] = value;
            }

            return IsReadOrRefused(bytes);
        });
    }

    /// <summary>True where the bytes are refused, or can be read, used and written again.</summary>
    private static bool IsReadOrRefused(byte[] bytes)
    {
        try
        {
            var activity = ActivityParser.Parse(bytes);
            activity.RemoveRecipientMention();
            _ = activity.Value?.ToJsonString();
            return JsonSerializer.SerializeToUtf8Bytes(activity.CreateReply("x"), ProtocolJson.Wire.Activity).Length > 0
                && JsonSerializer.SerializeToUtf8Bytes(activity, ProtocolJson.Wire.Activity).Length > 0;
        }
        catch (BadActivityException)
        {
            return true;
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Activity Parse(string body) => ActivityParser.Parse(Encoding.UTF8.GetBytes(body));
}

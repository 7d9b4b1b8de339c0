using System.Text;
using System.Text.Json;
using ChannelBot.Cli.Asking;

namespace ChannelBot.Cli.Tests.Asking;

public sealed class BatchTests
{
    [Fact]
    public async Task A_conversation_is_answered_in_the_order_of_its_turns_and_printed_in_the_order_of_the_lines()
    {
        var records = await AnswerAsync(
            """{"id":"c","group":"g","turn":3,"question":"third"}""",
            """{"id":"x","group":"h","turn":1,"question":"other"}""",
            """{"id":"a","group":"g","turn":1,"question":"first"}""",
            """{"id":"b","group":"g","turn":2,"question":"second"}""");

        Assert.Equal(["c 3: third", "x 1: other", "a 1: first", "b 2: second"], records.Select(Text));
    }

    [Fact]
    public async Task Lines_without_a_group_are_conversations_of_their_own()
    {
        var records = await AnswerAsync("""{"id":"1","question":"one"}""", """{"id":"2","question":"two"}""");

        Assert.Equal(["1 1: one", "2 1: two"], records.Select(Text));
    }

    [Fact]
    public async Task Lines_without_a_turn_follow_the_line_before_them()
    {
        var records = await AnswerAsync(
            """{"id":"1","group":"g","question":"one"}""", """{"id":"2","group":"g","question":"two"}""");

        Assert.Equal(["1 1: one", "2 2: two"], records.Select(Text));
    }

    [Theory]
    [InlineData("what?", null, "not_json", "line 2: not JSON (byte 1 of the line).")]
    [InlineData("[1]", null, "not_an_object", "line 2: not an object such as {\"id\": \"1\", \"question\": \"…\"}.")]
    [InlineData("""{"question":"one"}""", null, "no_id", "line 2: \"id\" must be there, a string of valid Unicode or a number.")]
    [InlineData("""{"id":"\ud83d","question":"one"}""", null, "no_id", "line 2: \"id\" must be there, a string of valid Unicode or a number.")]
    [InlineData("""{"id":"7"}""", "7", "no_question", "line 2: \"question\" must be there, a string of valid Unicode.")]
    [InlineData("""{"id":"7","question":5}""", "7", "no_question", "line 2: \"question\" must be there, a string of valid Unicode.")]
    [InlineData("""{"id":"7","question":"half \ud83d"}""", "7", "no_question", "line 2: \"question\" must be there, a string of valid Unicode.")]
    [InlineData("""{"id":"7","question":"q","group":4}""", "7", "bad_group", "line 2: \"group\" must be a string, or absent.")]
    [InlineData("""{"id":"7","question":"q","turn":"two"}""", "7", "bad_turn", "line 2: \"turn\" must be a whole number, or absent.")]
    [InlineData("""{"id":"7","question":"bad"}""", "7", "bad_question", "line 2: the question is bad.")]
    [InlineData("""{"id":"7","question":"fault"}""", "7", "fault", "line 2: a fault of the program: InvalidOperationException: a cog broke")]
    public async Task A_line_that_cannot_be_answered_gives_an_error_record_and_the_rest_go_on(string line, string? id, string code, string message)
    {
        var records = await AnswerAsync("""{"id":"1","question":"one"}""", line, """{"id":"3","question":"three"}""");

        Assert.Equal(["1 1: one", "3 1: three"], new[] { records[0], records[2] }.Select(Text));
        Assert.Equal(["id", "error"], records[1].EnumerateObject().Select(property => property.Name));
        Assert.Equal(id, records[1].GetProperty("id").GetString());
        Assert.Equal(code, records[1].GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(message, records[1].GetProperty("error").GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_refused_turn_does_not_end_its_conversation()
    {
        var records = await AnswerAsync(
            """{"id":"1","group":"g","turn":1,"question":"one"}""",
            """{"id":"2","group":"g","turn":2,"question":"bad"}""",
            """{"id":"3","group":"g","turn":3,"question":"three"}""");

        Assert.Equal("3 2: three", Text(records[2]));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_spoil_only_their_line()
    {
        byte[] file = [.. "{\"id\":\"1\",\"question\":\""u8, 0xFF, .. "\"}\n{\"id\":\"2\",\"question\":\"two\"}"u8];

        var records = await AnswerAsync(file);

        Assert.Equal("not_utf8", records[0].GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("2 1: two", Text(records[1]));
    }

    [Fact]
    public async Task Blank_lines_a_byte_order_mark_and_carriage_returns_are_passed_over()
    {
        byte[] file = [0xEF, 0xBB, 0xBF, .. "{\"id\":\"1\",\"question\":\"one\"}\r\n\r\n   \n{\"id\":2,\"question\":\"two\"}\r\n"u8];

        var records = await AnswerAsync(file);

        Assert.Equal(["1 1: one", "2 1: two"], records.Select(Text));
        Assert.Equal(JsonValueKind.Number, records[1].GetProperty("id").ValueKind);
    }

    [Fact]
    public async Task A_line_of_ten_megabytes_is_refused()
    {
        var records = await AnswerAsync($$"""{"id":"1","question":"{{new string('a', BatchLine.MostBytes)}}"}""");

        Assert.Equal("line 1: the line is longer than 10 MB.", records[0].GetProperty("error").GetProperty("message").GetString());
    }

    private static Task<IReadOnlyList<JsonElement>> AnswerAsync(params string[] lines) =>
        AnswerAsync(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    private static async Task<IReadOnlyList<JsonElement>> AnswerAsync(byte[] file)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var lines = await BatchReader.ReadAsync(new MemoryStream(file), cancellationToken);
        var records = new List<JsonElement>();
        await foreach (var record in new BatchRun(Answers.Counting, lines).AnswerAsync(cancellationToken))
        {
            Assert.DoesNotContain('\n', record);
            records.Add(JsonElement.Parse(record));
        }

        return records;
    }

    private static string Text(JsonElement record) => $"{record.GetProperty("id")} {record.GetProperty("text")}";
}

using ChannelBot.Testing.Import;
using ChannelBot.Testing.Scripts;
using CsCheck;

namespace ChannelBot.Testing.Tests.Import;

public sealed class TestSetCsvTests
{
    [Theory]
    [InlineData("question,expectedResponse\nHow many?,12 letters came\n")]
    [InlineData("\uFEFFPrompt,Expected response,Test Method Type,Passing Score\r\nHow many?,12 letters came,CompareMeaning,70\r\n")]
    [InlineData("Up to 100 questions,,\n\"Fill in, then upload\",,\nQuestion;x,Testing method,Expected Response\nQuestion,Testing method,Expected Response\nHow many?,Similarity,12 letters came\n")]
    [InlineData("question;expectedResponse;actualResponse;testMethodType_1;result_1\nHow many?;12 letters came;no;CompareMeaning;Fail\n")]
    public void Every_form_of_the_header_is_known_and_of_a_meaning_the_numbers_are_held(string text)
    {
        var script = Assert.Single(TestSetCsv.Read(text, "set.csv"));
        Assert.Equal("user: How many?\n> the expected response: 12 letters came\n> expect number 12\n", script.Text);
        Assert.Equal("set/row 1", script.ToScript("set.csv").Name);
    }

    [Theory]
    [InlineData("ExactMatch", "Yes, 12.", "expect matches /(?m:^)Yes,\\ 12\\.(?m:\\r?$)/")]
    [InlineData("PartialMatch", "at least 12", "expect says \"at least 12\"")]
    [InlineData("Keyword match", "March; 12 letters", "expect says \"March\" / expect says \"12 letters\"")]
    [InlineData("CompareMeaning", "Between 40 and 60 letters, or 57%", "expect number Between 40 and 60 / expect number 57%")]
    [InlineData("GeneralQuality", "12", "")]
    public void Each_method_is_held_as_far_as_no_model_is_needed(string method, string expected, string expectations) => Assert.Equal(
        expectations,
        string.Join(" / ", Assert.Single(Scripts($"question,expectedResponse,testMethodType\nHow many?,\"{expected}\",{method}")).Turns[0].Expectations.Select(expectation => $"expect {expectation.Text}")));

    [Fact]
    public void A_row_of_several_lines_is_one_conversation_at_its_first_line()
    {
        var scripts = Scripts("question,expectedResponse\n\"How\nmany?\",\"a\nb\"\n\nWho?,\n");
        Assert.Equal([("How\nmany?", 2), ("Who?", 6)], scripts.Select(script => (script.Turns[0].Activity.Text!, script.Turns[0].Place.Line)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("name,age\nAnn,5\n")]
    public void Without_a_header_it_is_no_test_set(string text) => Assert.Equal(
        "set.csv:1:1: No row names the columns. Expected a header such as: question,expectedResponse",
        Assert.Throws<ScriptFormatException>(() => TestSetCsv.Read(text, "set.csv")).Message);

    [Theory]
    [InlineData(",yes,", "set.csv:3:2: The row has no question. Expected one in the column 'question'.")]
    [InlineData("Who?,yes,Guess", "set.csv:3:10: 'Guess' is no test method. Expected one of: exactmatch, partialmatch, keywordmatch, comparemeaning, similarity, textsimilarity, generalquality.")]
    public void A_row_with_a_mistake_is_named_with_its_place_and_the_others_are_conversations(string row, string message)
    {
        var scripts = Scripts($"question,expectedResponse,testMethodType\nHow many?,12,\n{row}\nWhen?,in March,\n");

        Assert.Equal(["set/row 1", "set/row 2", "set/row 3"], scripts.Select(script => script.Name));
        Assert.Equal([1, 0, 1], scripts.Select(script => script.Turns.Count));
        Assert.Equal(message, Assert.Single(scripts[1].Problems).ToString());
        Assert.Empty(scripts[0].Problems.Concat(scripts[2].Problems));
    }

    [Fact]
    public void What_stands_above_a_row_that_is_no_CSV_is_read()
    {
        var scripts = Scripts("question,expectedResponse\nHow many?,12\n\"Who?,yes\nWhen?,in March\n");

        Assert.Equal([1, 0], scripts.Select(script => script.Turns.Count));
        Assert.StartsWith("set.csv:3:1: This is not CSV: ", Assert.Single(scripts[1].Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_a_test_set_or_has_mistakes() => Gen.OneOf(
        Gen.String,
        Transcripts.AnyJson.Any("question,expectedResponse\n", "\"", ",", ";", "\n", "hi", "12 %", "user: x", "> expect joy", "\"\"", "ExactMatch").Array[0, 15].Select(string.Concat)).Sample(text =>
    {
        try
        {
            Assert.NotNull(Scripts(text));
        }
        catch (ScriptFormatException exception)
        {
            Assert.NotEmpty(exception.Errors);
        }
    });

    private static IReadOnlyList<Script> Scripts(string text) => [.. TestSetCsv.Read(text, "set.csv").Select(script => script.ToScript("set.csv"))];
}

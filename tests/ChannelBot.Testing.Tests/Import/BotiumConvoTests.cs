using ChannelBot.Testing.Import;
using ChannelBot.Testing.Scripts;
using CsCheck;

namespace ChannelBot.Testing.Tests.Import;

public sealed class BotiumConvoTests
{
    [Fact]
    public void A_convo_becomes_a_script_whose_lists_of_utterances_are_paraphrases_and_choices() => Assert.Equal(
        """
        > Letters in March
        > asks for a number

        user: How many letters came?
        > or ask "Number of letters?"
        > expect matches /(?:12,400|twelve\ thousand)/i
        > expect no "April"
        > expect suggests "Yes"
        > expect suggests "No, thanks"

        user: No, thanks [Delay=500]
        > expect says "Good\"bye\"\n\nand \\ thanks"

        """,
        Read(
            """
            Letters in March
            asks for a number

            #me
            ASK_LETTERS

            #bot
            LETTERS
            !TEXT_CONTAINS_ANY_IC April
            BUTTONS Yes|No, thanks

            #me default
            BUTTON payload|No, thanks
            PAUSE 500

            #bot
            Good"bye"

            and \ thanks
            """).Text);

    [Theory]
    [InlineData("12 letters", "expect says \"12 letters\"")]
    [InlineData("!12 letters", "expect no \"12 letters\"")]
    [InlineData("!!12 letters", "expect says \"!12 letters\"")]
    [InlineData("!LETTERS", "expect no \"12,400\" / expect no \"twelve thousand\"")]
    [InlineData("You are $name now", "expect matches /You\\ are\\ .*\\ now/i")]
    [InlineData("TEXT hi", "expect matches /(?m:^)hi(?m:\\r?$)/")]
    [InlineData("TEXT", "expect matches /\\S/")]
    [InlineData("!TEXT", "expect no /\\S/")]
    [InlineData("TEXT_CONTAINS_ALL a|b\\|c", "expect matches /a/ / expect matches /b\\|c/")]
    [InlineData("TEXT_CONTAINS_ANY_IC a|b", "expect matches /(?:a|b)/i")]
    [InlineData("!TEXT_EQUALS_IC a|b", "expect no /(?:(?m:^)a(?m:\\r?$)|(?m:^)b(?m:\\r?$))/i")]
    [InlineData("TEXT_REGEXP_ALL [0-9]+", "expect matches /[0-9]+/")]
    [InlineData("TEXT_WILDCARD_ALL_IC a*b", "expect matches /a.*b/i")]
    [InlineData("BUTTONS_COUNT 2", "expect count suggestions 2")]
    [InlineData("!BUTTONS", "expect count suggestions 0")]
    [InlineData("CARDS Soup|Pizza", "expect card has \"Soup\" / expect card has \"Pizza\"")]
    [InlineData("CARDS_COUNT =1", "expect count cards 1")]
    public void What_the_bot_is_to_say_becomes_an_expectation(string demand, string expectations) =>
        Assert.Equal(expectations, Expectations(Read($"#me\nhi\n#bot\n{demand}")));

    [Theory]
    [InlineData("include", "matches /a\\*b/")]
    [InlineData("equalsIgnoreCase", "matches /(?m:^)a\\*b(?m:\\r?$)/i")]
    [InlineData("regexpIgnoreCase", "matches /a*b/i")]
    [InlineData("wildcard", "matches /a.*b/")]
    [InlineData("wildcardExactIgnoreCase", "matches /(?m:^)a.*b(?m:\\r?$)/i")]
    public void The_suites_matching_mode_decides_how_texts_are_compared(string mode, string expectation) =>
        Assert.Equal($"expect {expectation}", Expectations(Read("#me\nhi\n#bot\na*b", Matching.Parse(mode)!)));

    [Theory]
    [InlineData("INTENT greeting")]
    [InlineData("?12 letters")]
    [InlineData("JSON_PATH $.a")]
    [InlineData("BUTTONS_COUNT >2")]
    [InlineData("RESPONSE_LENGTH 200")]
    public void What_a_script_cannot_expect_is_noted_with_its_line_and_kept_as_a_comment(string demand)
    {
        var script = Read($"#me\nhi\n#bot\n{demand}");
        Assert.Equal((4, 1), (Assert.Single(script.Notes).Place.Line, script.Notes[0].Place.Column));
        Assert.Contains("> not imported: ", script.Text, StringComparison.Ordinal);
        Assert.Equal((1, script.Notes), (script.ToScript("x.convo.txt").Turns.Count, script.ToScript("x.convo.txt").Problems));
    }

    [Fact]
    public void Places_are_those_of_the_convo()
    {
        var script = Read("name\n#me\nASK_LETTERS\n\n#bot\nLETTERS\n#me\n[Typing]").ToScript("x.convo.txt");
        Assert.Equal("x", script.Name);
        Assert.Equal([2, 7], script.Turns.Select(turn => turn.Place.Line));
        Assert.Equal(6, Assert.Single(script.Turns[0].Expectations).Place!.Value.Line);
        Assert.Equal(["Number of letters?"], script.Turns[0].Paraphrases.Select(paraphrase => paraphrase.Text));
        Assert.Equal("[Typing]", script.Turns[1].Activity.Text);
    }

    [Theory]
    [InlineData("name\n\n #you\nhi", "x.convo.txt:3:2: '#you' is no section. Expected one of: #begin, #include, #me, #bot, #end.")]
    [InlineData("name only", "x.convo.txt:1:1: Nobody says anything. Expected sections of #me and #bot.")]
    public void A_mistake_is_named_with_its_place_and_what_was_expected(string text, string message) =>
        Assert.Equal(message, Assert.Throws<ScriptFormatException>(() => Read(text)).Message);

    [Fact]
    public void Any_text_is_a_script_or_has_mistakes() => Gen.OneOf(
        Gen.String,
        Transcripts.AnyJson.Any("#me", "#bot", "#begin", "#", "hi", "!hi", "?x", "user: x", "> expect joy", "[Typing]", "[1]", "$x", "BUTTONS a|b", "TEXT_REGEXP_ALL (", "TEXT_X y", "INTENT i", "PAUSE 5", "\"\\", "\n", "LETTERS", "/").Array[0, 15]
            .Select(lines => string.Join('\n', lines))).Sample(text =>
    {
        try
        {
            Assert.NotNull(Read(text).ToScript("x.convo.txt"));
        }
        catch (ScriptFormatException exception)
        {
            Assert.NotEmpty(exception.Errors);
        }
    });

    private static ImportedScript Read(string text, Matching? matching = null)
    {
        var utterances = new BotiumUtterances();
        utterances.Add("ASK_LETTERS\nHow many letters came?\n\nNumber of letters?\n", "ask.utterances.txt");
        utterances.Add("LETTERS\r\n12,400\r\ntwelve thousand", "letters.utterances.txt");
        return BotiumConvo.Read(text, "x.convo.txt", utterances, matching ?? Matching.Usual);
    }

    private static string Expectations(ImportedScript script) =>
        string.Join(" / ", script.ToScript("x.convo.txt").Turns[0].Expectations.Select(expectation => $"expect {expectation.Text}"));
}

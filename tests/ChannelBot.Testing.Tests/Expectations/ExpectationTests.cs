using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Answers;
using ChannelBot.Testing.Expectations;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Tests.Expectations;

/// <summary>What a script can state of a reply, held against one.</summary>
public sealed class ExpectationTests
{
    private static readonly ScriptPlace Here = new("a.chat", 1, 10);

    private static readonly TurnObservation Reply = Replied(new Answer
    {
        KnowledgeSha256 = "",
        Question = "",
        Planner = Planners.Embedded,
        Outcome = Outcome.Computed,
        Reason = new Reason("other_period", null, null),
        Text = "About 57% of the letters came in March [1]. At least 60 were lost [2].",
        Citations = [new Citation(1, 2, "p2.s1", 0, 10, "12,400 letters came in March."), new Citation(2, 7, "p7.s3", 0, 10, "At least 60 were lost.")],
        Working =
        [
            new Working(
                "share", [new Operand("f:march", "article", 12_400, "exact", 1), new Operand(null, "user", 21_754, "exact", null)],
                "12,400 ÷ 21,754", "6200/10877", 57.0, 57.0, 57.0, false, false, "percent", null),
        ],
    });

    [Theory]
    [InlineData("outcome computed")]
    [InlineData("outcome answered or computed")]
    [InlineData("outcome computed because other_period")]
    [InlineData("number about 57 percent")]
    [InlineData("number between 50 and 60 percent")]
    [InlineData("number at least 60")]
    [InlineData("cites p2.s1")]
    [InlineData("cites p7")]
    [InlineData("cites \"letters came\"")]
    [InlineData("cites figure march")]
    [InlineData("cites figure f:march")]
    [InlineData("working share")]
    [InlineData("working share of march and 21,754")]
    [InlineData("working of march and 21,754")]
    [InlineData("working share of 12,400 and 21,754")]
    [InlineData("says \"in march\"")]
    [InlineData("matches /[0-9]+% of/")]
    [InlineData("matches /ABOUT/i")]
    [InlineData("no \"April\"")]
    [InlineData("no /ABOUT/")]
    [InlineData("within 500 ms")]
    [InlineData("within 0.2 s")]
    [InlineData("suggests \"And in April?\"")]
    [InlineData("suggests \"And ***\"")]
    [InlineData("card has TextBlock")]
    [InlineData("card has TextBlock \"the working\"")]
    [InlineData("card has \"The working\"")]
    [InlineData("count messages 1")]
    [InlineData("count citations 2")]
    [InlineData("count suggestions 1")]
    [InlineData("count cards 1")]
    [InlineData("count calculations 1")]
    [InlineData("calls figures_find")]
    [InlineData("calls figures_find \"words: letters\"")]
    public void It_is_met(string expectation) => Assert.Empty(Check(expectation));

    [Theory]
    [InlineData("outcome declined or clarify", "outcome declined or clarify", "outcome computed because other_period")]
    [InlineData("outcome computed because opinion", "outcome computed because opinion", "outcome computed because other_period")]
    [InlineData("number exactly 60", "exactly 60", "About 57%, At least 60")]
    [InlineData("number 58 percent", "58 percent", "About 57%, At least 60")]
    [InlineData("cites p2.s2", "a citation of p2.s2", "p2.s1 “12,400 letters came in March.”; p7.s3 “At least 60 were lost.”; figure march")]
    [InlineData("cites figure april", "a citation of april", "figure march")]
    [InlineData("working share of 21,754 and march", "share of 21,754 and march", "share of march and 21754")]
    [InlineData("working ratio", "ratio", "share of march and 21754")]
    [InlineData("says \"in April\"", "“in April”", "“About 57%")]
    [InlineData("matches /^57/", "/^57/", "“About 57%")]
    [InlineData("matches /^APRIL/i", "/^APRIL/i", "“About 57%")]
    [InlineData("working share of 12,401 and 21,754", "share of 12,401 and 21,754", "share of march and 21754")]
    [InlineData("no \"march\"", "nothing like “march”", "“March” in “About 57%")]
    [InlineData("within 100 ms", "at most 100 ms", "120 ms")]
    [InlineData("suggests \"Why?\"", "the suggestion “Why?”", "“And in April?”")]
    [InlineData("card has FactSet", "a card with FactSet", "a card with AdaptiveCard, TextBlock “The working”")]
    [InlineData("count messages 2", "2 messages", "1 message")]
    [InlineData("calls calculator_share", "a call of calculator_share", "figures_find(words: letters in March)")]
    public void What_came_instead_is_told(string expectation, string expected, string actual)
    {
        var failure = Assert.Single(Check(expectation));

        Assert.Equal(($"expect {expectation}", Here, expected), (failure.Expectation, failure.Place, failure.Expected));
        Assert.Contains(actual, failure.Actual, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("riddle", 10, "'riddle' is nothing that can be expected. Expected one of: outcome, number,")]
    [InlineData("outcome great", 18, "Expected an outcome: answered, computed,")]
    [InlineData("number many", 17, "Expected one number with its bounds")]
    [InlineData("number between 60 and 40", 17, "Here stands 'between 60 and 40'. Expected the smaller number first: between 40 and 60.")]
    [InlineData("cites page 2", 16, "Expected a sentence (p6.s1)")]
    [InlineData("matches /(/", 18, "Expected a regular expression")]
    [InlineData("within soon", 17, "Expected a time")]
    [InlineData("says March", 15, "Expected words in quotation marks")]
    [InlineData("count legs 2", 16, "Expected one of: messages,")]
    [InlineData("says \"a\" b", 19, "")]
    public void A_mistake_is_told_with_its_column(string expectation, int column, string message)
    {
        var mistake = Assert.Single(Assert.Throws<ScriptFormatException>(() => ExpectationSyntax.Parse(expectation, Here)).Errors);

        Assert.Equal(column, mistake.Place.Column);
        Assert.Contains(message, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_documentation_has_a_line_for_every_kind()
    {
        var text = File.ReadAllText(Repository.At("docs", "testing.md"));

        Assert.All(ExpectationSyntax.Forms, form => Assert.Contains($"| `> expect {form.Keyword} ", text, StringComparison.Ordinal));
        Assert.All(ExpectationSyntax.Forms, form => ExpectationSyntax.Parse(form.Example["expect ".Length..], Here));
    }

    private static IReadOnlyList<ChannelBot.Testing.Results.Failure> Check(string expectation) => [.. ExpectationSyntax.Parse(expectation, Here).Check(Reply)];

    private static TurnObservation Replied(Answer answer) => new()
    {
        Sent = new Activity(ActivityTypes.Message),
        Replies =
        [
            new Activity(ActivityTypes.Message)
            {
                Text = answer.Text,
                SuggestedActions = new SuggestedActions { Actions = [CardAction.Say("And in April?")] },
                Attachments =
                [
                    new Attachment
                    {
                        ContentType = "application/vnd.microsoft.card.adaptive",
                        Content = JsonNode.Parse("""{"type":"AdaptiveCard","body":[{"type":"TextBlock","text":"The working"}]}"""),
                    },
                ],
            },
        ],
        Answer = answer,
        Plan = [new PlanStep("figures_find", new Dictionary<string, string> { ["words"] = "letters in March" }, "f:march: 12,400 letters")],
        Elapsed = TimeSpan.FromMilliseconds(120),
    };
}

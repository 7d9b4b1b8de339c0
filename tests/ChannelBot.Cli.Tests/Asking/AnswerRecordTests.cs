using ChannelBot.Cli.Asking;
using ChannelBot.Core.Answers;

namespace ChannelBot.Cli.Tests.Asking;

public sealed class AnswerRecordTests
{
    private static readonly Answer Share = new()
    {
        KnowledgeSha256 = "00ff",
        Question = "What share? <“é”>",
        Outcome = Outcome.Computed,
        Text = "About 40% [1].",
        Citations = [new Citation(1, 2, "p2.s1", 10, 14, "2 of")],
        Working =
        [
            new Working(
                "share", [new Operand("f:part", "article", 2, "exact", 1)], "2 ÷ 5 × 100 = 40", "40", 40, 40, null, false, true, "percent", null),
        ],
        Reason = new Reason("other_period", "May", "p2.s1"),
        Suggestions = ["And the rest?"],
        Planner = "embedded",
        ElapsedMs = 1.25,
    };

    [Fact]
    public void The_record_has_the_names_and_the_order_that_programs_rely_on() => Assert.Equal(
        """
        {"schemaVersion":1,"knowledgeSha256":"00ff","question":"What share? <“é”>","outcome":"computed","text":"About 40% [1].",
        "citations":[{"n":1,"paragraph":2,"sentence":"p2.s1","start":10,"end":14,"quote":"2 of"}],
        "working":[{"function":"share","operands":[{"figure":"f:part","source":"article","value":2,"bound":"exact","citation":1}],
        "expression":"2 ÷ 5 × 100 = 40","exact":"40","value":40,"low":40,"high":null,"lowOpen":false,"highOpen":true,"unit":"percent","assumption":null}],
        "reason":{"code":"other_period","missing":"May","nearest":"p2.s1"},"suggestions":["And the rest?"],"planner":"embedded","elapsedMs":1.25}
        """.ReplaceLineEndings(""),
        AnswerRecord.Of(Share));

    [Theory]
    [InlineData(Outcome.Answered, "answered")]
    [InlineData(Outcome.Computed, "computed")]
    [InlineData(Outcome.Corrected, "corrected")]
    [InlineData(Outcome.NotInArticle, "not_in_article")]
    [InlineData(Outcome.Declined, "declined")]
    [InlineData(Outcome.Clarify, "clarify")]
    [InlineData(Outcome.Social, "social")]
    public void Outcomes_are_called_as_the_record_calls_them(Outcome outcome, string name)
    {
        Assert.Contains($"\"outcome\":\"{name}\"", AnswerRecord.Of(Share with { Outcome = outcome }), StringComparison.Ordinal);
        Assert.Equal(name, outcome.Name());
    }

    [Fact]
    public void The_parts_of_an_answer_are_records_too() =>
        Assert.Contains(",\"parts\":[{\"schemaVersion\":1,", AnswerRecord.Of(Share with { Parts = [Share, Share] }), StringComparison.Ordinal);
}

using ChannelBot.Cli.Evaluation;
using ChannelBot.Core.Answers;

namespace ChannelBot.Cli.Tests.Evaluation;

public sealed class JudgeTests
{
    private static readonly ExpectedAnswer Plain = new("Q1", QuestionKind.Answer, null, null, "How many?", "Sixty.", [], [], [], [6]);

    [Fact]
    public void An_answer_with_its_evidence_is_right() => Assert.Empty(Judge.FaultsOf(Plain, Answers.With("Sixty [1].", paragraphs: 6)));

    [Theory]
    [InlineData(@"\bSIXTY\b", "It was sixty.", true)]
    [InlineData("first.*last", "first\nlast", true)]
    [InlineData(@"\A\s*\Z", " \n", true)]
    [InlineData(@"\A\s*\Z", "x", false)]
    [InlineData(@"(?<!not )two bodies", "not two bodies", false)]
    [InlineData(@"(?<![\d.,])60(?!\d)", "some 60.", true)]
    [InlineData(@"(?<![\d.,])60(?!\d)", "1,60", false)]
    [InlineData("at least|[≥]|>=", "≥ 60", true)]
    [InlineData(@"can(?:['’]t|not)", "I can’t", true)]
    [InlineData(@"^\W*yes\b", "“Yes, it is", true)]
    [InlineData("^later", "first\nlater", false)]
    [InlineData(@"emphasi[sz]ed\b[^.]{0,80}lost", "emphasised that 60 lost", true)]
    public void Expressions_are_read_as_the_question_files_write_them(string pattern, string text, bool holds) =>
        Assert.Equal(holds, new Rule(pattern).Holds(Answers.With(text)));

    [Fact]
    public void Each_must_each_list_and_each_must_not_counts()
    {
        var expected = Plain with
        {
            Must = [new Rule("sixty"), new Rule("seventy")],
            MustAny = [[new Rule("a"), new Rule("sixty")], [new Rule("b"), new Rule("c")]],
            MustNot = [new Rule("eighty"), new Rule("[1-9]")],
        };

        Assert.Equal(
            ["must match seventy", "must match one of b  or  c", "must not match [1-9]"],
            Judge.FaultsOf(expected, Answers.With("sixty 1", paragraphs: 6)));
    }

    [Theory]
    [InlineData(QuestionKind.Answer, "answered computed")]
    [InlineData(QuestionKind.Compute, "answered computed")]
    [InlineData(QuestionKind.Abstain, "not_in_article declined clarify corrected")]
    [InlineData(QuestionKind.Correct, "corrected answered computed not_in_article")]
    [InlineData(QuestionKind.Opinion, "declined answered not_in_article")]
    [InlineData(QuestionKind.Safe, "answered computed corrected not_in_article declined clarify social")]
    [InlineData(QuestionKind.Social, "answered computed corrected not_in_article declined clarify social")]
    public void The_outcome_must_fit_the_kind(object kind, string fitting)
    {
        var expected = Plain with { Kind = (QuestionKind)kind };

        var right = Enum.GetValues<Outcome>().Where(outcome => Judge.FaultsOf(expected, Answers.With("x", outcome, 6)).Count is 0);

        Assert.Equal(
            fitting.Split(' ').Order(StringComparer.Ordinal),
            right.Select(outcome => Cli.Asking.OutcomeName.Name(outcome)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(Outcome.NotInArticle, true)]
    [InlineData(Outcome.Declined, true)]
    [InlineData(Outcome.Clarify, true)]
    [InlineData(Outcome.Corrected, true)]
    [InlineData(Outcome.Answered, false)]
    [InlineData(Outcome.Social, false)]
    public void Abstains_holds_by_the_outcome_alone_and_then_fits_every_kind(Outcome outcome, bool right)
    {
        var expected = Plain with { MustAny = [[new Rule("@abstains"), new Rule("never said")]] };

        Assert.Equal(right, Judge.FaultsOf(expected, Answers.With("x", outcome, 6)).Count is 0);
    }

    [Theory]
    [InlineData(QuestionKind.Answer, Outcome.Answered, false)]
    [InlineData(QuestionKind.Compute, Outcome.Computed, false)]
    [InlineData(QuestionKind.Correct, Outcome.Corrected, false)]
    [InlineData(QuestionKind.Correct, Outcome.NotInArticle, true)]
    [InlineData(QuestionKind.Abstain, Outcome.Clarify, true)]
    [InlineData(QuestionKind.Opinion, Outcome.Answered, true)]
    public void Where_an_answer_is_expected_a_citation_must_lie_in_the_evidence(object kind, Outcome outcome, bool right)
    {
        var faults = Judge.FaultsOf(Plain with { Kind = (QuestionKind)kind }, Answers.With("x", outcome, 5, 7));

        Assert.Equal(right ? [] : ["no citation lies in the evidence, paragraph 6"], faults);
    }

    [Fact]
    public void One_citation_in_the_evidence_is_enough() => Assert.Empty(Judge.FaultsOf(Plain, Answers.With("x", Outcome.Answered, 1, 6)));

    [Fact]
    public void More_than_110_words_or_three_citations_a_part_are_not_concise()
    {
        Assert.Empty(Judge.FaultsOf(Plain, Answers.With(Words(110), Outcome.Answered, 6, 6, 6)));
        Assert.Equal(
            ["111 words; at most 110 are concise", "4 citations a part; at most 3 are concise"],
            Judge.FaultsOf(Plain, Answers.With(Words(111), Outcome.Answered, 6, 6, 6, 6)));

        static string Words(int count) => string.Join(' ', Enumerable.Repeat("word", count));
    }

    [Fact]
    public void Each_part_may_have_three_citations()
    {
        var part = Answers.With("x", Outcome.Answered, 6, 6, 6);
        var whole = Answers.With("x", Outcome.Answered, 6, 6, 6, 6, 6, 6) with { Parts = [part, part] };

        Assert.Empty(Judge.FaultsOf(Plain, whole));
        Assert.NotEmpty(Judge.FaultsOf(Plain, whole with { Parts = [part, Answers.With("x", Outcome.Answered, 6, 6, 6, 6)] }));
    }

    [Fact]
    public void An_expression_without_end_counts_against_the_answer()
    {
        var endless = new Rule("^(a+)+$");
        var text = new string('a', 40) + "!";

        Assert.Single(Judge.FaultsOf(Plain with { MustNot = [endless] }, Answers.With(text, paragraphs: 6)));
        Assert.Single(Judge.FaultsOf(Plain with { Must = [endless] }, Answers.With(text, paragraphs: 6)));
    }
}

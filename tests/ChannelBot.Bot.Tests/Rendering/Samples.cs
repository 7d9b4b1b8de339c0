using ChannelBot.Core.Answers;
using CsCheck;

namespace ChannelBot.Bot.Tests.Rendering;

/// <summary>Answers to render.</summary>
internal static class Samples
{
    public static Answer Computed { get; } = Of(
        "About 25% (24.8%): 3,100 of 12,500 people came by train [1][2].",
        [
            new Citation(1, 6, "p6.s1", 100, 140, "Of 12,500 people, \"3,100\" came by train."),
            new Citation(2, 7, "p7.s2", 150, 170, new string('x', 300)),
        ]) with
    {
        Outcome = Outcome.Computed,
        Working =
        [
            new Working(
                "share",
                [new Operand("f:train", "article", 3100, "exact", 1), new Operand("f:all", "article", 12500, "at least", 2)],
                "3,100 ÷ 12,500 × 100 = 24.8", "124/5", 24.8, 24.8, 24.8, false, false, "percent", "Nobody is counted twice."),
        ],
        Suggestions = ["How many came by bus?"],
    };

    public static Answer Charted { get; } = Computed with
    {
        Chart = new Chart(
            "People",
            [
                new ChartBar("f:train", "By train", "3,100", 3100, 3100, null, 6),
                new ChartBar("left:f:train", "The rest", "at least 9,400", 9400, null, "12,500 − 3,100 = 9,400", 6),
            ],
            "Figures marked * are worked out."),
    };

    public static Answer Of(string text, IReadOnlyList<Citation>? citations = null) => new()
    {
        KnowledgeSha256 = "test",
        Question = "How many?",
        Outcome = Outcome.Answered,
        Text = text,
        Citations = citations ?? [],
        Planner = Planners.Embedded,
    };

    /// <summary>Answers of any size, made of text that would like to be markup.</summary>
    public static Gen<Answer> Any { get; } =
        from text in Wild(40_000)
        from quotes in Wild(3_000).Array[0, 40]
        from expressions in Wild(2_000).Array[0, 10]
        from suggestions in Wild(500).Array[0, 10]
        select Of(
            string.Concat(text, quotes.Select((_, i) => $"[{i + 1}]")),
            [.. quotes.Select((quote, i) => new Citation(i + 1, i + 1, $"p{i + 1}.s1", 0, quote.Length, quote))]) with
        {
            Working = [.. expressions.Select(expression => new Working("sum", [], expression, "1", 1, 1, 1, false, false, "", expression))],
            Suggestions = suggestions,
        };

    private static Gen<string> Wild(int longest) => Gen.Select(
        Gen.OneOf(Gen.Const("<b>x</b>"), Gen.Const("[a](http://evil)"), Gen.Const("\n- "), Gen.Const("word "), Gen.Const("[3]"), Gen.Const("\u202E\u0000\\"), Gen.String[1, 5]),
        Gen.Int[0, longest],
        (piece, length) => string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length]);
}

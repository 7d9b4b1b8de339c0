using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Arithmetic.Requests;

namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>Says what a reading comes to, and what it was made of.</summary>
internal static class ReadingText
{
    public static Calculation Of(RequestContext context, Reading reading)
    {
        var term = reading.Formula.With(reading.Slots);
        switch (term)
        {
            case ComputedTerm { Function: "share", Role: ComputedRole.Plain, Operands: [var part, var whole] } when part is not ComputedTerm { Role: ComputedRole.Plain } && whole is not ComputedTerm:
                return ShareRequests.Of(context, part, whole);
            case ComputedTerm { Function: "add", Role: ComputedRole.Plain, Operands: [FigureTerm, FigureTerm] and var items }:
                return SumRequests.Of(context, items);
        }

        return new Calculation(term, evaluation => context.Finish(
            Outcome.Computed, $"{Wording.Capital(Wording.Full(evaluation.Quantity(term)))}: {Said(term, evaluation)}", [term], evaluation, Note(context, reading)));
    }

    private static string? Note(RequestContext context, Reading reading)
    {
        var terms = reading.Slots.Select(slot => slot.Term).ToArray();
        return Wording.YourNumbers(terms) ?? (terms.Any(term => term is UserTerm) && (context.Words.Classes & WordClass.If) != 0 ? Wording.Supposed : null);
    }

    private static string Said(Term term, Evaluation evaluation) => term is ComputedTerm { Role: ComputedRole.Plain, Operands: [var first, var second] } computed
        ? Said(computed.Function, Operand(first, evaluation), second is NegativeTerm down ? Operand(down.Of, evaluation) : Operand(second, evaluation), first, second)
        : Wording.Phrase(term, evaluation);

    private static string Said(string function, string first, string second, Term one, Term other) => function switch
    {
        "add" => $"{first}, plus {second}",
        "subtract" or "percentage_points" => $"{first}, less {second}",
        "multiply" when IsPart(one) => $"{first} of {second}",
        // "Three, times more than 50 people" would say something else.
        "multiply" when other is FigureTerm && one is not FigureTerm => $"{second}, times {Factor(one, first)}",
        "multiply" => $"{Factor(one, first)}, times {second}",
        "divide" or "ratio" => $"{first}, divided by {second}",
        "share" => $"{first}, out of {second}",
        "percent_change" => $"from {first} to {second}",
        "value_after_change" => $"{first}, {(other is NegativeTerm ? "down" : "up")} {second}",
        "value_before_change" => $"{first}, before {(other is NegativeTerm ? "a fall" : "a rise")} of {second}",
        _ => $"{first}, {second}",
    };

    /// <summary>A factor is said as a number, however it was typed: "Twice" is 2.</summary>
    private static string Factor(Term term, string said) => term is ConstantTerm { Value: var value } && value >= 1 ? NumberText.Exact(value) : said;

    /// <summary>A result within a result is said with its number, and what it was made of in brackets.</summary>
    private static string Operand(Term term, Evaluation evaluation) => term is ComputedTerm { Role: ComputedRole.Plain }
        ? $"{QuantityText.Brief(evaluation.Quantity(term))} ({Said(term, evaluation)})"
        : Wording.Phrase(term, evaluation);

    private static bool IsPart(Term term) => Wording.IsPercent(term) || (term is ConstantTerm { Value: var value } && value < 1);
}

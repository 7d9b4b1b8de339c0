using System.Globalization;
using ChannelBot.Core;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using Fractions;

namespace ChannelBot.Planner.Plugins;

/// <summary>Finds the number that an operand of a calculator function refers to.</summary>
internal static class OperandReference
{
    private const string Accepted =
        "'figure:ID' of a figure found, 'user:40,000' for a number the user wrote, 'working:1' or 'working:last' for a result of this turn, "
        + "'earlier:1' for one of the last answer, 'constant:100'; a '-' before it makes it negative";

    /// <exception cref="BadInputException">It refers to nothing.</exception>
    public static CalculationOperand Resolve(string reference, KnowledgeFile knowledge, TurnLedger ledger)
    {
        if (reference.StartsWith('-'))
        {
            var operand = Resolve(reference[1..], knowledge, ledger);
            return operand with { Quantity = WorkingQuantity.Negated(operand.Quantity) };
        }

        var colon = reference.IndexOf(':', StringComparison.Ordinal);
        var (kind, rest) = colon < 0 ? ("", reference) : (reference[..colon].Trim(), reference[(colon + 1)..].Trim());
        return kind switch
        {
            "figure" when Figure(rest, knowledge) is { } figure => new(figure.Quantity, figure.Id, "article"),
            "user" when QuantityScanner.Scan(rest) is [var mention, ..] => new(mention.Quantity.TakenExactly(), null, "user"),
            "working" when Place(rest, ledger.Calculations.Count) is { } at => new(ledger.Calculations[at].Result, null, "working"),
            "earlier" when Place(rest, ledger.Earlier.Count) is { } at => new(WorkingQuantity.Of(ledger.Earlier[at]), null, "working"),
            "constant" when Fraction.TryParse(rest, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) =>
                new(Quantity.Exact(value), null, "constant"),
            _ => throw new BadInputException("operand", $"'{reference}' is not a number I have. Use {Accepted}."),
        };
    }

    private static Figure? Figure(string id, KnowledgeFile knowledge)
    {
        foreach (var figure in knowledge.Figures)
        {
            if (string.Equals(figure.Id, id, StringComparison.Ordinal))
            {
                return figure;
            }
        }

        return null;
    }

    /// <summary>"1" is the first; "last" the last, and "last-1" the one before it.</summary>
    private static int? Place(string text, int count)
    {
        var isFromEnd = text.StartsWith("last", StringComparison.Ordinal);
        var digits = isFromEnd ? text.AsSpan(4).TrimStart('-') : text;
        var number = 0;
        if (digits.Length > 0 && !int.TryParse(digits, CultureInfo.InvariantCulture, out number))
        {
            return null;
        }

        var at = isFromEnd ? count - 1 - number : number - 1;
        return at >= 0 && at < count ? at : null;
    }
}

using System.Globalization;
using ChannelBot.Core.Answers;

namespace ChannelBot.Bot.Rendering;

/// <summary>A calculation in words.</summary>
internal static class WorkingText
{
    /// <summary>Where each number of a calculation is from: "12,400 and 3,100 are from paragraph 6. The exact fraction is 31/124."</summary>
    public static string Operands(Answer answer, Working step)
    {
        var sentences = step.Operands
            .Select(operand => (Number: Number(operand), From: From(answer, operand)))
            .Where(operand => operand.From is not null)
            .Distinct()
            .GroupBy(operand => operand.From, operand => operand.Number)
            .Select(group => $"{List([.. group])} {(group.Count() is 1 ? "is" : "are")} {group.Key}.");
        var exact = step.Exact.Contains('/', StringComparison.Ordinal) ? $" The exact fraction is {step.Exact}." : "";
        return $"{string.Join(' ', sentences)}{exact}".Trim();
    }

    private static string? From(Answer answer, Operand operand) => operand.Source switch
    {
        "article" when answer.AllCitations().FirstOrDefault(citation => citation.N == operand.Citation) is { } citation =>
            string.Create(CultureInfo.InvariantCulture, $"from paragraph {citation.Paragraph}"),
        "article" => "from the article",
        "user" => "from you",
        _ => null,
    };

    private static string Number(Operand operand)
    {
        var number = operand.Value.ToString("#,0.####", CultureInfo.InvariantCulture);
        return operand.Bound switch
        {
            "exact" or "between" => number,
            "rounded" => $"{number} (rounded)",
            var hedge => $"{hedge} {number}",
        };
    }

    private static string List(string[] items) => items is [var one] ? one : $"{string.Join(", ", items[..^1])} and {items[^1]}";
}

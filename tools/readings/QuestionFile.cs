using System.Data;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Readings;

/// <summary>A question of a file: what is asked, and the numbers that it comes to.</summary>
/// <param name="Values">The results wanted; empty where nothing is to be worked out.</param>
/// <param name="Tolerance">How far from a result another number may be, as a share of it: for results that are known rounded only.</param>
/// <param name="IsSpare">Nothing is learnt from it; the questions after it lean on it.</param>
internal sealed record Line(string Id, string Group, string Question, double[] Values, double Tolerance, bool IsSpare);

/// <summary>Reads the question sets of tests/questions: those with the calculation written out ("expr"), and those with a reference answer only.</summary>
internal static partial class QuestionFile
{
    private const double Exact = 1e-6;

    /// <summary>Reference answers round to three digits or more.</summary>
    private const double Rounded = 0.006;

    /// <param name="article">The article's text: its numbers are no results.</param>
    public static IEnumerable<Line> Read(string path, string article)
    {
        var given = Numbers(article).ToHashSet();
        return File.ReadLines(path).Where(line => line.Length > 0).Select((line, at) => Read(line, path, given));
    }

    private static Line Read(string json, string path, HashSet<double> given)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var id = root.GetProperty("id").GetString()!;
        var group = root.TryGetProperty("group", out var named) && named.ValueKind is JsonValueKind.String ? named.GetString()! : id;
        var question = root.GetProperty("question").GetString()!;
        if (root.TryGetProperty("expr", out var expression))
        {
            double[] values = expression.ValueKind is JsonValueKind.Null ? [] : Results(expression.GetString()!);
            return new Line(id, path + group, question, values, Exact, expression.ValueKind is not JsonValueKind.Null && values.Length == 0);
        }

        if (root.GetProperty("kind").GetString() is not "compute")
        {
            return new Line(id, path + group, question, [], Exact, IsSpare: false);
        }

        var asked = Numbers(question).ToHashSet();
        double[] result = [.. Numbers(root.GetProperty("gold").GetString()!).Where(number => !asked.Contains(number) && !given.Contains(number)).Take(1)];
        return new Line(id, path + group, question, result, Rounded, IsSpare: result.Length == 0);
    }

    /// <summary>"17961 > 31535*2/3 ; 17961/31535*100": what is worked out; a comparison by itself comes to no number.</summary>
    private static double[] Results(string expression) =>
        [.. expression.Split(';', StringSplitOptions.TrimEntries).Where(part => part.AsSpan().IndexOfAny("<>=") < 0).Select(part => Result(part))];

    private static double Result(string expression)
    {
        using var table = new DataTable { Locale = CultureInfo.InvariantCulture };

        // Whole numbers would be worked out in 32 bits.
        return Convert.ToDouble(table.Compute(Whole().Replace(expression, "$0.0"), null), CultureInfo.InvariantCulture);
    }

    private static IEnumerable<double> Numbers(string text) =>
        Number().Matches(text).Select(match => double.Parse(match.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\d[\d,]*(?:\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<![\d.])\d+(?![\d.])")]
    private static partial Regex Whole();
}

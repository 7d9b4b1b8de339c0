using System.Text;
using ChannelBot.Testing.Comparison;
using ChannelBot.Testing.Expectations;
using ChannelBot.Testing.Results;

namespace ChannelBot.Testing.Reports;

/// <summary>Conversations that did not pass, as plain text: for the messages of test frameworks and build servers.</summary>
public static class TextReport
{
    public static string Of(IEnumerable<ScriptResult> results) => string.Join("\n\n", results.Select(Of));

    /// <summary>The turns that do not hold, each with what was said, what is wrong and how the answer came about.</summary>
    public static string Of(ScriptResult result)
    {
        var text = new StringBuilder($"{result.Path}: {result.Name}");
        if (result.Paraphrase is { } paraphrase)
        {
            text.Append($", asked as “{paraphrase.Text}”");
        }

        if ((result.Skipped ?? result.Problem) is { } problem)
        {
            text.Append('\n').Append(problem);
        }

        foreach (var turn in result.Turns.Where(turn => !turn.Passed))
        {
            Write(text, turn);
        }

        return text.ToString();
    }

    /// <summary>A difference in signs: [-missing-] and {+instead+}.</summary>
    public static string Of(IEnumerable<DiffPiece> diff) => string.Concat(diff.Select(piece => piece.Kind switch
    {
        DiffKind.Missing => $"[-{piece.Text}-]",
        DiffKind.Unexpected => $"{{+{piece.Text}+}}",
        _ => piece.Text,
    }));

    private static void Write(StringBuilder text, TurnResult turn)
    {
        Line("user: ", turn.Said);
        foreach (var message in turn.Observation.Messages)
        {
            Line("bot:  ", message.Text ?? "");
        }

        foreach (var failure in turn.Failures)
        {
            Line("  ✗ ", $"{failure.Expectation}{(failure.Place is { } place ? $" ({place})" : "")}");
            if (failure.Diff.Count > 0)
            {
                Line("    ", Of(failure.Diff));
                continue;
            }

            Line("    expected: ", failure.Expected);
            Line("    actual:   ", failure.Actual);
        }

        foreach (var step in Observed.Working(turn.Observation))
        {
            Line("    working: ", step.Expression);
        }

        foreach (var line in turn.Observation.Explanation)
        {
            Line("    why:  ", line);
        }

        foreach (var call in turn.Observation.Plan)
        {
            Line("    plan: ", $"{call} → {call.Result}");
        }

        void Line(string mark, string words) => text.Append('\n').Append(mark).Append(words.ReplaceLineEndings("\n" + new string(' ', mark.Length)));
    }
}

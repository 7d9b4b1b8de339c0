using ChannelBot.Testing.Reports;

namespace ChannelBot.Testing.Results;

/// <summary>A conversation did not go as it should. The message tells what was said, what does not hold with the difference word by word,
/// and how the answer came about.</summary>
public sealed class ScriptFailedException(IReadOnlyList<ScriptResult> results) : Exception(TextReport.Of(results)), IAssertionException
{
    /// <summary>Of those that did not pass.</summary>
    public IReadOnlyList<ScriptResult> Results { get; } = results;

    /// <exception cref="ScriptFailedException">One of <paramref name="results"/> did not pass.</exception>
    public static void ThrowUnlessPassed(IEnumerable<ScriptResult> results)
    {
        ScriptResult[] wrong = [.. results.Where(result => result.Outcome is not ScriptOutcome.Passed)];
        if (wrong.Length > 0)
        {
            throw new ScriptFailedException(wrong);
        }
    }
}

/// <summary>By this name, in whatever namespace, xunit.v3 tells a test that failed from one that broke.</summary>
public interface IAssertionException;

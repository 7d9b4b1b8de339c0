namespace ChannelBot.Planner.Guards;

/// <summary>Something in an answer that a guard cannot account for.</summary>
/// <param name="Guard">The guard's name: "numbers".</param>
/// <param name="Problem">What is wrong, for a person to read.</param>
/// <param name="Start">First UTF-16 code unit, in the answer's text, of the sentence that holds it.</param>
/// <param name="End">Exclusive.</param>
public sealed record GuardFinding(string Guard, string Problem, int Start, int End);

/// <summary>What the guards found in one answer.</summary>
/// <param name="Findings">None where the answer may be sent.</param>
public sealed record GuardReport(IReadOnlyList<GuardFinding> Findings)
{
    public static GuardReport Clean { get; } = new([]);

    public bool IsClean => Findings.Count == 0;

    /// <summary>A line for each guard that refused, or one that says that all passed.</summary>
    public IEnumerable<string> Lines => IsClean
        ? ["all guards passed"]
        : Findings.Select(finding => $"{finding.Guard}: {finding.Problem}");
}

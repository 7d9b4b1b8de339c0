using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.Planner.Guards;

/// <summary>What goes out, and what the guards said of it.</summary>
/// <param name="Answer">Passes every guard, or is a reviewed text.</param>
/// <param name="Written">The answer's text as it came.</param>
/// <param name="Report">On the answer as it came.</param>
internal sealed record Passed(Answer Answer, string Written, GuardReport Report, RepairKind Repair)
{
    /// <summary>For explanations: the guards that passed it, each finding of the others, and what became of it.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            var refused = Report.Findings.Select(finding => finding.Guard).ToHashSet(StringComparer.Ordinal);
            return
            [
                "passed: " + string.Join(", ", AnswerGuards.Names.Where(name => !refused.Contains(name))),
                .. Report.Findings.Select(finding => $"refused by {finding.Guard}: {finding.Problem}"),
                .. Repair switch
                {
                    RepairKind.Quoted => (IEnumerable<string>)[$"repaired, by the cited sentences: {Written}"],
                    RepairKind.Withheld => [$"withheld, for a reviewed text: {Written}"],
                    _ => [],
                },
            ];
        }
    }
}

internal enum RepairKind
{
    None,
    Quoted,
    Withheld,
}

/// <summary>The only way out: whatever wrote an answer, it is checked here, and what is refused is repaired or withheld, and counted.</summary>
/// <remarks>Safe to share between threads.</remarks>
internal sealed class AnswerGate(KnowledgeFile knowledge)
{
    private readonly AnswerGuards _guards = new(knowledge);
    private readonly AnswerRepair _repair = new(knowledge);
    private long _checked;
    private long _repaired;
    private long _withheld;
    private long _returned;

    public GuardFigures Figures =>
        new(Interlocked.Read(ref _checked), Interlocked.Read(ref _repaired), Interlocked.Read(ref _withheld), Interlocked.Read(ref _returned));

    /// <summary>Looks at an answer whose writer can be told what is wrong with it: nothing is repaired here.</summary>
    public GuardReport Look(Answer answer, Grounds grounds)
    {
        Interlocked.Increment(ref _checked);
        var report = _guards.Check(answer, grounds);
        Interlocked.Add(ref _returned, report.IsClean ? 0 : 1);
        return report;
    }

    public Passed Pass(Answer answer, Grounds grounds)
    {
        Interlocked.Increment(ref _checked);
        var report = _guards.Check(answer, grounds);
        if (report.IsClean)
        {
            return new Passed(answer, answer.Text, report, RepairKind.None);
        }

        foreach (var candidate in Candidates(answer, grounds))
        {
            if (_guards.Check(candidate.Answer, grounds with { FixedTexts = candidate.FixedTexts }).IsClean)
            {
                Interlocked.Increment(ref _repaired);
                AnswerGuards.CountRepair(RepairKind.Quoted);
                return new Passed(candidate.Answer, answer.Text, report, RepairKind.Quoted);
            }
        }

        Interlocked.Increment(ref _withheld);
        AnswerGuards.CountRepair(RepairKind.Withheld);
        return new Passed(_repair.Withheld(answer).Answer, answer.Text, report, RepairKind.Withheld);
    }

    private IEnumerable<Repaired> Candidates(Answer answer, Grounds grounds) => answer.Parts is { Count: > 0 } parts
        ? AnswerRepair.Joined(answer, [.. parts.Select((part, at) => OfPart(part, grounds, at))])
        : _repair.Of(answer, grounds.FixedText(0));

    /// <summary>The part as it is where the guards let it pass, else its first repair that they do.</summary>
    private Repaired OfPart(Answer part, Grounds grounds, int at)
    {
        IReadOnlyList<string?> own = [grounds.FixedText(at)];
        return _repair.Of(part, own[0])
            .Prepend(new Repaired(part, own))
            .FirstOrDefault(candidate => _guards.Check(candidate.Answer, grounds with { FixedTexts = candidate.FixedTexts }).IsClean)
            ?? _repair.Withheld(part);
    }
}

using System.Diagnostics.Metrics;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;
using ChannelBot.Planner.FixedTexts;
using ChannelBot.Planner.Guards.Relations;

namespace ChannelBot.Planner.Guards;

/// <summary>Checks every answer, whatever wrote it, against the article, the working and the user's own words.</summary>
/// <remarks>Safe to share between threads. What a guard refuses is counted under its name in the meter <see cref="MeterName"/>.</remarks>
internal sealed class AnswerGuards
{
    public const string MeterName = "ChannelBot.Guards";

    private const string ReviewedGuardName = "reviewed text";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Checked = Meter.CreateCounter<long>("channelbot.guards.checked", "{answer}", "Answers checked.");
    private static readonly Counter<long> Refused = Meter.CreateCounter<long>(
        "channelbot.guards.refused", "{finding}", "What guards could not account for; the tag says which guard.");

    private static readonly IGuard[] Guards =
    [
        new CitationGuard(), new MarkGuard(), new QuotationGuard(), new NumberGuard(), new NameGuard(), new SpeakerGuard(), new NegationGuard(),
        new CertaintyGuard(), new SupportGuard(), new ModelWordsGuard(), new RelationGuard(), new WorkingGuard(),
    ];

    private static readonly Counter<long> Repairs = Meter.CreateCounter<long>(
        "channelbot.guards.repaired", "{answer}", "Answers sent otherwise than they were written; the tag says how.");

    private readonly EvidenceBook _book;

    public AnswerGuards(KnowledgeFile knowledge) => _book = new EvidenceBook(knowledge);

    /// <summary>The names of all guards, in the order in which they look.</summary>
    public static IEnumerable<string> Names => [.. Guards.Select(guard => guard.Name), PartsOf.Name, LengthGuard.Name, ReviewedGuardName];

    public GuardReport Check(Answer answer, string userText, params IReadOnlyList<string?> fixedTexts) => Check(answer, new Grounds(userText, fixedTexts));

    /// <summary>Checks an answer, and each of its parts by itself.</summary>
    public GuardReport Check(Answer answer, Grounds grounds)
    {
        Checked.Add(1);
        var findings = new List<GuardFinding>();
        if (answer.Parts is { Count: > 0 } parts)
        {
            for (var i = 0; i < parts.Count; i++)
            {
                CheckPart(parts[i], grounds, grounds.FixedText(i), findings);
            }

            CheckWhole(answer, parts, grounds, findings);
        }
        else
        {
            CheckPart(answer, grounds, grounds.FixedText(0), findings);
        }

        LengthGuard.Check(answer.Text, findings);
        foreach (var finding in findings)
        {
            Refused.Add(1, new KeyValuePair<string, object?>("guard", finding.Guard));
        }

        return findings.Count == 0 ? GuardReport.Clean : new GuardReport(findings);
    }

    public static void CountRepair(RepairKind kind) => Repairs.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString().ToLowerInvariant()));

    private void CheckPart(Answer part, Grounds grounds, string? fixedText, List<GuardFinding> findings)
    {
        var reviewed = fixedText is null ? "" : ReviewedText.Has(fixedText) ? ReviewedText.Of(fixedText, _book.Knowledge) : null;
        if (reviewed is null || !part.Text.StartsWith(reviewed, StringComparison.Ordinal))
        {
            findings.Add(new GuardFinding(ReviewedGuardName, $"does not begin with the reviewed text '{fixedText}'", 0, part.Text.Length));
            reviewed = "";
        }

        if (part.Text.Length == reviewed.Length && part.Citations.Count == 0)
        {
            return;
        }

        var read = new GuardedAnswer(part, _book, grounds, reviewed.Length);
        foreach (var guard in Guards)
        {
            guard.Check(read, findings);
        }
    }

    /// <summary>The answer is its parts and nothing else, but for an opening line, which speaks of what all of them cite.</summary>
    private void CheckWhole(Answer answer, IReadOnlyList<Answer> parts, Grounds grounds, List<GuardFinding> findings)
    {
        if (PartsOf.Openings(answer.Text, parts) is not { } opening || !answer.Citations.SequenceEqual(parts.SelectMany(part => part.Citations)))
        {
            findings.Add(new GuardFinding(PartsOf.Name, "the answer is not what its parts are", 0, answer.Text.Length));
            return;
        }

        if (opening.Length == 0)
        {
            return;
        }

        var marked = opening + string.Concat(answer.Citations.Select(citation => $" [{citation.N}]"));
        var read = new GuardedAnswer(answer with { Text = marked }, _book, grounds, 0);
        foreach (var guard in Guards)
        {
            // What the parts cite and calculate has been looked at with them.
            if (guard is not (CitationGuard or WorkingGuard))
            {
                guard.Check(read, findings);
            }
        }
    }
}

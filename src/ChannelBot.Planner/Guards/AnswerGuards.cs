using System.Diagnostics.Metrics;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;
using ChannelBot.Planner.FixedTexts;

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
        new CertaintyGuard(), new SupportGuard(), new WorkingGuard(),
    ];

    private readonly EvidenceBook _book;

    public AnswerGuards(KnowledgeFile knowledge) => _book = new EvidenceBook(knowledge);

    /// <summary>The names of all guards, in the order in which they look.</summary>
    public static IEnumerable<string> Names => [.. Guards.Select(guard => guard.Name), LengthGuard.Name, ReviewedGuardName];

    /// <summary>Checks an answer, and each of its parts by itself.</summary>
    /// <param name="userText">The user's message, and those before it that it leans on.</param>
    /// <param name="fixedTexts">For the answer, or for each of its parts in order, the key of the reviewed text that it begins with; null for none.</param>
    public GuardReport Check(Answer answer, string userText, params IReadOnlyList<string?> fixedTexts)
    {
        Checked.Add(1);
        var findings = new List<GuardFinding>();
        if (answer.Parts is { Count: > 0 } parts)
        {
            for (var i = 0; i < parts.Count; i++)
            {
                CheckPart(parts[i], userText, i < fixedTexts.Count ? fixedTexts[i] : null, findings);
            }
        }
        else
        {
            CheckPart(answer, userText, fixedTexts.Count > 0 ? fixedTexts[0] : null, findings);
        }

        LengthGuard.Check(answer.Text, findings);
        foreach (var finding in findings)
        {
            Refused.Add(1, new KeyValuePair<string, object?>("guard", finding.Guard));
        }

        return findings.Count == 0 ? GuardReport.Clean : new GuardReport(findings);
    }

    private void CheckPart(Answer part, string userText, string? fixedText, List<GuardFinding> findings)
    {
        var reviewed = fixedText is null ? "" : ReviewedText.Of(fixedText, _book.Knowledge);
        if (!part.Text.StartsWith(reviewed, StringComparison.Ordinal))
        {
            findings.Add(new GuardFinding(ReviewedGuardName, $"does not begin with the reviewed text '{fixedText}'", 0, part.Text.Length));
            reviewed = "";
        }

        if (part.Text.Length == reviewed.Length && part.Citations.Count == 0)
        {
            return;
        }

        var read = new GuardedAnswer(part, _book, userText, reviewed.Length);
        foreach (var guard in Guards)
        {
            guard.Check(read, findings);
        }
    }
}

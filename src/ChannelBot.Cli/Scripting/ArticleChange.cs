using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;
using ChannelBot.Testing.Comparison;
using ChannelBot.Testing.Reports;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Running;
using Spectre.Console;

namespace ChannelBot.Cli.Scripting;

/// <summary>What an edited article breaks, and why: items of knowledge that are gone or changed, plans that are others, and scripts that held
/// before, each with the sentences that its answer rested on and the new article has otherwise.</summary>
internal sealed class ArticleChange(KnowledgeFile before, KnowledgeFile after)
{
    private static readonly Style s_heading = new(decoration: Decoration.Bold);
    private static readonly Style s_mark = new(foreground: Color.Maroon);

    private readonly HashSet<string> _wordsNow = [.. after.Sentences.Select(sentence => sentence.Text)];

    /// <summary>What people reviewed, held against the edited article; null where the builder read both articles alone.</summary>
    public string? Curation { get; init; }

    /// <summary>What the curation says and the edited article does not bear out, a sentence for each item.</summary>
    public IReadOnlyList<string> Lost { get; init; } = [];

    public void Write(Terminal terminal, TestRun old, TestRun edited)
    {
        var page = new Page(terminal);
        if (Curation is null)
        {
            page.Heading("Both articles as the builder reads them alone: --curation FILE.yaml adds what people reviewed.", s_heading);
        }
        else
        {
            Section($"Reviewed in {Curation}, and borne out no more", Lost);
        }

        Section("Figures", Gone(before.Figures, after.Figures, figure => figure.Id, figure => $"{figure.Name}: “{figure.Text}”"));
        Section("Quotes", Gone(before.Quotes, after.Quotes, quote => quote.Text, quote => $"“{quote.Text}”"));
        Section("Facts", Gone(before.Facts, after.Facts, fact => fact.Id, fact => string.Join(": ", [fact.About, .. fact.Slots.Count > 0 ? [string.Join("; ", fact.Slots.Select(slot => slot.Text))] : (string[])[]])));
        Section("Plans", Plans(old, edited));
        Section("Expectations that held and hold no more", Broken(old, edited));

        void Section(string title, IEnumerable<string> lines)
        {
            var all = lines.ToArray();
            page.Heading(FormattableString.Invariant($"{title}: {(all.Length is 0 ? "none" : all.Length)}"), s_heading);
            Array.ForEach(all, line => page.Item("·", line, s_mark));
        }
    }

    /// <summary>Items without one of the same key and words in the new article.</summary>
    private static IEnumerable<string> Gone<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> key, Func<T, string> words)
    {
        var known = after.GroupBy(key, StringComparer.Ordinal).ToDictionary(items => items.Key, items => words(items.First()), StringComparer.Ordinal);
        return before.Select(item => (Was: words(item), Is: known.GetValueOrDefault(key(item))))
            .Where(item => item.Was != item.Is)
            .Select(item => item.Is is null ? $"{item.Was} is gone" : $"{item.Was} is now {item.Is}");
    }

    private IEnumerable<string> Plans(TestRun old, TestRun edited) =>
        from pair in Pairs(old, edited)
        from turn in pair.Old.Turns.Zip(pair.New.Turns)
        let was = Plan(turn.First)
        let now = Plan(turn.Second)
        where was != now
        select $"{turn.First.Turn.Place} “{turn.First.Said}”: {was} is now {now}{Why(turn.First)}";

    private IEnumerable<string> Broken(TestRun old, TestRun edited) =>
        from pair in Pairs(old, edited)
        where pair.Old.Outcome is ScriptOutcome.Passed && pair.New.Outcome is not ScriptOutcome.Passed
        from line in pair.New.Problem is { } problem ? [problem] : pair.Old.Turns.Zip(pair.New.Turns).SelectMany(turn => turn.Second.Failures, (turn, failure) =>
            $"{failure.Place} “{turn.Second.Said}”: {failure.Expectation}, and there is {failure.Actual.ReplaceLineEndings(" ")}{Why(turn.First)}")
        select line;

    /// <summary>What the old answer rested on and the new article has not, or has otherwise; empty where all of it is still there.</summary>
    private string Why(TurnResult old)
    {
        var lost = (old.Observation.Answer?.AllCitations() ?? []).Select(citation => citation.Sentence).Distinct(StringComparer.Ordinal)
            .Select(id => before.Sentences.FirstOrDefault(sentence => sentence.Id == id)).OfType<Sentence>()
            .Where(sentence => !_wordsNow.Contains(sentence.Text));
        return string.Concat(lost.Select(sentence => $"; because it rested on {sentence.Id}, {Now(sentence)}"));
    }

    /// <summary>The sentence that stands in its place now, where it has most of the old one's words.</summary>
    private string Now(Sentence old)
    {
        var next = after.Sentences.FirstOrDefault(sentence => sentence.Id == old.Id);
        var diff = next is null ? [] : WordDiff.Of(old.Text, next.Text);
        return diff.Where(piece => piece.Kind is DiffKind.Same).Sum(piece => piece.Text.Length) * 2 > old.Text.Length
            ? $"which now reads “{TextReport.Of(diff)}”"
            : $"which is gone: “{old.Text}”";
    }

    private static IEnumerable<(ScriptResult Old, ScriptResult New)> Pairs(TestRun old, TestRun edited) => old.Results.Zip(edited.Results);

    private static string Plan(TurnResult turn) =>
        turn.Observation.Plan.Count is 0 ? "no calls" : string.Join(", ", turn.Observation.Plan);
}

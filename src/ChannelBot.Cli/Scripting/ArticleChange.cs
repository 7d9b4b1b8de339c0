using ChannelBot.Core.Knowledge;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Running;
using Spectre.Console;

namespace ChannelBot.Cli.Scripting;

/// <summary>What an edited article breaks: items of knowledge that are gone or changed, plans that are others, and scripts that held before.</summary>
internal sealed class ArticleChange(KnowledgeFile before, KnowledgeFile after)
{
    private static readonly Style s_heading = new(decoration: Decoration.Bold);
    private static readonly Style s_mark = new(foreground: Color.Maroon);

    public void Write(Terminal terminal, TestRun old, TestRun edited)
    {
        var page = new Page(terminal);
        Section("Figures", Gone(before.Figures, after.Figures, figure => figure.Id, figure => $"{figure.Name}: “{figure.Text}”"));
        Section("Quotes", Gone(before.Quotes, after.Quotes, quote => quote.Text, quote => $"“{quote.Text}”"));
        Section("Facts", Gone(before.Facts, after.Facts, fact => fact.Id, fact => $"{fact.About}: {string.Join("; ", fact.Slots.Select(slot => slot.Text))}"));
        Section("Plans", Plans(old, edited));
        Section("Scripts that held and hold no more", Broken(old, edited));

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

    private static IEnumerable<string> Plans(TestRun old, TestRun edited) =>
        from pair in Pairs(old, edited)
        from turn in pair.Old.Turns.Zip(pair.New.Turns)
        let was = Plan(turn.First)
        let now = Plan(turn.Second)
        where was != now
        select $"{turn.First.Turn.Place} “{turn.First.Said}”: {was} is now {now}";

    private static IEnumerable<string> Broken(TestRun old, TestRun edited) =>
        from pair in Pairs(old, edited)
        where pair.Old.Outcome is ScriptOutcome.Passed && pair.New.Outcome is not ScriptOutcome.Passed
        from line in pair.New.Problem is { } problem ? [problem] : pair.New.Turns.SelectMany(turn => turn.Failures, (turn, failure) =>
            $"{failure.Place} “{turn.Said}”: {failure.Expectation}, and there is {failure.Actual.ReplaceLineEndings(" ")}")
        select line;

    private static IEnumerable<(ScriptResult Old, ScriptResult New)> Pairs(TestRun old, TestRun edited) => old.Results.Zip(edited.Results);

    private static string Plan(TurnResult turn) =>
        turn.Observation.Plan.Count is 0 ? "no calls" : string.Join(", ", turn.Observation.Plan.Select(call => $"{call.Function}({call.Arguments})"));
}

using System.Runtime.CompilerServices;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Planner.FixedTexts;

namespace ChannelBot.Planner.Embedded.Conduct;

/// <summary>Whether an article has dates of the calendar, and where not, its own words for the time of something.</summary>
internal sealed class CalendarDates
{
    private static readonly ConditionalWeakTable<KnowledgeFile, CalendarDates> Known = [];

    private static readonly Lazy<HashSet<string>> Months = new(() => Set("months"));
    private static readonly Lazy<HashSet<string>> DayWords = new(() => Set("days"));

    private static readonly Lazy<HashSet<string>> Asking = new(() => Set("asking"));

    private readonly List<Time> _times = [];

    private CalendarDates(KnowledgeFile knowledge)
    {
        foreach (var fact in knowledge.Facts)
        {
            AddSlots(knowledge, fact.Id, fact.Slots, fact.Evidence, fact.Words);
        }

        foreach (var statement in knowledge.Statements)
        {
            AddSlots(knowledge, statement.Id, statement.Slots, new Span(statement.Start, statement.End), []);
        }

        foreach (var sentence in knowledge.Sentences)
        {
            ReadSentence(sentence);
        }
    }

    /// <summary>A day of a month, or a month of a year, stands in the article.</summary>
    public bool IsDated { get; private set; }

    private sealed record Time(string Id, Span Words, Span Sentence, HashSet<string> Stems, string Text);

    public static CalendarDates Of(KnowledgeFile knowledge) => Known.GetValue(knowledge, static file => new CalendarDates(file));

    /// <summary>The article's words for the time of what the question is about, the sentence that holds them, and an id; null where there are none.</summary>
    public (string Words, Span Sentence, string Id)? TimeOf(Question question)
    {
        (Time Time, double Score)? best = null;
        foreach (var time in _times)
        {
            var score = 0.0;
            foreach (var token in question.Tokens)
            {
                // The question's own "tomorrow" is looked for among the words that tell the time.
                score += DayWords.Value.Contains(token.Lower) && time.Text.Contains(token.Lower, StringComparison.OrdinalIgnoreCase) ? 3 : 0;
                score += token is { IsWord: true, IsStopWord: false } && !Asking.Value.Contains(token.Lower) && time.Stems.Contains(token.Stem) ? 1 : 0;
            }

            if (score > (best?.Score ?? 0))
            {
                best = (time, score);
            }
        }

        return best is { } found ? (found.Time.Text, found.Time.Sentence, found.Time.Id) : null;
    }

    private void AddSlots(KnowledgeFile knowledge, string id, IReadOnlyList<Slot> slots, Span evidence, IReadOnlyList<string> words)
    {
        foreach (var slot in slots)
        {
            if (slot.Role == SlotRole.When && ViewText.SentenceOf(knowledge, new Span(slot.Start, slot.End)) is { } sentence)
            {
                var about = knowledge.Article.Text[evidence.Start..evidence.End] + " " + string.Join(' ', words);
                _times.Add(new Time(id, new Span(slot.Start, slot.End), sentence, Stems(Tokenizer.Tokenize(about)), slot.Text));
            }
        }
    }

    private void ReadSentence(Sentence sentence)
    {
        var tokens = Tokenizer.Tokenize(sentence.Text);
        HashSet<string>? stems = null;
        for (var i = 0; i < tokens.Length; i++)
        {
            IsDated |= tokens[i].IsCapitalised && Months.Value.Contains(tokens[i].Lower) && (IsNumber(tokens, i - 1) || IsNumber(tokens, i + 1));
            if (DayWords.Value.Contains(tokens[i].Lower))
            {
                var words = new Span(sentence.Start + tokens[i].Start, sentence.Start + tokens[i].End);
                _times.Add(new Time(
                    sentence.Id, words, sentence.Span, stems ??= Stems(tokens), sentence.Text[tokens[i].Start..tokens[i].End]));
            }
        }
    }

    private static bool IsNumber(Token[] tokens, int at) => at >= 0 && at < tokens.Length && char.IsAsciiDigit(tokens[at].Lower[0]);

    private static HashSet<string> Stems(Token[] tokens) =>
        tokens.Where(token => token is { IsWord: true, IsStopWord: false }).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Set(string name) =>
        EmbeddedText.RequiredLines("Embedded/Conduct/Words/time.txt")
            .Single(line => line.StartsWith(name + " = ", StringComparison.Ordinal))[(name.Length + 3)..]
            .Split(' ')
            .ToHashSet(StringComparer.Ordinal);
}

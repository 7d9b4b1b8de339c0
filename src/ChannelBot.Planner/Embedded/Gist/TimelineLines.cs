using System.Collections.Frozen;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Gist;

/// <summary>What happened when, in the article's own words for the time; no date is worked out.</summary>
/// <remarks>Years stand first, in their order; then what has happened, in the order of the article; then what is to come.</remarks>
internal static class TimelineLines
{
    private const int LongestTime = 7;
    private const int LongSentence = 18;
    private const float PerWord = 0.03f;
    private const int Year = 4;
    private const int Later = 100_000;

    private static readonly FrozenSet<string> s_points = Words(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
        + "today tomorrow yesterday tonight overnight christmas easter");

    private static readonly FrozenSet<string> s_spans = Words("year month week weekend morning afternoon evening night spring summer autumn winter season");

    private static readonly FrozenSet<string> s_pointers = Words("this last next");

    public static List<GistLine> Of(Story story)
    {
        var lines = new List<GistLine>();
        foreach (var sentence in story.Sentences.Where(sentence => !sentence.IsHeadline && sentence.UnnamedSpeaker is null))
        {
            var statements = story.Knowledge.Statements.Where(statement => statement.Sentence == sentence.Sentence.Id).ToArray();
            var facts = story.Knowledge.Facts.Where(fact => fact.Sentences[0] == sentence.Sentence.Id);
            var times = statements.SelectMany(statement => statement.Slots).Concat(facts.SelectMany(fact => fact.Slots))
                .Where(slot => slot.Role == SlotRole.When).Select(slot => new Span(slot.Start, slot.End)).Where(time => IsPoint(story, time))
                .OrderBy(time => time.Length).ToArray();
            var told = new List<Span>();
            foreach (var time in times.Where(time => !told.Exists(time.Overlaps)).OrderBy(time => time.Start).ToArray())
            {
                if (!told.Exists(time.Overlaps))
                {
                    told.Add(time);
                    lines.Add(Line(story, sentence, time, statements));
                }
            }
        }

        return [.. lines.DistinctBy(line => line.Text[(line.Text.IndexOf(": ", StringComparison.Ordinal) + 1)..])];
    }

    private static GistLine Line(Story story, StorySentence sentence, Span time, Statement[] statements)
    {
        var text = story.Knowledge.Article.Text;
        var clause = statements
            .Where(statement => statement.Start <= time.Start && statement.End >= time.End && Stands(story, statement))
            .MinBy(statement => statement.End - statement.Start);
        var isLong = sentence.Words > LongSentence && clause is not null && sentence.UnnamedSpeaker is null;
        var said = isLong ? Clause(story, clause!) : sentence.Text;
        var when = text[time.Start..time.End].Trim(',', ' ', '’');
        var isToCome = clause?.Certainty is Certainty.Planned or Certainty.Expected;
        var order = YearIn(text.AsSpan(time.Start, time.Length)) ?? (sentence.At + (isToCome ? Later : Later / 2));
        return new GistLine(
            sentence.Sentence.Id + "@" + time.Start, said.StartsWith(when, StringComparison.Ordinal) ? said : $"{FigureLines.Capitalised(when)}: {said}", [sentence.Span], sentence.Sentence.Id,
            (0.3f * sentence.Centrality) - (!isLong && sentence.PointsBack ? 0.5f : 0) + (story.Dead == sentence.Span ? 0.3f : 0) - (PerWord * said.AsSpan().Count(' ')) - (IsSpan(when) ? 0.3f : 0), order);
    }

    /// <summary>The clause's words, and who says so.</summary>
    private static string Clause(Story story, Statement clause)
    {
        var words = story.Knowledge.Article.Text[clause.Start..clause.End];
        var judged = words.IndexOf(", in wh", StringComparison.Ordinal);
        words = words[..(judged > 0 ? judged : words.Length)].TrimEnd(',', ';', ' ', '.');
        var speaker = clause.Speaker is { } id ? story.Index.Entity(id) : null;
        return Quotation.Of(words) + (speaker is null ? "." : $" ({speaker.Name}).");
    }

    /// <summary>A clause can be read alone: it begins with a name, a number or a noun with its article, and nothing hedges it from outside.</summary>
    private static bool Stands(Story story, Statement clause)
    {
        var first = Tokenizer.Tokenize(story.Knowledge.Article.Text[clause.Start..Math.Min(clause.End, clause.Start + 40)])[0];
        return IsFinite(clause) && (first.IsCapitalised || first.Lower is "a" or "an" or "the" or "two" or "three" || char.IsAsciiDigit(first.Lower[0]))
            && first.Lower is not ("it" or "they" or "he" or "she" or "this" or "that")
            && (clause.Speaker is not null || clause.Certainty is not Certainty.Said);
    }

    /// <summary>"was found", "burst"; not "found adrift", "reaching", "to reach".</summary>
    private static bool IsFinite(Statement clause)
    {
        var first = clause.Predicate.AsSpan(0, clause.Predicate.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank ? blank : clause.Predicate.Length);
        return !first.EndsWith("ing", StringComparison.Ordinal) && first is not "to" && (!clause.Passive || first.Length < clause.Predicate.Length);
    }

    /// <summary>"This year" is no time at which a thing happened.</summary>
    private static bool IsSpan(string when) => when.EndsWith("year", StringComparison.OrdinalIgnoreCase);

    /// <summary>It names a day, a month, a year or a time of day, not how long something lasted.</summary>
    private static bool IsPoint(Story story, Span time)
    {
        var tokens = Tokenizer.Tokenize(story.Knowledge.Article.Text[time.Start..time.End]);
        if (tokens.Length > LongestTime || tokens[0].Lower is "since" || IsPossessive(story, time))
        {
            return false;
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            var word = tokens[i].Lower;
            if (s_points.Contains(word) || YearIn(word) is not null || (i > 0 && s_spans.Contains(word) && s_pointers.Contains(tokens[i - 1].Lower)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"today’s meeting".</summary>
    private static bool IsPossessive(Story story, Span time) =>
        story.Knowledge.Article.Text[time.Start..Math.Min(time.End + 2, story.Knowledge.Article.Text.Length)].Trim() is var words
        && (words.EndsWith("’s", StringComparison.Ordinal) || words.EndsWith("'s", StringComparison.Ordinal));

    private static int? YearIn(ReadOnlySpan<char> words)
    {
        for (var i = 0; i + Year <= words.Length; i++)
        {
            if ((i == 0 || !char.IsLetterOrDigit(words[i - 1])) && (i + Year == words.Length || !char.IsLetterOrDigit(words[i + Year]))
                && words[i] is '1' or '2' && words.Slice(i, Year).IndexOfAnyExceptInRange('0', '9') < 0)
            {
                return int.Parse(words.Slice(i, Year), System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

using System.Globalization;

namespace ChannelBot.Planner.Embedded.Conduct;

/// <summary>A sequence of words, classes and gaps, as a line of a pattern file says it.</summary>
/// <remarks>
/// <c>^ who is|are you $</c>: anchors and alternatives. <c>&lt;be&gt;</c>: a word of that class. <c>please?</c>: may be missing.
/// <c>..3</c>: up to three words of any kind. <c>!you</c>: one word, but not that one.
/// </remarks>
internal sealed class Pattern
{
    private const int WidestGap = 8;

    private readonly Element[] _elements;
    private readonly bool _atStart;
    private readonly bool _atEnd;

    private Pattern(Element[] elements, bool atStart, bool atEnd, string text) =>
        (_elements, _atStart, _atEnd, Text) = (elements, atStart, atEnd, text);

    /// <summary>As the file has it, for explanations.</summary>
    public string Text { get; }

    /// <summary>How sure the pattern is of itself: words it pins down.</summary>
    public int Length => _elements.Length;

    public static Pattern Parse(string line, Vocabulary vocabulary)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var atStart = parts.Remove("^");
        var atEnd = parts.Remove("$");
        return new Pattern([.. parts.Select(part => Element.Parse(part, vocabulary))], atStart, atEnd, line);
    }

    /// <summary>Ids of the words it may begin with; classes are spelt out.</summary>
    public IEnumerable<int> FirstWords(Vocabulary vocabulary)
    {
        foreach (var element in _elements)
        {
            if (element.IsGap || element.IsNegated)
            {
                throw new InvalidOperationException($"The pattern '{Text}' begins with a word that may be any.");
            }

            foreach (var word in element.Words)
            {
                yield return word;
            }

            foreach (var word in vocabulary.MembersOf(element.Classes))
            {
                yield return word;
            }

            if (!element.IsOptional)
            {
                yield break;
            }
        }
    }

    /// <summary>Where the match that begins at <paramref name="at"/> ends; -1 where there is none.</summary>
    /// <param name="toEnd">The match has to reach the end of the words.</param>
    public int Match(ReadOnlySpan<RequestWord> words, int at, bool toEnd = false) =>
        _atStart && at != 0 ? -1 : Match(words, at, 0, toEnd || _atEnd);

    private int Match(ReadOnlySpan<RequestWord> words, int at, int next, bool toEnd)
    {
        for (; next < _elements.Length; next++)
        {
            ref readonly var element = ref _elements[next];
            if (element.IsGap)
            {
                return MatchAfterGap(words, at, next + 1, element.Gap, toEnd);
            }

            var accepted = at < words.Length && element.Accepts(words[at].Id, words[at].Classes);
            if (element.IsOptional && accepted)
            {
                var end = Match(words, at + 1, next + 1, toEnd);
                if (end >= 0)
                {
                    return end;
                }
            }
            else if (accepted)
            {
                at++;
            }
            else if (!element.IsOptional)
            {
                return -1;
            }
        }

        return toEnd && at != words.Length ? -1 : at;
    }

    private int MatchAfterGap(ReadOnlySpan<RequestWord> words, int at, int next, int gap, bool toEnd)
    {
        for (var skip = 0; skip <= gap && at + skip <= words.Length; skip++)
        {
            var end = Match(words, at + skip, next, toEnd);
            if (end >= 0)
            {
                return end;
            }
        }

        return -1;
    }

    private readonly record struct Element(int[] Words, ulong Classes, bool IsOptional, bool IsNegated, int Gap)
    {
        /// <summary>A word without its mark here is none of the words: most are told by that alone.</summary>
        private ulong Marks { get; } = WordMarks.Of(Words);

        public bool IsGap => Gap > 0;

        public bool Accepts(int word, ulong classes)
        {
            var isIn = (classes & Classes) != 0 || (word >= 0 && (Marks & WordMarks.Of(word)) != 0 && Array.IndexOf(Words, word) >= 0);
            return isIn != IsNegated;
        }

        public static Element Parse(string part, Vocabulary vocabulary)
        {
            if (part.StartsWith("..", StringComparison.Ordinal))
            {
                return new Element([], 0, false, false, part.Length > 2 ? int.Parse(part.AsSpan(2), CultureInfo.InvariantCulture) : WidestGap);
            }

            var isNegated = part[0] == '!';
            var isOptional = part[^1] == '?';
            var words = new List<int>();
            var classes = 0UL;
            foreach (var word in part[(isNegated ? 1 : 0)..(isOptional ? ^1 : ^0)].Split('|'))
            {
                if (word[0] == '<')
                {
                    classes |= vocabulary.Class(word[1..^1]);
                }
                else
                {
                    words.Add(vocabulary.Add(word));
                }
            }

            return new Element([.. words], classes, isOptional, isNegated, 0);
        }
    }
}

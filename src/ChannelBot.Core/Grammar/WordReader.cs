using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Core.Grammar;

/// <summary>Makes the words of a sentence from its tokens: "people-smuggling", "No." and "£3.4bn" are one word each.</summary>
internal static class WordReader
{
    public static Word[] Read(string sentence, int offset, IReadOnlyList<NumberMention> mentions)
    {
        var tokens = Tokenizer.Tokenize(sentence);
        var words = new List<Word>(tokens.Length);
        for (int i = 0, mention = 0; i < tokens.Length;)
        {
            while (mention < mentions.Count && mentions[mention].End <= tokens[i].Start)
            {
                mention++;
            }

            // "third-quarter": a number that only begins a word counts nothing.
            var isNumber = mention < mentions.Count && mentions[mention].Start <= tokens[i].Start
                && !(mentions[mention].End + 1 < sentence.Length && sentence[mentions[mention].End] == '-' && char.IsLetter(sentence[mentions[mention].End + 1]));
            var next = isNumber ? After(tokens, i, mentions[mention].End) : Joined(sentence, tokens, i);
            words.Add(Make(sentence, tokens, i, next, offset, isNumber ? mention : -1));
            i = next;
        }

        return [.. words];
    }

    private static int After(Token[] tokens, int i, int end)
    {
        var next = i + 1;
        while (next < tokens.Length && tokens[next].Start < end)
        {
            next++;
        }

        return next;
    }

    /// <summary>Index of the first token that does not belong to the word that begins at <paramref name="i"/>.</summary>
    private static int Joined(string sentence, Token[] tokens, int i)
    {
        var next = i + 1;
        if (!tokens[i].IsWord)
        {
            return next;
        }

        while (next + 1 < tokens.Length
            && sentence[tokens[next].Start] is '-' or '‑' or '/' or '&'
            && tokens[next].Start == tokens[next - 1].End
            && tokens[next + 1].IsWord
            && tokens[next + 1].Start == tokens[next].End)
        {
            next += 2;
        }

        return next < tokens.Length
            && sentence[tokens[next].Start] == '.'
            && tokens[next].Start == tokens[next - 1].End
            && next + 1 < tokens.Length
            && IsShort(sentence.AsSpan(tokens[i].Start, tokens[next - 1].End - tokens[i].Start))
            ? next + 1
            : next;
    }

    /// <summary>A stop in the middle of a sentence behind a short capitalised word shortens it: "No.", "Dr.", "J."</summary>
    private static bool IsShort(ReadOnlySpan<char> word) => word.Length <= 4 && char.IsUpper(word[0]);

    private static Word Make(string sentence, Token[] tokens, int from, int to, int offset, int mention)
    {
        int start = tokens[from].Start, end = tokens[to - 1].End;
        var written = sentence.AsSpan(start, end - start);
        var last = tokens[to - 1];
        var isOwner = last.IsWord && last.End - last.Start > 2 && written[^1] is 's' or 'S' && written[^2] is '’' or '\'';
        if (!isOwner && IsPluralOwner(sentence, tokens, to))
        {
            isOwner = true;
        }

        var lower = to - from == 1
            ? tokens[from].Lower
            : (isOwner && written[^2] is '’' or '\'' ? written[..^2] : written).ToString().ToLowerInvariant().Replace('’', '\'');
        return new Word(offset + start, offset + end, lower, tokens[from].IsCapitalised, isOwner) { Mention = mention };
    }

    /// <summary>"officers’ pay": an apostrophe behind an s, then a space and a small letter.</summary>
    private static bool IsPluralOwner(string sentence, Token[] tokens, int next) =>
        next + 1 < tokens.Length
        && sentence[tokens[next].Start] is '’' or '\''
        && tokens[next].Start == tokens[next - 1].End
        && sentence[tokens[next].Start - 1] == 's'
        && tokens[next + 1].Start > tokens[next].End
        && char.IsLower(sentence[tokens[next + 1].Start])
        && sentence.AsSpan(0, tokens[next].Start).LastIndexOf('‘') < 0;

    /// <summary>The words of a place in the article.</summary>
    public static (int First, int Last) In(ReadOnlySpan<Word> words, Span place)
    {
        var first = 0;
        while (first < words.Length && words[first].End <= place.Start)
        {
            first++;
        }

        var last = first;
        while (last < words.Length && words[last].Start < place.End)
        {
            last++;
        }

        return (first, last);
    }
}

namespace ChannelBot.Planner.Embedded.Conduct;

/// <summary>A word of a request.</summary>
/// <param name="Id">Its number in the <see cref="Vocabulary"/>; -1 where no pattern knows it.</param>
/// <param name="Classes">The word classes it belongs to.</param>
/// <param name="Start">First UTF-16 code unit in the request.</param>
/// <param name="End">Exclusive.</param>
internal readonly record struct RequestWord(int Id, ulong Classes, int Start, int End)
{
    /// <summary>It was typed otherwise, and taken for a word nearly like it.</summary>
    public bool IsGuessed { get; init; }
}

/// <summary>Cuts a request into words as patterns know them: lower case, contractions taken apart, slang put plainly.</summary>
internal sealed class RequestWords(Vocabulary vocabulary)
{
    private const int LongestWord = 40;

    /// <summary>With the space behind; of ordinary English, rather too few.</summary>
    private const int LettersPerWord = 5;

    /// <summary>More words than any pattern needs: a longer request is no greeting, and its start tells what it is.</summary>
    private const int Most = 400;

    /// <summary>Short forms of verbs after an apostrophe, and the word that each stands for.</summary>
    private static readonly (string Ending, string Word)[] Contractions =
        [("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'m", "am"), ("'d", "would")];

    private readonly WordSpelling _spelling = new(vocabulary);
    private readonly ulong _contracting = vocabulary.Class("contracting");

    /// <param name="correct">Also reads words that are nearly one the patterns know.</param>
    public List<RequestWord> Read(string text, bool correct)
    {
        var words = new List<RequestWord>((text.Length / LettersPerWord) + 4);
        Span<char> buffer = stackalloc char[LongestWord];
        for (var i = 0; i < text.Length && words.Count < Most;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            var length = 0;
            for (; i < text.Length && (char.IsLetterOrDigit(text[i]) || IsInnerSign(text, i)); i++)
            {
                if (length < LongestWord)
                {
                    buffer[length++] = text[i] is '’' or '‘' or 'ʼ' or '`' ? '\'' : char.ToLowerInvariant(text[i]);
                }
            }

            Add(words, buffer[..length], start, i, correct);
        }

        return words;
    }

    private static bool IsInnerSign(string text, int at) =>
        text[at] is '\'' or '’' or '‘' or 'ʼ' or '`' or '-' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);

    private void Add(List<RequestWord> words, ReadOnlySpan<char> word, int start, int end, bool correct)
    {
        var id = vocabulary.Find(word);
        var isGuessed = false;
        if (id < 0 && Squeeze(word) is { } squeezed)
        {
            id = vocabulary.Find(squeezed);
        }

        if (id < 0)
        {
            if (AddContraction(words, word, start, end, correct) || AddHyphenated(words, word, start, end, correct))
            {
                return;
            }

            id = correct ? _spelling.Nearest(word) : -1;
            isGuessed = id >= 0;
        }

        if (vocabulary.StandsFor(id) is { } others)
        {
            foreach (var other in others)
            {
                words.Add(new RequestWord(other, vocabulary.ClassesOf(other), start, end) { IsGuessed = isGuessed });
            }

            return;
        }

        words.Add(new RequestWord(id, vocabulary.ClassesOf(id), start, end) { IsGuessed = isGuessed });
    }

    private bool AddContraction(List<RequestWord> words, ReadOnlySpan<char> word, int start, int end, bool correct)
    {
        if (!word.Contains('\''))
        {
            return false;
        }

        foreach (var (ending, meant) in Contractions)
        {
            if (word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal))
            {
                var stem = word[..^ending.Length];
                Add(words, stem is "ca" ? "can" : stem is "wo" ? "will" : stem is "sha" ? "shall" : stem, start, end, correct);
                Add(words, meant, start, end, correct);
                return true;
            }
        }

        if (word.Length > 2 && word.EndsWith("'s", StringComparison.Ordinal))
        {
            // "Who's", "it's": a verb; "Anna's": an owner, read as a word and "'s".
            Add(words, word[..^2], start, end, correct);
            var isVerb = (words[^1].Classes & _contracting) != 0;
            Add(words, isVerb ? "is" : word is "let's" ? "us" : "'s", start, end, false);
            return true;
        }

        return false;
    }

    private bool AddHyphenated(List<RequestWord> words, ReadOnlySpan<char> word, int start, int end, bool correct)
    {
        var hyphen = word.IndexOf('-');
        if (hyphen <= 0 || hyphen == word.Length - 1)
        {
            return false;
        }

        Add(words, word[..hyphen], start, end, correct);
        Add(words, word[(hyphen + 1)..], start, end, correct);
        return true;
    }

    /// <summary>"Helloooo" → "hello": a letter typed more than twice is meant once; null where there is none.</summary>
    private static string? Squeeze(ReadOnlySpan<char> word)
    {
        if (!HasRow(word))
        {
            return null;
        }

        Span<char> squeezed = stackalloc char[LongestWord];
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (!IsInRow(word, i))
            {
                squeezed[length++] = word[i];
            }
        }

        var kept = squeezed[..length];
        // What is left of a long row is two letters; one of them is often too many.
        for (var i = 1; i < kept.Length && kept.Length > 2; i++)
        {
            if (kept[i] == kept[i - 1] && i == kept.Length - 1)
            {
                return kept[..^1].ToString();
            }
        }

        return kept.ToString();
    }

    private static bool HasRow(ReadOnlySpan<char> word)
    {
        for (var i = 2; i < word.Length; i++)
        {
            if (IsInRow(word, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInRow(ReadOnlySpan<char> word, int at) => at > 1 && word[at] == word[at - 1] && word[at] == word[at - 2];
}

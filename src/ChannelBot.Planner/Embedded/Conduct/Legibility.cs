using System.Buffers;
using System.Text.RegularExpressions;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Conduct;

/// <summary>Tells what is no sentence at all: signs, pictures, program code, random letters.</summary>
internal sealed partial class Legibility
{
    private const int Letters = 26;
    private const int ShortestSuspect = 4;
    private const int FewestMadeUp = 3;
    private const int LongestWord = 40;
    private const int RowLetters = 4;

    private static readonly string[] KeyboardRows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "poiuytrewq", "lkjhgfdsa", "mnbvcxz"];

    /// <summary>Beginnings and connections of code that no sentence has, in lower case.</summary>
    private static readonly string[] CodeSigns =
    [
        "select *", "drop table", "insert into", "delete from", "union select", "' or '", "or 1=1", "\" or \"", "; --", "';--", "<script", "</",
        "<?php", "#include", "public static", "def ", "import os", "import sys", "console.log", "system.out", "println(", "print(", "function(",
        "=> {", "rm -rf", "${", "{{", "}}", "<html", "/etc/passwd", "../..", "curl -", "eval(", "exec(", "select name", "where 1=1", "();",
    ];

    private static readonly SearchValues<char> Brackets = SearchValues.Create("(;=<{'/*$");

    private readonly bool[] _pairs = new bool[Letters * Letters];

    public Legibility(Vocabulary vocabulary)
    {
        for (var id = 0; id < vocabulary.Count; id++)
        {
            var word = vocabulary.Word(id);
            for (var i = 1; i < word.Length; i++)
            {
                if (char.IsAsciiLetterLower(word[i - 1]) && char.IsAsciiLetterLower(word[i]))
                {
                    _pairs[Pair(word[i - 1], word[i])] = true;
                }
            }
        }
    }

    /// <summary>Key of the reviewed text for what holds no word; null where there is one.</summary>
    public static string? WithoutWords(string text)
    {
        var digits = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLetter(text[i]))
            {
                return null;
            }

            digits |= char.IsDigit(text[i]);
        }

        // "2 + 2" may be a calculation: a lone number is not.
        return digits
            ? text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 ? "clarify.unclear" : null
            : HasPicture(text) ? "social.pictures" : "clarify.empty";
    }

    public static bool IsCode(string text)
    {
        if (!text.AsSpan().ContainsAny(Brackets))
        {
            return false;
        }

        if (Tag().IsMatch(text))
        {
            return true;
        }

        // "def " is an ordinary end of a sentence; with a bracket and a colon it is not.
        var lower = text.ToLowerInvariant();
        return Array.Exists(CodeSigns, sign => lower.Contains(sign, StringComparison.Ordinal) && (sign != "def " || lower.Contains("):", StringComparison.Ordinal)));
    }

    /// <summary>A function, an element of a page ("&lt;img src=x&gt;"), or something called when a page is shown.</summary>
    [GeneratedRegex(@"\bfunction\s+\w+\(|</?[a-z][a-z0-9]*(\s[^<>]*)?/?>|\bon[a-z]+\s*=\s*\S+\(", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    /// <summary>Whether most of the words are no words of any language written in these letters.</summary>
    /// <param name="article">Its words are words, whatever they look like.</param>
    public bool IsGibberish(string text, ReadOnlySpan<RequestWord> words, string article)
    {
        var known = Known(words);
        if (known > 0 && known * 2 >= words.Length)
        {
            return false;
        }

        var (strange, plain, english) = (0, known, known);
        foreach (var word in words)
        {
            if (word.Id >= 0)
            {
                continue;
            }

            var written = text.AsSpan(word.Start, word.End - word.Start);
            var (looksLikeWord, isEnglish) = (LooksLikeWord(written), IsEnglish(written));
            var isInArticle = !(looksLikeWord && isEnglish) && IsIn(article, written);
            var isStrange = !isInArticle && !looksLikeWord;
            english += isInArticle || isEnglish ? 1 : 0;
            strange += isStrange ? 1 : 0;
            plain += isStrange ? 0 : 1;
        }

        // "blorp fleem snargle": each may be a word, but none is.
        return strange > plain || (english == 0 && words.Length >= FewestMadeUp);
    }

    private static int Known(ReadOnlySpan<RequestWord> words)
    {
        var known = 0;
        foreach (var word in words)
        {
            known += word.Id >= 0 ? 1 : 0;
        }

        return known;
    }

    /// <summary>Most words stand in the article as they were typed, and that is found several times as fast.</summary>
    private static bool IsIn(ReadOnlySpan<char> text, ReadOnlySpan<char> word) =>
        text.Contains(word, StringComparison.Ordinal) || text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static bool IsEnglish(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[LongestWord];
        return word.Length > LongestWord || word.ContainsAny("'’-") || SpellingIndex.English.Words.Find(lower[..word.ToLowerInvariant(lower)]) >= 0;
    }

    private bool LooksLikeWord(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestSuspect || word.ContainsAnyExceptInRange('A', 'z'))
        {
            return true;
        }

        var (unseen, vowels, consonants, row) = (0, 0, 0, 0);
        for (var i = 0; i < word.Length; i++)
        {
            var letter = char.ToLowerInvariant(word[i]);
            var isVowel = letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
            vowels += isVowel ? 1 : 0;
            row = isVowel ? 0 : row + 1;
            consonants = Math.Max(consonants, row);
            if (i > 0 && char.IsAsciiLetter(word[i - 1]) && char.IsAsciiLetter(letter))
            {
                unseen += _pairs[Pair(char.ToLowerInvariant(word[i - 1]), letter)] ? 0 : 1;
            }
        }

        // Without a vowel, a short word is an abbreviation.
        return (vowels > 0 || word.Length <= ShortestSuspect) && consonants < 6 && unseen * 4 < word.Length && !IsKeyboardRow(word) && !IsOneLetter(word);
    }

    /// <summary>"asdfgh": the word begins with neighbours of the keyboard.</summary>
    private static bool IsKeyboardRow(ReadOnlySpan<char> word)
    {
        foreach (var row in KeyboardRows)
        {
            if (row.AsSpan().Contains(word[..Math.Min(word.Length, RowLetters)], StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOneLetter(ReadOnlySpan<char> word) => word.Length > 3 && word.IndexOfAnyExcept(word[0]) < 0;

    private static bool HasPicture(string text) =>
        text.EnumerateRunes().Any(rune => rune.Value >= 0x2190 || System.Text.Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.OtherSymbol);

    private static int Pair(char first, char second) => ((first - 'a') * Letters) + second - 'a';
}

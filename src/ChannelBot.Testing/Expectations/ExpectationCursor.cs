using System.Text;
using System.Text.RegularExpressions;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Expectations;

/// <summary>Reads an expectation word by word, and says where it goes wrong.</summary>
/// <param name="place">Of the first character of <paramref name="text"/>.</param>
internal sealed class ExpectationCursor(string text, ScriptPlace place)
{
    private static readonly TimeSpan PatternPatience = TimeSpan.FromSeconds(1);

    private int _at;

    /// <summary>Where it began.</summary>
    public ScriptPlace Place => place;

    /// <summary>The whole expectation, without the space around it.</summary>
    public string Text { get; } = text.Trim();

    public bool IsAtEnd
    {
        get
        {
            SkipSpace();
            return _at >= text.Length;
        }
    }

    /// <summary>The next word, which is taken; empty at the end.</summary>
    public string Word()
    {
        SkipSpace();
        var start = _at;
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        return text[start.._at];
    }

    /// <summary>Takes the next word where it is <paramref name="word"/>.</summary>
    public bool Take(string word)
    {
        var before = _at;
        if (string.Equals(Word(), word, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        _at = before;
        return false;
    }

    /// <summary>Whether the next word is <paramref name="word"/>, which stays.</summary>
    public bool IsAtWord(string word)
    {
        var before = _at;
        var isIt = Take(word);
        _at = before;
        return isIt;
    }

    /// <summary>Takes the next words where they are <paramref name="words"/>.</summary>
    public bool TakeAll(IReadOnlyList<string> words)
    {
        var before = _at;
        if (words.All(Take))
        {
            return true;
        }

        _at = before;
        return false;
    }

    /// <summary>All that is left.</summary>
    /// <param name="expected">What to say where nothing is.</param>
    public string Rest(string expected)
    {
        SkipSpace();
        if (_at >= text.Length)
        {
            throw Wrong(expected);
        }

        var rest = text[_at..].TrimEnd();
        _at = text.Length;
        return rest;
    }

    /// <summary>Whether a quotation mark comes next.</summary>
    public bool IsAtQuote => !IsAtEnd && text[_at] is '"' or '“';

    /// <summary>Whether a pattern comes next.</summary>
    public bool IsAtPattern => !IsAtEnd && text[_at] is '/';

    /// <summary>The words between quotation marks; \" and \\ stand for themselves, \n for a line break.</summary>
    public string Quoted()
    {
        if (!IsAtQuote)
        {
            throw Wrong("words in quotation marks");
        }

        var closing = text[_at] is '“' ? '”' : '"';
        var words = new StringBuilder();
        for (var index = _at + 1; index < text.Length; index++)
        {
            if (text[index] == closing)
            {
                _at = index + 1;
                return words.Length > 0 ? words.ToString() : throw Wrong("words between the quotation marks");
            }

            var isEscape = text[index] is '\\' && index + 1 < text.Length && text[index + 1] is '"' or '\\' or 'n' or '”';
            index += isEscape ? 1 : 0;
            words.Append(isEscape && text[index] is 'n' ? '\n' : text[index]);
        }

        throw Wrong($"a closing {closing}");
    }

    /// <summary>A regular expression between slashes; an i behind it leaves the case of letters open.</summary>
    public Regex Pattern()
    {
        var end = IsAtPattern ? text.LastIndexOf('/') : -1;
        if (end <= _at + 1)
        {
            throw Wrong("a regular expression between slashes, as in /[0-9]+ letters/i");
        }

        var flags = text[(end + 1)..].Trim();
        if (flags is not ("" or "i"))
        {
            _at = end + 1;
            throw Wrong("nothing or an i behind the expression");
        }

        try
        {
            var pattern = text[(_at + 1)..end];
            var regex = new Regex(pattern, RegexOptions.CultureInvariant | (flags is "i" ? RegexOptions.IgnoreCase : RegexOptions.None), PatternPatience);
            _at = text.Length;
            return regex;
        }
        catch (ArgumentException exception)
        {
            throw Wrong($"a regular expression; this is none: {exception.Message}");
        }
    }

    /// <summary>Nothing may follow.</summary>
    public void End()
    {
        if (!IsAtEnd)
        {
            throw Wrong("the end of the line");
        }
    }

    /// <summary>What stands here is not what must.</summary>
    /// <param name="column">Where, counted from 0 in <see cref="Text"/>; null for here.</param>
    public ScriptFormatException Wrong(string expected, int? column = null)
    {
        SkipSpace();
        var at = column + (text.Length - text.TrimStart().Length) ?? _at;
        var found = at < text.Length ? $"'{text[at..].TrimEnd()}'" : "nothing";
        return new ScriptFormatException(place with { Column = place.Column + Math.Min(at, text.Length) }, $"Here stands {found}. Expected {expected}.");
    }

    private void SkipSpace()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }
}

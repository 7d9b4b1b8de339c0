using ChannelBot.Planner.Embedded.Arithmetic.Chains;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>The ways of asking for a calculation, from requests.txt.</summary>
internal sealed class RequestGrammar
{
    /// <summary>Without one of these words, or a way of looking back, nothing is to be worked out.</summary>
    public const WordClass Signs = WordClass.Share | WordClass.Percent | WordClass.Points | WordClass.Ratio | WordClass.Times | WordClass.More | WordClass.Less
        | WordClass.Short | WordClass.Gap | WordClass.Add | WordClass.Subtract | WordClass.Left | WordClass.Multiply | WordClass.Divide | WordClass.Power
        | WordClass.Average | WordClass.Per | WordClass.Each | WordClass.Rate | WordClass.Double | WordClass.Triple | WordClass.Quadruple | WordClass.Halve
        | WordClass.Half | WordClass.Third | WordClass.Quarter | WordClass.Fifth | WordClass.Tenth | WordClass.Negate | WordClass.If | WordClass.Reach | WordClass.Beat | WordClass.Before | WordClass.After | WordClass.Earlier | WordClass.Last | WordClass.Same
        | WordClass.Calculate | WordClass.Round | WordClass.Spell | WordClass.Compare | WordClass.Operator;

    private const int ShortFollowUp = 6;

    private readonly List<RequestPattern> _patterns = [];
    private readonly List<string[]> _leads = [];
    private readonly List<string[]> _tails = [];
    private readonly List<string[]> _tags = [];
    private readonly List<string[]> _claims = [];

    /// <summary>A quick look: false where a request asks for no calculation.</summary>
    public static bool MayCalculate(Question question)
    {
        var many = false;
        foreach (var token in question.Tokens)
        {
            if ((WordClasses.Of(token.Lower) & Signs) != 0)
            {
                return true;
            }

            many |= question.Numbers.Count > 0 && StepWords.Is(token.Lower, StepWord.Extra | StepWord.Fewer | StepWord.Each);
            many |= question.Numbers.Count > 0 && token.Lower is "past" or "beyond";
            many |= token.Lower is "many" or "much" or "number" or "figure" or "between" or "how" or "words";
        }

        // "And in 2023?" is short, and leans on what was asked before.
        return many || question.Numbers.Count > 1 || (question.Conversation.Turns.Count > 0 && question.Tokens.Length <= ShortFollowUp);
    }

    public static RequestGrammar Load(IReadOnlyCollection<string> kinds)
    {
        var grammar = new RequestGrammar();
        var macros = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Resource.Lines("requests.txt"))
        {
            if (line[0] == '$')
            {
                var equals = line.IndexOf('=', StringComparison.Ordinal);
                macros[line[..equals].Trim()] = line[(equals + 1)..].Trim();
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            grammar.Add(line[..colon], Expanded(line[(colon + 1)..], macros), kinds);
        }

        return grammar;
    }

    /// <summary>The words of a question, known by the patterns that were read.</summary>
    public RequestWords Read(Question question) => _patterns.Count == 0 ? throw new InvalidOperationException("There are no patterns.") : RequestWords.Read(question);

    /// <summary>Takes off what only leads up to the request and what trails it; true where it asks for a claim to be confirmed.</summary>
    public bool TakeOffEnds(RequestWords words)
    {
        var isClaim = false;
        while (true)
        {
            if (Length(words, _claims, fromEnd: false) is var claim and > 0)
            {
                isClaim = true;
                words.Trim(claim, 0);
            }
            else if (Length(words, _tags, fromEnd: true) is var tag and > 0)
            {
                isClaim = true;
                words.Trim(0, tag);
            }
            else if (Length(words, _leads, fromEnd: false) is var lead and > 0)
            {
                words.Trim(lead, 0);
            }
            else if (Length(words, _tails, fromEnd: true) is var tail and > 0)
            {
                words.Trim(0, tail);
            }
            else
            {
                return isClaim;
            }
        }
    }

    /// <summary>What the first pattern gives that fits and is answered.</summary>
    /// <param name="isFarFetched">True for the patterns that fit almost anything, false for the others, null for all.</param>
    public T? FirstMatch<T>(RequestWords words, bool? isFarFetched, Func<RequestPattern, Captures, T?> answer)
        where T : class
    {
        foreach (var pattern in _patterns)
        {
            if ((isFarFetched is null || isFarFetched == pattern.IsFarFetched) && pattern.Match(words, answer) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private void Add(string kind, string text, IReadOnlyCollection<string> kinds)
    {
        switch (kind)
        {
            case "lead":
                _leads.Add(Words(text));
                break;
            case "tail":
                _tails.Add(Words(text));
                break;
            case "tag":
                _tags.Add(Words(text));
                break;
            case "claim":
                _claims.Add(Words(text));
                break;
            default:
                _patterns.Add(kinds.Contains(kind)
                    ? RequestPattern.Parse(kind, text)
                    : throw new InvalidOperationException($"requests.txt has a kind '{kind}' that nothing answers."));
                break;
        }
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>How many words the longest phrase takes at one end, if it leaves any.</summary>
    private static int Length(RequestWords words, List<string[]> phrases, bool fromEnd)
    {
        var longest = 0;
        foreach (var phrase in phrases)
        {
            if (phrase.Length > longest && phrase.Length < words.Count && IsAt(words, phrase, fromEnd ? words.Count - phrase.Length : 0))
            {
                longest = phrase.Length;
            }
        }

        return longest;
    }

    private static bool IsAt(RequestWords words, string[] phrase, int at)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (!string.Equals(words[at + i].Lower, phrase[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static string Expanded(string pattern, Dictionary<string, string> macros) => string.Join(' ', pattern
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(element => string.Join('|', element.TrimEnd('?').Split('|').Select(part => part.Length > 1 && part[0] == '$' ? macros[part] : part))
            + (element[^1] == '?' ? "?" : "")));
}

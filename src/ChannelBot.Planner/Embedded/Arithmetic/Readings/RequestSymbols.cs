using ChannelBot.Core.Language;
using ChannelBot.Planner.Embedded.Arithmetic.Chains;

namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>The words of a request without what it is about: a number is its kind, a word of the article's figures is "@".</summary>
internal sealed class RequestSymbols
{
    private readonly RequestContext _context;
    private readonly string[] _symbols;

    public RequestSymbols(RequestContext context)
    {
        _context = context;
        var words = context.Words;
        _symbols = new string[words.Count];
        var goal = 0;
        for (var i = 0; i < words.Count; i++)
        {
            _symbols[i] = Of(context, i);
            if (words[i].Lower is "how" or "what" or "what's" or "whats" or "which" && (i + 1 < words.Count || i == 0))
            {
                goal = i;
            }
        }

        Goal = goal;
    }

    public ReadOnlySpan<string> All => _symbols;

    public int Count => _symbols.Length;

    /// <summary>Where the last question word stands; 0 where there is none.</summary>
    public int Goal { get; }

    /// <summary>What the question asks for: "how many @", "how much thing", "what %".</summary>
    public string GoalKind => field ??= ReadGoal();

    /// <summary>The classes of the request's words.</summary>
    public string[] Marks => field ??= ReadMarks();

    /// <summary>Those from one place to another, exclusive, as far as there are any.</summary>
    public ReadOnlySpan<string> Among(int from, int to) => _symbols.AsSpan(Math.Max(0, from)..Math.Min(_symbols.Length, to));

    public string this[int index] => index < 0 ? "^" : index >= _symbols.Length ? "$" : _symbols[index];

    private static string Of(RequestContext context, int at)
    {
        var word = context.Words[at];
        if (word.IsNumber)
        {
            return word.Kind switch
            {
                NumberKind.Percent => "#p",
                NumberKind.Money => "#m",
                NumberKind.Duration => "#t",
                NumberKind.Fraction or NumberKind.Times => "#f",
                NumberKind.Year => "#y",
                _ => "#n",
            };
        }

        var token = context.Question.Tokens[word.Token];
        return word.Classes == WordClass.None && token is { IsWord: true, IsStopWord: false } && IsOfFigures(context, token) ? "@" : word.Lower;
    }

    private static bool IsOfFigures(RequestContext context, Token token) =>
        context.Resolver.Index.Postings(token.Stem).Exists(posting => posting.Weight >= 0.5f) || context.Resolver.Index.Synonyms.At([token.Stem], 0).Others.Any();

    private string ReadGoal()
    {
        var words = _context.Words;
        var isPercent = false;
        for (var i = Goal; i < Count; i++)
        {
            isPercent |= !words[i].IsNumber && (words[i].Classes & (WordClass.Percent | WordClass.Share)) != 0;
        }

        var asked = this[Goal] switch
        {
            "how" when this[Goal + 1] is "many" or "much" => $"how {this[Goal + 1]} {(this[Goal + 2] is "@" ? "@" : words[Math.Min(Goal + 2, Count - 1)].Classes is WordClass.None ? "thing" : this[Goal + 2])}",
            "how" => "how",
            "what" or "what's" or "whats" or "which" => "what",
            _ => "none",
        };
        return isPercent ? $"{asked} %" : asked;
    }

    private string[] ReadMarks()
    {
        var classes = WordClass.None;
        var steps = StepWord.None;
        for (var i = 0; i < Count; i++)
        {
            var word = _context.Words[i];
            classes |= word.IsNumber ? WordClass.None : word.Classes;
            steps |= word.IsNumber ? StepWord.None : StepWords.Of(word.Lower);
        }

        return [.. WordClasses.All.Where(one => (classes & one) != 0).Select(one => one.ToString()), .. StepWords.All.Where(one => (steps & one) != 0).Select(one => $"step {one}")];
    }
}

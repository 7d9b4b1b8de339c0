using ChannelBot.Core.Language;
using ChannelBot.Planner.Embedded.Arithmetic.Chains;

namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>The words of a request without what it is about: a number is its kind, a word of the article's figures is "@".</summary>
internal sealed class RequestSymbols
{
    private readonly RequestContext _context;
    private static readonly Sign s_start = new("^"), s_end = new("$"), s_ofFigures = new("@"), s_percent = new("#p"), s_money = new("#m"), s_time = new("#t"), s_factor = new("#f"), s_year = new("#y"), s_number = new("#n");

    private static readonly (WordClass Class, Sign Sign)[] s_classes = [.. WordClasses.All.Select(one => (one, new Sign(one.ToString())))];
    private static readonly (StepWord Word, Sign Sign)[] s_steps = [.. StepWords.All.Select(one => (one, new Sign($"step {one}")))];

    private readonly Sign[] _symbols;

    public RequestSymbols(RequestContext context)
    {
        _context = context;
        var words = context.Words;
        _symbols = new Sign[words.Count];
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

    public ReadOnlySpan<Sign> All => _symbols;

    public int Count => _symbols.Length;

    /// <summary>Where the last question word stands; 0 where there is none.</summary>
    public int Goal { get; }

    /// <summary>What the question asks for: "how many @", "how much thing", "what %".</summary>
    public Sign GoalKind => field.Text is null ? field = ReadGoal() : field;

    /// <summary>The classes of the request's words.</summary>
    public Sign[] Marks => field ??= ReadMarks();

    /// <summary>Those from one place to another, exclusive, as far as there are any.</summary>
    public ReadOnlySpan<Sign> Among(int from, int to) => _symbols.AsSpan(Math.Max(0, from)..Math.Min(_symbols.Length, to));

    public Sign this[int index] => index < 0 ? s_start : index >= _symbols.Length ? s_end : _symbols[index];

    private static Sign Of(RequestContext context, int at)
    {
        var word = context.Words[at];
        if (word.IsNumber)
        {
            return word.Kind switch
            {
                NumberKind.Percent => s_percent,
                NumberKind.Money => s_money,
                NumberKind.Duration => s_time,
                NumberKind.Fraction or NumberKind.Times => s_factor,
                NumberKind.Year => s_year,
                _ => s_number,
            };
        }

        var token = context.Question.Tokens[word.Token];
        return word.Classes == WordClass.None && token is { IsWord: true, IsStopWord: false } && IsOfFigures(context, token) ? s_ofFigures : new Sign(word.Lower);
    }

    private static bool IsOfFigures(RequestContext context, Token token) =>
        context.Resolver.Index.Postings(token.Stem).Exists(posting => posting.Weight >= 0.5f) || context.Resolver.Index.Synonyms.At([token.Stem], 0).Others.Any();

    private Sign ReadGoal()
    {
        var words = _context.Words;
        var isPercent = false;
        for (var i = Goal; i < Count; i++)
        {
            isPercent |= !words[i].IsNumber && (words[i].Classes & (WordClass.Percent | WordClass.Share)) != 0;
        }

        var (first, second, third) = (this[Goal].Text, this[Goal + 1].Text, this[Goal + 2].Text);
        var asked = first switch
        {
            "how" when second is "many" or "much" => $"how {second} {(third is "@" ? "@" : words[Math.Min(Goal + 2, Count - 1)].Classes is WordClass.None ? "thing" : third)}",
            "how" => "how",
            "what" or "what's" or "whats" or "which" => "what",
            _ => "none",
        };
        return new Sign(isPercent ? $"{asked} %" : asked);
    }

    private Sign[] ReadMarks()
    {
        var classes = WordClass.None;
        var steps = StepWord.None;
        for (var i = 0; i < Count; i++)
        {
            var word = _context.Words[i];
            classes |= word.IsNumber ? WordClass.None : word.Classes;
            steps |= word.IsNumber ? StepWord.None : StepWords.Of(word.Lower);
        }

        return [.. s_classes.Where(one => (classes & one.Class) != 0).Select(one => one.Sign), .. s_steps.Where(one => (steps & one.Word) != 0).Select(one => one.Sign)];
    }
}

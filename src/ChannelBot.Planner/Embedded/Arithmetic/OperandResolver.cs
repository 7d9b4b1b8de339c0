using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>Finds the number that a phrase of a request speaks of: a figure, the user's own, a result before, or what follows from figures.</summary>
internal sealed partial class OperandResolver(RequestWords words)
{
    /// <summary>Below this a figure does not answer to the phrase.</summary>
    public const double Fits = 0.34;

    /// <summary>A word names a figure from this weight up; what is only a kind of it ("children" of "people") weighs less.</summary>
    public const float Names = 0.58f;

    /// <summary>Scores that differ by less say nothing about which figure is meant.</summary>
    public const double Alike = 0.06;

    /// <summary>A figure whose score falls behind the best by more is not what the phrase is about.</summary>
    private const double FarBehind = 0.2;

    /// <summary>A number as small as this may stand for anything: it is the article's only where its noun is there too.</summary>
    private const int SmallNumber = 20;

    private static readonly HashSet<string> s_pointers =
        ["that", "it", "this", "those", "these", "them", "they", "result", "answer", "the", "number", "figure", "total", "figures", "one", "s", "'s", "is", "was", "what", "what's", "whats", "how", "much", "many", "about", "and", "be", "would"];

    private static readonly HashSet<string> s_rest = ["rest", "remainder", "remaining", "others", "other"];

    // Patterns offer the same phrase again and again.
    private readonly Dictionary<Range, IReadOnlyList<FigureMatch>> _matches = [];
    private readonly Dictionary<Range, Term?> _resolved = [];

    private readonly FigureIndex _index = FigureIndex.Of(words.Question.Knowledge);

    public FigureIndex Index => _index;

    private Question Question => words.Question;

    private FigureTopic Topic => field ??= new FigureTopic(Question, _index);

    /// <summary>The number that <paramref name="range"/> speaks of; null where there is none.</summary>
    public Term? Resolve(Range range)
    {
        if (!_resolved.TryGetValue(range, out var term))
        {
            _resolved[range] = term = IsPointer(range) ? Pointed() : Number(range) ?? Article(range);
        }

        return term;
    }

    /// <summary>The figures that <paramref name="range"/> may mean, best first.</summary>
    public IReadOnlyList<FigureMatch> Matches(Range range)
    {
        if (range.IsEmpty)
        {
            return [];
        }

        if (!_matches.TryGetValue(range, out var matches))
        {
            var (from, to) = words.Tokens(range);
            _matches[range] = matches = FigureMatcher.Match(_index, Question.Tokens.AsSpan(from, to - from));
        }

        return matches;
    }

    /// <summary>The user's number at a word of the request.</summary>
    public UserTerm User(Range range)
    {
        var mention = Question.Numbers[words[range.From].Number];
        var typed = Question.Text[mention.NumberStart..mention.NumberEnd];
        return new UserTerm(mention.Quantity.TakenExactly(), typed.StartsWith("a ", StringComparison.OrdinalIgnoreCase) && mention.Form is NumberForm.Count ? NumberText.Exact(mention.Quantity.Value) : typed);
    }

    /// <summary>The article's words by which the phrase told the figure from its like, where its own name leaves them out.</summary>
    private string? LabelOf(Range range, FigureEntry entry)
    {
        var what = FigureWords.What(entry);
        if (what != FigureWords.Noun(entry))
        {
            return null;
        }

        var (from, to) = words.Tokens(range);
        string? label = null;
        for (var i = from; i < to; i++)
        {
            var token = Question.Tokens[i];
            if (token is { IsWord: true, IsStopWord: false } && Array.IndexOf(entry.Noun, token.Stem) < 0 && _index.WordInClause(entry, token.Stem) is { } word
                && !what.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                label = label is null ? word : $"{label} {word}";
            }
        }

        return label;
    }

    private Term? Number(Range range)
    {
        for (var i = range.From; i < range.To; i++)
        {
            var word = words[i];
            if (!word.IsNumber || (word.Kind & (NumberKind.Year | NumberKind.Duration)) != 0)
            {
                continue;
            }

            if (word.Lower is "one" or "1" && range.To - range.From > 1)
            {
                continue;
            }

            var at = new Range(i, i + 1);
            if (i + 1 < range.To && words[i + 1].Lower is "of" && (word.Kind & (NumberKind.Share | NumberKind.Times)) != 0)
            {
                return Resolve(new Range(i + 2, range.To)) is { } whole ? PartOf(at, whole) : null;
            }

            return FigureWithValue(i, range) is { } figure ? new FigureTerm(figure) : (word.Kind & NumberKind.Times) != 0 ? null : User(at);
        }

        return null;
    }

    private ComputedTerm PartOf(Range number, Term whole)
    {
        var part = User(number);
        Term factor = part.Quantity.Unit == Unit.Percent ? part : new ConstantTerm(part.Quantity.Value, part.Text);
        return new ComputedTerm("multiply", [factor, whole], ComputedRole.PartOf, part.Text);
    }

    /// <summary>The figure that has the value of the number at <paramref name="at"/>, unless the words around it speak of something else.</summary>
    public FigureEntry? FigureWithValue(int at, Range range)
    {
        var mention = Question.Numbers[words[at].Number];
        IReadOnlyList<FigureMatch>? matches = null;
        FigureEntry? found = null;
        foreach (var entry in _index.Entries)
        {
            var figure = entry.Figure;
            if (figure.Quantity.Value != mention.Quantity.Value || IsShare(figure.Form) != IsShare(mention.Form))
            {
                continue;
            }

            matches ??= Matches(range);
            var match = matches.FirstOrDefault(candidate => candidate.Entry == entry);
            var hasNoun = match is not null && match.Core >= OperandResolver.Names;
            if (hasNoun)
            {
                return entry;
            }

            var isBare = matches.Count == 0 || matches.All(candidate => candidate.Core < OperandResolver.Names);
            if (isBare && !HasOwnNoun(at, range) && (figure.Quantity.Value.Abs() > SmallNumber || IsShare(figure.Form)))
            {
                found ??= entry;
            }
        }

        return found;
    }

    /// <summary>A content word follows the number that no figure knows: "50 coaches".</summary>
    private bool HasOwnNoun(int at, Range range)
    {
        if (at + 1 >= range.To)
        {
            return false;
        }

        var token = Question.Tokens[words[at + 1].Token];
        return token is { IsWord: true, IsStopWord: false } && words[at + 1].Classes == WordClass.None && _index.Postings(token.Stem).Count == 0
            && Matches(new Range(at + 1, at + 2)).Count == 0;
    }

    private Term? Article(Range range)
    {
        if (OtherSide(range) is { } other)
        {
            return other;
        }

        if (IsRest(range) && LastFigure() is { Whole: not null } part)
        {
            return RestOf(part);
        }

        if (StillLeft(range) is { } left)
        {
            return left;
        }

        var best = Best(range);
        if (Base(range) is { } before && (best is not { MarksMatched: > 0 } || best.Entry.Figure.Id == ((FigureTerm)before.Operands[0]).Entry.Figure.Id || best.Entry.Figure.Direction != 0))
        {
            return before;
        }

        if (best is { Entry: var remainder } && RestBeside(remainder, range) is { } others)
        {
            return others;
        }

        return best is { } match && !EndsOnSide(range) ? new FigureTerm(match.Entry) { Label = LabelOf(range, match.Entry) } : null;
    }

    /// <summary>The figure that fits best, if one fits; of several that fit alike, the one that is the total of its kind.</summary>
    /// <remarks>A change is meant only where the phrase speaks of change; one of nothing that the article gives ("offered a rise of 4%"), where nothing else fits.</remarks>
    public FigureMatch? Best(Range range) =>
        Has(range, WordClass.Rise | WordClass.Fall | WordClass.Change | WordClass.Percent | WordClass.Share | WordClass.Rate)
            ? Best(range, static _ => true)
            : Best(range, static figure => figure.Direction == 0) ?? Best(range, static figure => figure.BaseOf is null);

    private FigureMatch? Best(Range range, Func<Figure, bool> isMeant)
    {
        FigureMatch? best = null;
        foreach (var match in Matches(range))
        {
            if (!IsCountable(match.Figure.Form) || IsStray(match.Figure) || !IsFit(match) || !isMeant(match.Figure))
            {
                continue;
            }

            if (best is null)
            {
                best = match;
            }
            else if (match.Score < best.Score - Alike)
            {
                break;
            }
            else if (best.MarksMatched == 0 && Breadth(match.Entry) > Breadth(best.Entry))
            {
                best = match;
            }
        }

        return best;
    }

    /// <summary>A small number of nothing that is named: "less than ten" of what was said before.</summary>
    public static bool IsStray(Figure figure) =>
        figure is { Form: NumberForm.Count, Noun: null, PartOf: null } && figure.Quantity.Unit == Unit.None && figure.Quantity.Value.Abs() <= SmallNumber;

    private static int Breadth(FigureEntry entry) => entry.IsTotal ? 2 : entry.IsOfSpan ? 1 : 0;

    public static bool IsFit(FigureMatch match) =>
        !match.IsOpposed && match.Score >= Fits && (match.Core >= OperandResolver.Names || (match.Core == 0 && match.MarksMatched > 0));

    public static bool IsCountable(NumberForm form) =>
        form is NumberForm.Count or NumberForm.Percent or NumberForm.Money or NumberForm.Measure or NumberForm.Fraction or NumberForm.OneIn
            or NumberForm.Age or NumberForm.Duration or NumberForm.Multiplier;

    public static bool IsShare(NumberForm form) => form is NumberForm.Percent or NumberForm.Fraction or NumberForm.OneIn;
}

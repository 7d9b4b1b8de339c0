using ChannelBot.Core.Language;


namespace ChannelBot.Planner.Embedded.Arithmetic.Open;

/// <summary>Which words of a request each figure of the article answers to, wherever the words stand.</summary>
internal sealed class FigureCover
{
    /// <summary>Words that say what to do with figures, and not which.</summary>
    private const WordClass Doing = WordClass.Share | WordClass.Percent | WordClass.Points | WordClass.Ratio | WordClass.Asking | WordClass.More | WordClass.Less
        | WordClass.Compared | WordClass.Compare | WordClass.Gap | WordClass.Question | WordClass.Calculate | WordClass.If | WordClass.Each | WordClass.Per
        | WordClass.Add | WordClass.Subtract | WordClass.Left | WordClass.Average | WordClass.Negate | WordClass.Times | WordClass.Rise | WordClass.Fall
        | WordClass.Change | WordClass.Beat | WordClass.Round | WordClass.Need | WordClass.Whole;

    /// <summary>They fit every figure of a form.</summary>
    private static readonly HashSet<string> s_general =
        [.. Tokenizer.Tokenize("first second third other cost costs price money amount worth number percentage proportion fraction increase rise decrease fall age old duration score result").Select(token => token.Stem)];

    /// <summary>One and two are said of anything.</summary>
    private const int Small = 2;

    /// <summary>A figure that has less of a word has nothing of it.</summary>
    private const float Little = 0.5f;

    private readonly List<string> _stems;
    private readonly bool[] _named;
    private readonly double[] _rarity;
    private readonly float[,] _weights;
    private readonly double _total;

    public FigureCover(RequestContext context)
    {
        var index = context.Resolver.Index;
        var words = context.Words;
        var stems = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            var token = context.Question.Tokens[words[i].Token];
            if (!words[i].IsNumber && token is { IsWord: true, IsStopWord: false } && (words[i].Classes & Doing) == 0 && !s_general.Contains(token.Stem) && !stems.Contains(token.Stem))
            {
                stems.Add(token.Stem);
            }
        }

        // A number of the request says as plainly as a rare word which figure is meant.
        var numbers = context.Question.Numbers.Select(number => number.Quantity.Value).Where(value => value > Small && index.Entries.Any(entry => entry.Figure.Quantity.Value == value)).Distinct().ToArray();
        _stems = stems;
        _named = [.. stems.Select(stem => index.Entries.Any(entry => Array.IndexOf(entry.Noun, stem) >= 0))];
        Count = stems.Count + numbers.Length;
        _rarity = [.. stems.Select(index.Rarity), .. numbers.Select(_ => stems.Count == 0 ? 1 : stems.Max(index.Rarity))];
        _total = _rarity.Sum();
        _weights = new float[Count, index.Entries.Count];
        for (var n = 0; n < numbers.Length; n++)
        {
            foreach (var entry in index.Entries)
            {
                _weights[stems.Count + n, entry.Index] = entry.Figure.Quantity.Value == numbers[n] ? 1 : 0;
            }
        }

        foreach (var entry in index.Entries)
        {
            // "Minutes per trip": the unit names the figure.
            if (entry.UnitStem is { } unit && stems.IndexOf(unit) is >= 0 and var at)
            {
                _weights[at, entry.Index] = 1;
            }
        }

        for (var s = 0; s < stems.Count; s++)
        {
            Raise(index.Postings(stems[s]), s, 1);
            var (others, _) = index.Synonyms.At(stems, s);
            foreach (var other in others)
            {
                Raise(index.Postings(other), s, 0.95f);
            }

            foreach (var (other, similarity) in index.Near(stems[s]))
            {
                Raise(index.Postings(other), s, (float)similarity);
            }
        }
    }

    /// <summary>How many words of the request say which figures are meant.</summary>
    public int Count { get; }

    /// <summary>The share of those words that the figures answer to together, rarer words weighing more; from 0 to 1.</summary>
    public double Of(params ReadOnlySpan<FigureEntry> figures)
    {
        if (Count == 0)
        {
            return 0;
        }

        double sum = 0;
        for (var s = 0; s < Count; s++)
        {
            var best = 0f;
            foreach (var figure in figures)
            {
                best = Math.Max(best, _weights[s, figure.Index]);
            }

            sum += _rarity[s] * best;
        }

        return sum / _total;
    }

    /// <summary>The request names what the figure counts.</summary>
    public bool Names(FigureEntry figure) => _stems.Any(stem => Array.IndexOf(figure.Noun, stem) >= 0);

    /// <summary>The request names what some figure counts, and none of these has anything of the word: of so many arrivals no deaths are taken away.</summary>
    public bool AreOfOthers(params ReadOnlySpan<FigureEntry> figures)
    {
        for (var s = 0; s < _stems.Count; s++)
        {
            var most = 0f;
            foreach (var figure in figures)
            {
                most = Math.Max(most, _weights[s, figure.Index]);
            }

            if (most < Little && _named[s])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the first answers to and the second does not, as a share of all.</summary>
    public double Own(FigureEntry figure, FigureEntry beside)
    {
        double sum = 0;
        for (var s = 0; s < Count; s++)
        {
            sum += _rarity[s] * Math.Max(0, _weights[s, figure.Index] - _weights[s, beside.Index]);
        }

        return Count == 0 ? 0 : sum / _total;
    }

    private void Raise(List<FigurePosting> postings, int stem, float factor)
    {
        foreach (var posting in postings)
        {
            // A word of the rest of the sentence says less than one of the clause, and still tells the sentence from the others.
            var weight = MathF.Sqrt(posting.Weight) * factor;
            _weights[stem, posting.Figure] = Math.Max(_weights[stem, posting.Figure], weight);
        }
    }
}

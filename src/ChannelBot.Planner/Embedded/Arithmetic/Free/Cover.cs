namespace ChannelBot.Planner.Embedded.Arithmetic.Free;

/// <summary>How well each figure answers to each content word of a request.</summary>
/// <remarks>What no figure of a pair has anything to do with may be what the request turns on: then the pair is not what it asks about.</remarks>
internal sealed class Cover
{
    /// <summary>From this weight a figure has to do with a word: the word stands in its sentence, or its paragraph.</summary>
    private const float Least = 0.18f;

    /// <summary>From this weight a word is of the figure's own clause.</summary>
    public const float Own = 0.55f;

    private const float OfParagraph = 0.2f;

    private const WordClass Grammar = WordClass.Share | WordClass.Percent | WordClass.Asking | WordClass.More | WordClass.Less | WordClass.Compared
        | WordClass.Gap | WordClass.Question | WordClass.Calculate | WordClass.If | WordClass.Before | WordClass.After | WordClass.Each | WordClass.Per
        | WordClass.Need | WordClass.Points | WordClass.Add | WordClass.Subtract | WordClass.Average | WordClass.Rise | WordClass.Fall | WordClass.Change
        | WordClass.Left | WordClass.Times | WordClass.Ratio | WordClass.Between | WordClass.Negate | WordClass.Light | WordClass.Compare | WordClass.Beat | WordClass.Reach;

    private readonly List<(string Stem, int At, double Rarity)> _words = [];
    private readonly float[,] _weights;
    private readonly double _total;

    public Cover(FigureIndex index, RequestWords words)
    {
        var tokens = words.Question.Tokens;
        var stems = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var token = tokens[word.Token];
            if ((!word.IsNumber || IsYear(word)) && token.IsWord && !token.IsStopWord && ((word.Classes & Grammar) == 0 || IsYear(word)))
            {
                _words.Add((token.Stem, i, index.Rarity(token.Stem)));
                stems.Add(token.Stem);
            }
        }

        _weights = new float[_words.Count, index.Entries.Count];
        for (var w = 0; w < stems.Count; w++)
        {
            Raise(index, w, stems[w], 1f);
            foreach (var other in index.Synonyms.At(stems, w).Others)
            {
                Raise(index, w, other, 0.95f);
            }

            foreach (var (other, similarity) in index.Near(stems[w]))
            {
                Raise(index, w, other, similarity);
            }

            for (var f = 0; f < index.Entries.Count; f++)
            {
                if (_weights[w, f] < OfParagraph && index.IsInParagraph(f, stems[w]))
                {
                    _weights[w, f] = OfParagraph;
                }
            }

            _total += _words[w].Rarity;
        }
    }

    public int Count => _words.Count;

    /// <summary>The weight of the request's word at <paramref name="at"/> for a figure; 0 for a word that is not of the content.</summary>
    public float At(int at, FigureEntry entry)
    {
        var w = _words.FindIndex(word => word.At == at);
        return w < 0 ? 0 : _weights[w, entry.Index];
    }

    public bool HasWord(string stem) => _words.Exists(word => string.Equals(word.Stem, stem, StringComparison.Ordinal));

    /// <summary>The word at <paramref name="at"/> is of the content.</summary>
    public bool Has(int at) => _words.Exists(word => word.At == at);

    /// <summary>How many words are of the figure's own clause, rarer ones counting more, as a part of all.</summary>
    public double OwnShare(FigureEntry entry)
    {
        var sum = 0.0;
        for (var w = 0; w < _words.Count; w++)
        {
            sum += _weights[w, entry.Index] >= Own ? _words[w].Rarity * _weights[w, entry.Index] : 0;
        }

        return _total == 0 ? 0 : sum / _total;
    }

    /// <summary>How well the two figures cover the words between them, from 0 to 1; null where a word has nothing to do with either.</summary>
    public double? Of(FigureEntry one, FigureEntry other)
    {
        var sum = 0.0;
        for (var w = 0; w < _words.Count; w++)
        {
            var weight = Math.Max(_weights[w, one.Index], _weights[w, other.Index]);
            if (weight < Least)
            {
                return null;
            }

            sum += _words[w].Rarity * weight;
        }

        return _total == 0 ? null : sum / _total;
    }

    /// <summary>Each of the two has a word of its own clause that the other has not, or has less of.</summary>
    public bool Tells(FigureEntry one, FigureEntry other) => HasMore(one, other) && HasMore(other, one);

    /// <summary>The first has a word of its own clause that the other has not, or has less of.</summary>
    public bool HasMore(FigureEntry one, FigureEntry other)
    {
        for (var w = 0; w < _words.Count; w++)
        {
            if (_weights[w, one.Index] >= Own && _weights[w, one.Index] > _weights[w, other.Index] + 0.1)
            {
                return true;
            }
        }

        return false;
    }

    private void Raise(FigureIndex index, int w, string stem, float factor)
    {
        foreach (var posting in index.Postings(stem))
        {
            _weights[w, posting.Figure] = Math.Max(_weights[w, posting.Figure], posting.Weight * factor);
        }
    }

    private static bool IsYear(in RequestWord word) => word.Kind == NumberKind.Year;
}

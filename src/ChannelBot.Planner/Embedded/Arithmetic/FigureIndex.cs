using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>The words by which the figures of one article can be asked for. Built once for a knowledge file.</summary>
internal sealed class FigureIndex
{
    private static readonly ConditionalWeakTable<KnowledgeFile, FigureIndex> Indexes = [];

    /// <summary>Words of questions are few; only noise fills this, and noise need not be remembered.</summary>
    private const int MostRemembered = 20_000;

    private const double LeastSimilarity = 0.5;

    private static readonly List<FigurePosting> s_none = [];

    private readonly ConcurrentDictionary<string, RelatedWord[]> _near = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FigurePosting>> _postings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _rarity = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FigureEntry> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _places;

    private FigureIndex(KnowledgeFile knowledge)
    {
        Knowledge = knowledge;
        _places = knowledge.Sentences.Select((sentence, place) => (sentence.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place, StringComparer.Ordinal);
        Synonyms = new SynonymGroups(knowledge.Synonyms);
        var entries = new FigureEntry[knowledge.Figures.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            var figure = knowledge.Figures[i];
            var whole = figure.PartOf is null ? null : knowledge.Figures.FirstOrDefault(other => other.Id == figure.PartOf);
            entries[i] = Describe(i, figure, whole);
            _byId[figure.Id] = entries[i];
        }

        Entries = entries;
        Main = entries.Select(entry => (entry.Whole?.Id ?? entry.Figure.BaseOf) is { } id ? Find(id) : null).FirstOrDefault(turned => turned is { Figure.Form: NumberForm.Count or NumberForm.Money });
        foreach (var (stem, postings) in _postings)
        {
            var holders = postings.Count(posting => posting.Weight >= 0.3f);
            _rarity[stem] = Math.Log(1.5 + ((double)entries.Length / Math.Max(1, holders)));
        }

        Unknown = Math.Log(1.5 + Math.Max(2, entries.Length));
    }

    public KnowledgeFile Knowledge { get; }

    public IReadOnlyList<FigureEntry> Entries { get; }

    /// <summary>The figure that the others turn on: the whole of a part, or what a change is told of; null where there is none.</summary>
    public FigureEntry? Main { get; }

    public SynonymGroups Synonyms { get; }

    /// <summary>The weight of a word that no figure has.</summary>
    public double Unknown { get; }

    public static FigureIndex Of(KnowledgeFile knowledge) => Indexes.GetValue(knowledge, static file => new FigureIndex(file));

    public bool IsCurated => Knowledge.IsCurated;

    /// <summary>Which sentence of the article has the figure, from 0.</summary>
    public int PlaceOf(FigureEntry entry) => _places[entry.Figure.Sentence];

    /// <summary>How near each sentence is to a question in meaning; empty for a curated article.</summary>
    public SentenceMeaning[] MeaningOf(Token[] question) => IsCurated ? [] : SentenceMeanings.Of(Knowledge).Of(question);

    public FigureEntry this[string id] => _byId[id];

    public FigureEntry? Find(string id) => _byId.GetValueOrDefault(id);

    public List<FigurePosting> Postings(string stem) => _postings.TryGetValue(stem, out var postings) ? postings : s_none;

    public double Rarity(string stem) => _rarity.GetValueOrDefault(stem, Unknown);

    /// <summary>Words of the figures that are near in meaning to a word of a question. Each word is looked up once.</summary>
    public RelatedWord[] Near(string stem)
    {
        if (_near.TryGetValue(stem, out var near))
        {
            return near;
        }

        near = FindNear(stem);
        if (_near.Count < MostRemembered)
        {
            _near[stem] = near;
        }

        return near;
    }

    private RelatedWord[] FindNear(string stem) =>
    [
        .. _postings.Keys
            .Select(other => new RelatedWord(other, Lexicon.English.Similarity(stem, other)))
            .Where(word => word.Similarity >= LeastSimilarity && word.Similarity < 1),
    ];

    private FigureEntry Describe(int index, Figure figure, Figure? whole)
    {
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        string[] noun = [.. Stems(figure.Noun ?? whole?.Noun ?? ""), .. Stems(figure.Quantity.Unit is { Dimension: Dimension.Count } unit ? unit.Name : "")];
        var period = Stems(figure.Period);
        var place = Stems(figure.Place);
        Weigh(weights, figure.Noun is null ? 0.85f : 1f, noun);
        Weigh(weights, 1f, Stems(figure.Name));
        Weigh(weights, 0.95f, period);
        Weigh(weights, 0.95f, place);
        foreach (var keyword in figure.Keywords)
        {
            Weigh(weights, 0.9f, Stems(keyword));
        }

        Weigh(weights, 0.5f, Stems(figure.Comparator));
        if (figure.Direction != 0)
        {
            Weigh(weights, 0.8f, Stems(figure.Direction > 0 ? "rise increase growth up" : "fall decrease drop decline down"));
        }

        WeighSurroundings(weights, figure);
        var side = FigureRelations.SideOf(figure.Period);
        foreach (var (stem, weight) in weights)
        {
            if (!_postings.TryGetValue(stem, out var postings))
            {
                _postings[stem] = postings = [];
            }

            var isEvent = side != Side.None && period.Length > 0 && string.Equals(period[^1], stem, StringComparison.Ordinal);
            var part = (isEvent ? FigurePart.Event : FigurePart.None) | (Array.IndexOf(noun, stem) >= 0 ? FigurePart.Noun : FigurePart.None)
                | (Array.IndexOf(period, stem) >= 0 || Array.IndexOf(place, stem) >= 0 ? FigurePart.Mark : FigurePart.None);
            postings.Add(new FigurePosting(index, weight, part));
        }

        var relations = new FigureRelations(Knowledge, figure);
        return new FigureEntry(
            index, figure, whole, noun, relations.Rival(), side, [.. period, .. place], relations.IsTotal(), relations.IsFormer(), FigureRelations.IsOfSpan(figure.Period),
            relations.Each())
        {
            RestBeside = relations.RestBeside(),
        };
    }

    /// <summary>The words of the figure's own clause say what it is about; those of the rest of its sentence, less.</summary>
    private void WeighSurroundings(Dictionary<string, float> weights, Figure figure)
    {
        var sentence = Knowledge.Sentences.FirstOrDefault(candidate => candidate.Id == figure.Sentence);
        if (sentence is null)
        {
            return;
        }

        var tokens = Tokenizer.Tokenize(sentence.Text);
        var (from, to) = Clause(tokens, figure.Start - sentence.Start, figure.End - sentence.Start);
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i] is { IsWord: true, IsStopWord: false } token)
            {
                Weigh(weights, i >= from && i < to ? 0.6f : 0.25f, [token.Stem]);
            }
        }
    }

    /// <summary>The word of a figure's own clause that has this stem, as the article writes it; null where there is none.</summary>
    public string? WordInClause(FigureEntry entry, string stem)
    {
        var sentence = Knowledge.Sentences.FirstOrDefault(candidate => candidate.Id == entry.Figure.Sentence);
        if (sentence is null)
        {
            return null;
        }

        var tokens = Tokenizer.Tokenize(sentence.Text);
        var (from, to) = Knowledge.Figures.Count(other => other.Sentence == sentence.Id) == 1
            ? (0, tokens.Length)
            : Clause(tokens, entry.Figure.Start - sentence.Start, entry.Figure.End - sentence.Start);
        for (var i = from; i < to; i++)
        {
            if (string.Equals(tokens[i].Stem, stem, StringComparison.Ordinal))
            {
                return sentence.Text[tokens[i].Start..tokens[i].End];
            }
        }

        return null;
    }

    /// <summary>A word of this stem stands after the figure in its sentence, and not right after it: that is what it measures.</summary>
    public bool IsAfterFigure(FigureEntry entry, string stem)
    {
        var sentence = Knowledge.Sentences.First(candidate => candidate.Id == entry.Figure.Sentence);
        var after = Tokenizer.Tokenize(Knowledge.Article.Text[entry.Figure.End..sentence.End]);
        return after.Skip(1).Any(token => !token.IsStopWord && string.Equals(token.Stem, stem, StringComparison.Ordinal));
    }

    private static (int From, int To) Clause(Token[] tokens, int start, int end)
    {
        var from = 0;
        var to = tokens.Length;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Lower is not ("," or ";" or ":" or "—" or "–" or "(" or ")" or "and" or "but" or "while" or "including"))
            {
                continue;
            }

            if (tokens[i].End <= start)
            {
                from = i;
            }
            else if (tokens[i].Start >= end)
            {
                to = i;
                break;
            }
        }

        return (from, to);
    }

    private static void Weigh(Dictionary<string, float> weights, float weight, string[] stems)
    {
        foreach (var stem in stems)
        {
            weights[stem] = Math.Max(weights.GetValueOrDefault(stem), weight);
        }
    }

    private static string[] Stems(string? text) => string.IsNullOrEmpty(text)
        ? []
        : [.. Tokenizer.Tokenize(text).Where(token => token.IsWord && !token.IsStopWord).Select(token => token.Stem).Distinct()];
}

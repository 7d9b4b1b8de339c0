using System.Runtime.CompilerServices;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>Where a figure's period stands to the event that names it.</summary>
internal enum Side
{
    None,
    Before,
    After,
}

/// <summary>What is known of one figure beyond its record.</summary>
/// <param name="Whole">The figure that it is a part of, as the article says; null where none.</param>
/// <param name="Noun">Stems of what it counts; those of the whole where the article leaves the noun out.</param>
/// <param name="Event">Stems of the event that its period begins or ends with ("since the election").</param>
/// <param name="Side">Whether the period lies before or after that event.</param>
/// <param name="Marks">Stems of its period and place: what tells it from its like.</param>
internal sealed record FigureEntry(
    int Index, Figure Figure, Figure? Whole, string[] Noun, string[] Event, Side Side, string[] Marks);

/// <summary>The words by which the figures of one article can be asked for. Built once for a knowledge file.</summary>
internal sealed class FigureIndex
{
    private static readonly ConditionalWeakTable<KnowledgeFile, FigureIndex> Indexes = [];

    private readonly Dictionary<string, List<(int Figure, float Weight)>> _postings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _rarity = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FigureEntry> _byId = new(StringComparer.Ordinal);

    private FigureIndex(KnowledgeFile knowledge)
    {
        Knowledge = knowledge;
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
        foreach (var (stem, postings) in _postings)
        {
            var holders = postings.Count(posting => posting.Weight >= 0.3f);
            _rarity[stem] = Math.Log(1.5 + ((double)entries.Length / Math.Max(1, holders)));
        }

        Unknown = Math.Log(1.5 + Math.Max(2, entries.Length));
    }

    public KnowledgeFile Knowledge { get; }

    public IReadOnlyList<FigureEntry> Entries { get; }

    public SynonymGroups Synonyms { get; }

    /// <summary>The weight of a word that no figure has.</summary>
    public double Unknown { get; }

    public static FigureIndex Of(KnowledgeFile knowledge) => Indexes.GetValue(knowledge, static file => new FigureIndex(file));

    public FigureEntry this[string id] => _byId[id];

    public FigureEntry? Find(string id) => _byId.GetValueOrDefault(id);

    public IReadOnlyList<(int Figure, float Weight)> Postings(string stem) =>
        _postings.TryGetValue(stem, out var postings) ? postings : [];

    public double Rarity(string stem) => _rarity.GetValueOrDefault(stem, Unknown);

    public IEnumerable<string> Words => _postings.Keys;

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
        foreach (var (stem, weight) in weights)
        {
            if (!_postings.TryGetValue(stem, out var postings))
            {
                _postings[stem] = postings = [];
            }

            postings.Add((index, weight));
        }

        var side = SideOf(figure.Period);
        return new FigureEntry(index, figure, whole, noun, side == Side.None ? [] : period, side, [.. period, .. place]);
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

    private static Side SideOf(string? period)
    {
        if (period is null)
        {
            return Side.None;
        }

        var space = period.IndexOfAny([' ', '-']);
        var first = WordClasses.Of((space < 0 ? period : period[..space]).ToLowerInvariant());
        return (first & WordClass.After) != 0 ? Side.After : (first & WordClass.Before) != 0 ? Side.Before : Side.None;
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

using ChannelBot.Core.Knowledge;

namespace ChannelBot.KnowledgeBuilder.Curation;

/// <summary>What a person adds to, or corrects in, what the builder finds: curation.yaml, read but not yet held against the article.</summary>
internal sealed record CurationFile
{
    public static CurationFile Empty { get; } = new();

    public string? Title { get; init; }

    public IReadOnlyList<IReadOnlyList<string>> Synonyms { get; init; } = [];

    public IReadOnlyList<CuratedEntity> Entities { get; init; } = [];

    public IReadOnlyList<CuratedFigure> Figures { get; init; } = [];

    public IReadOnlyList<CuratedQuote> Quotes { get; init; } = [];

    /// <summary>Words whose first name is none.</summary>
    public IReadOnlyList<Words> NotNames { get; init; } = [];

    /// <summary>Words whose first figure is none.</summary>
    public IReadOnlyList<Words> NotFigures { get; init; } = [];

    public IReadOnlyList<CuratedFact> Facts { get; init; } = [];

    public IReadOnlyList<CuratedSilence> Silences { get; init; } = [];

    public IReadOnlyList<CuratedRewording> Rewordings { get; init; } = [];

    /// <summary>The curation without one of its items, and without what others say of it.</summary>
    /// <param name="item">What a message calls it, or a part of it.</param>
    /// <returns>Null where no item is called so.</returns>
    public CurationFile? Without(string item)
    {
        var figure = Figures.FirstOrDefault(figure => IsOf(figure.Evidence.Item))?.Id;
        var fact = Facts.FirstOrDefault(fact => IsOf(fact.Item))?.Id;
        var rest = this with
        {
            Entities = [.. Entities.Where(entity => !IsOf(entity.Evidence.Item))],
            Figures =
            [
                .. Figures.Where(other => other.Id != figure)
                    .Select(other => other with { PartOf = other.PartOf == figure ? null : other.PartOf, BaseOf = other.BaseOf == figure ? null : other.BaseOf }),
            ],
            Quotes = [.. Quotes.Where(quote => !IsOf(quote.Evidence.Item))],
            NotNames = [.. NotNames.Where(words => !IsOf(words.Item))],
            NotFigures = [.. NotFigures.Where(words => !IsOf(words.Item))],
            Facts = [.. Facts.Where(other => other.Id != fact)],
            Silences =
            [
                .. Silences.Where(silence => !IsOf(silence.Item))
                    .Select(silence => silence with { Nearest = silence.Nearest == fact ? null : silence.Nearest }),
            ],
            Rewordings = [.. Rewordings.Where(rewording => !IsOf(rewording.Item))],
        };
        return rest.Count < Count ? rest : null;

        // A part of an item may stand on another line: "fact 'x' (line 4)", "fact 'x', slot who (line 9)".
        bool IsOf(string name) => item == name || item.StartsWith($"{name},", StringComparison.Ordinal)
            || item.StartsWith($"{name[..name.LastIndexOf(" (", StringComparison.Ordinal)]},", StringComparison.Ordinal);
    }

    private int Count => Entities.Count + Figures.Count + Quotes.Count + NotNames.Count + NotFigures.Count + Facts.Count + Silences.Count + Rewordings.Count;
}

/// <summary>Words that must stand in the article exactly once, and where the curation says so.</summary>
/// <param name="Item">What messages call the item: "figure 'deaths' (line 40)".</param>
internal sealed record Words(string Text, string Item);

internal sealed record CuratedEntity(
    string Id, EntityKind Kind, string Name, string? Role, IReadOnlyList<string> Aliases, Words Evidence);

/// <param name="Value">The number, where the words have none ("another body" is 1).</param>
internal sealed record CuratedFigure(
    string Id,
    Words Evidence,
    string? Name,
    string? Noun,
    string? Unit,
    string? Value,
    string? Period,
    string? Place,
    string? Comparator,
    string? PartOf,
    string? BaseOf,
    int? Direction,
    IReadOnlyList<string> Keywords);

/// <param name="Speaker">Null where the article does not say whose words they are.</param>
internal sealed record CuratedQuote(Words Evidence, string? Speaker);

internal sealed record CuratedFact(
    string Id,
    string About,
    string Kind,
    IReadOnlyList<Words> Evidence,
    string? Speaker,
    Certainty? Certainty,
    IReadOnlyList<string> QuestionWords,
    IReadOnlyList<(SlotRole Role, Words Words)> Slots,
    string Item)
{
    public IReadOnlyList<ExpectedQuestion> Asks { get; init; } = [];

    public IReadOnlyList<string> Denies { get; init; } = [];
}

/// <param name="Nearest">Id of a fact.</param>
internal sealed record CuratedSilence(string Id, string Missing, string? Nearest, IReadOnlyList<string> Asks, string Item);

internal sealed record CuratedRewording(string Question, IReadOnlyList<string> Asks, string Item);

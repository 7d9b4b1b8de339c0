using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;

namespace ChannelBot.KnowledgeBuilder.Review;

/// <summary>Why a person should look at something.</summary>
/// <param name="IsSlight">Whether there is little to be said against it.</param>
internal sealed record Doubt(string Reason, bool IsSlight = false);

/// <summary>Says of what the builder found why a person should look at it: what it had to guess, in a sentence for who brought the article.</summary>
internal sealed class Doubts(KnowledgeFile knowledge)
{
    /// <summary>Words of a name that tell nobody from another.</summary>
    private const int ShortestName = 3;

    private static readonly string[] s_pronouns = ["he", "she", "it", "they"];

    private readonly Dictionary<(string Name, Unit Unit), int> _figures = knowledge.Figures.GroupBy(Called).ToDictionary(group => group.Key, group => group.Count());

    /// <summary>Null for no reason.</summary>
    public Doubt? Of(Entity entity) =>
        SameAs(entity) is { } same ? new($"It may be the same as “{same.Name}”.")
        : entity.Kind is EntityKind.Other ? new("What kind of thing it is was not found.")
        : entity is { Kind: EntityKind.Person, Role: null } ? new("Who this is was not found.")
        : entity is { Kind: not EntityKind.Group, Mentions: [var only], Role: null } && char.IsUpper(entity.Name[0]) ? OnceOnly(only)
        : null;

    /// <inheritdoc cref="Of(Entity)"/>
    public Doubt? Of(Figure figure) =>
        figure.Noun is null && figure.Quantity.Unit.Dimension is Dimension.None ? new("What it counts was not found.")
        : figure is { Direction: not 0, BaseOf: null } ? new($"It is a {(figure.Direction > 0 ? "rise" : "fall")}, and no figure was found that it is a change of.")
        : _figures[Called(figure)] > 1 ? new("Another figure here is called the same, so that a question cannot tell them apart.")
        : null;

    /// <inheritdoc cref="Of(Entity)"/>
    public Doubt? Of(Quote quote) =>
        quote.Speaker is not { } id ? new("Who says this was not found.")
        : quote.SpeakerText is not { } words ? new($"Nothing beside it says who speaks: it was taken for {Name(id)}, who spoke before.")
        : s_pronouns.Contains(words.Split(' ')[0], StringComparer.OrdinalIgnoreCase) ? new($"The article has “{words}”, which was taken for {Name(id)}.")
        : !StandsNear(words, quote) ? new($"Who speaks stands in another paragraph: “{words}”.")
        : Entity(id) is { Kind: EntityKind.Other } ? new($"It was taken for the words of {Name(id)}; what kind of thing that is was not found.")
        : null;

    private static (string Name, Unit Unit) Called(Figure figure) => (figure.Name.ToUpperInvariant(), figure.Quantity.Unit);

    /// <summary>Another of its kind that has its last name too, or is spelt nearly alike.</summary>
    private Entity? SameAs(Entity entity)
    {
        var last = entity.Name.Split(' ')[^1];
        return knowledge.Entities.FirstOrDefault(other => other != entity && other.Kind == entity.Kind
            && ((last.Length >= ShortestName && other.Name.Split(' ').Contains(last)) || IsNearly(entity.Name, other.Name)));
    }

    private static bool IsNearly(string name, string other) =>
        name.Length > ShortestName && other.Length > ShortestName && EditDistance.IsOneSlip(name.ToLowerInvariant(), other.ToLowerInvariant());

    /// <summary>A capital at the beginning of a sentence is no sign of a name.</summary>
    private Doubt OnceOnly(Span mention) => knowledge.Sentences.Any(sentence => sentence.Start == mention.Start)
        ? new("It is named once only, at the beginning of a sentence, and may be no name.", IsSlight: true)
        : new("It is named once only: is it what it was taken for?", IsSlight: true);

    private bool StandsNear(string words, Quote quote) => knowledge.Article.Paragraphs
        .Where(paragraph => quote.Spans.Any(paragraph.Overlaps))
        .Any(paragraph => knowledge.Article.Text.AsSpan(paragraph.Start, paragraph.Length).Contains(words, StringComparison.Ordinal));

    private string Name(string id) => Entity(id) is { } entity ? $"“{entity.Name}”" : "somebody";

    private Entity? Entity(string id) => knowledge.Entities.FirstOrDefault(entity => entity.Id == id);
}

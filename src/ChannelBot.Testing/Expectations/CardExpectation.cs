using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Expectations;

/// <summary>An element of a card: one of a type, one that says certain words, or one of a type that does.</summary>
/// <param name="ElementType">"FactSet", "Action.Execute"; null where any will do.</param>
/// <param name="Words">In any of the element's own texts; null where they do not matter.</param>
public sealed record CardExpectation(string Text, ScriptPlace? Place, string? ElementType, string? Words) : Expectation(Text, Place)
{
    internal static IReadOnlyList<ExpectationForm> Forms { get; } =
    [
        new("card", "expect card has TextBlock \"Working\"", "A card has an element of that type, with these words in it; either may be left out.", Read),
    ];

    public override IEnumerable<Failure> Check(TurnObservation turn)
    {
        var cards = turn.Messages.SelectMany(message => message.Attachments ?? []).Where(IsCard).ToArray();
        var elements = cards.SelectMany(card => Elements(card.Content)).ToArray();
        if (!elements.Any(IsMetBy))
        {
            yield return Unmet(
                $"a card with {string.Join(' ', new[] { ElementType ?? "an element", Words is null ? null : $"“{Words}”" }.OfType<string>())}",
                cards.Length is 0 ? "no card" : $"a card with {string.Join(", ", elements.Select(Describe).Distinct(StringComparer.Ordinal))}");
        }
    }

    private static CardExpectation Read(ExpectationCursor cursor)
    {
        if (!cursor.Take("has") || cursor.IsAtEnd)
        {
            throw cursor.Wrong("has and an element's type or \"words\", as in card has TextBlock \"Working\"");
        }

        var type = cursor.IsAtQuote ? null : cursor.Word();
        return new CardExpectation(cursor.Text, cursor.Place, type, cursor.IsAtEnd ? null : cursor.Quoted());
    }

    private static bool IsCard(Attachment attachment) => attachment.ContentType?.StartsWith(Chat.ChatCards.ContentType, StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>The card and all objects in it, however deep.</summary>
    private static IEnumerable<JsonObject> Elements(JsonNode? node) => node switch
    {
        JsonObject element => [element, .. element.SelectMany(property => Elements(property.Value))],
        JsonArray items => items.SelectMany(Elements),
        _ => [],
    };

    private bool IsMetBy(JsonObject element) =>
        (ElementType is null || string.Equals(TypeOf(element), ElementType, StringComparison.OrdinalIgnoreCase))
        && (Words is null || Texts(element).Any(text => text.Contains(Words, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The element's own texts, and those of its parts that have no type of their own, such as a FactSet's facts.</summary>
    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue(out string? text) => [text],
        JsonObject element => element.Where(property => property.Key is not "type").SelectMany(property => property.Value is JsonObject inner && TypeOf(inner) is not null ? [] : Texts(property.Value)),
        JsonArray items => items.Where(item => item is not JsonObject inner || TypeOf(inner) is null).SelectMany(Texts),
        _ => [],
    };

    private static string? TypeOf(JsonObject element) => element["type"] is JsonValue value && value.TryGetValue(out string? type) ? type : null;

    private static string Describe(JsonObject element) =>
        Texts(element).FirstOrDefault() is { } text ? $"{TypeOf(element) ?? "part"} “{text}”" : TypeOf(element) ?? "part";
}

using System.Text.Json;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Core.Knowledge;

/// <summary>Makes a knowledge file of its JSON, field by field.</summary>
/// <remarks>
/// A serializer would be shorter, but it compiles several hundred generic methods for our types before it reads the first byte:
/// a question typed in a shell waited a tenth of a second for that.
/// </remarks>
internal static class KnowledgeDocument
{
    /// <exception cref="JsonException">The bytes are no JSON, or a field is missing or of another type; it names the field's path.</exception>
    public static KnowledgeFile Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return File(new JsonField(document.RootElement, "$"));
    }

    private static KnowledgeFile File(JsonField json) => new()
    {
        SchemaVersion = json["schemaVersion"].Whole,
        ContentSha256 = json["contentSha256"].Text,
        Article = Article(json["article"]),
        Sentences = json["sentences"].List(Sentence),
        Entities = json["entities"].List(Entity),
        Figures = json["figures"].List(Figure),
        Quotes = json["quotes"].List(Quote),
        Statements = json["statements"].List(Statement),
        Synonyms = json["synonyms"].List(group => (IReadOnlyList<string>)group.Texts),
        Facts = json["facts"].List(Fact),
        Silences = json["silences"].List(Silence),
        Rewordings = json["rewordings"].List(item => new Rewording(item["question"].Text, item["asks"].Texts)),
    };

    private static Article Article(JsonField json) =>
        new(json["title"].Text, json["sha256"].Text, json["text"].Text, Spans(json["paragraphs"]));

    private static Sentence Sentence(JsonField json) =>
        new(json["id"].Text, json["paragraph"].Whole, json["start"].Whole, json["end"].Whole, json["text"].Text);

    private static Entity Entity(JsonField json) => new(
        json["id"].Text,
        (EntityKind)json["kind"].Name(typeof(EntityKind)),
        json["name"].Text,
        json["role"].TextOrNull,
        json["aliases"].Texts,
        Spans(json["mentions"]));

    private static Figure Figure(JsonField json) => new(
        json["id"].Text,
        json["name"].Text,
        json["noun"].TextOrNull,
        Quantity(json["quantity"]),
        (NumberForm)json["form"].Name(typeof(NumberForm)),
        json["period"].TextOrNull,
        json["place"].TextOrNull,
        json["comparator"].TextOrNull,
        json["partOf"].TextOrNull,
        json["baseOf"].TextOrNull,
        json["direction"].Whole,
        json["keywords"].Texts,
        json["sentence"].Text,
        json["start"].Whole,
        json["end"].Whole,
        json["text"].Text);

    private static Quantity Quantity(JsonField json) => new(
        FractionText.Parse(json["value"].Text),
        json["low"].TextOrNull is { } low ? FractionText.Parse(low) : null,
        json["high"].TextOrNull is { } high ? FractionText.Parse(high) : null,
        json["lowOpen"].Truth,
        json["highOpen"].Truth,
        (Bound)json["bound"].Name(typeof(Bound)),
        Unit(json["unit"]));

    private static Unit Unit(JsonField json) => new((Dimension)json["dimension"].Name(typeof(Dimension)), json["name"].Text);

    private static Quote Quote(JsonField json) => new(
        json["id"].Text,
        json["speaker"].TextOrNull,
        json["speakerText"].TextOrNull,
        json["text"].Text,
        Spans(json["spans"]),
        json["sentences"].Texts);

    private static Statement Statement(JsonField json) => new(
        json["id"].Text,
        json["sentence"].Text,
        json["start"].Whole,
        json["end"].Whole,
        json["predicate"].Text,
        json["verb"].Text,
        json["negated"].Truth,
        json["passive"].Truth,
        (Certainty)json["certainty"].Name(typeof(Certainty)),
        json["speaker"].TextOrNull,
        json["slots"].List(Slot));

    private static Fact Fact(JsonField json) => new(
        json["id"].Text,
        json["about"].Text,
        json["kind"].Text,
        json["words"].Texts,
        json["sentences"].Texts,
        json["speaker"].TextOrNull,
        (Certainty)json["certainty"].Name(typeof(Certainty)),
        Span(json["evidence"]),
        json["slots"].List(Slot))
    {
        Asks = json["asks"].List(item => new ExpectedQuestion(item["text"].Text, item["slot"].TextOrNull is null ? null : (SlotRole)item["slot"].Name(typeof(SlotRole)))),
        Denies = json["denies"].Texts,
    };

    private static Silence Silence(JsonField json) =>
        new(json["id"].Text, json["missing"].Text, json["nearest"].TextOrNull, json["asks"].Texts);

    private static Slot Slot(JsonField json) =>
        new((SlotRole)json["role"].Name(typeof(SlotRole)), json["start"].Whole, json["end"].Whole, json["text"].Text);

    private static Span Span(JsonField json) => new(json["start"].Whole, json["end"].Whole);

    private static Span[] Spans(JsonField json)
    {
        var spans = new Span[json.Count];
        for (var i = 0; i < spans.Length; i++)
        {
            spans[i] = Span(json[i]);
        }

        return spans;
    }
}

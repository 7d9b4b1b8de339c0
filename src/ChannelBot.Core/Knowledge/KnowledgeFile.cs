using System.Text.Json.Serialization;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Core.Knowledge;

/// <summary>A place in the article: UTF-16 code units in the whole article as read, end exclusive.</summary>
public readonly record struct Span(int Start, int End)
{
    [JsonIgnore]
    public int Length => End - Start;

    public bool Contains(Span other) => other.Start >= Start && other.End <= End;

    public bool Overlaps(Span other) => other.Start < End && Start < other.End;
}

/// <summary>All that is known of one article: what <c>channelbot build</c> writes and every program reads.</summary>
public sealed record KnowledgeFile
{
    public const int CurrentSchemaVersion = 1;

    public required int SchemaVersion { get; init; }

    /// <summary>SHA-256 of this file's canonical JSON with this field empty, lower-case hex: a hand edit is noticed.</summary>
    public required string ContentSha256 { get; init; }

    public required Article Article { get; init; }

    public required IReadOnlyList<Sentence> Sentences { get; init; }

    public required IReadOnlyList<Entity> Entities { get; init; }

    public required IReadOnlyList<Figure> Figures { get; init; }

    public required IReadOnlyList<Quote> Quotes { get; init; }

    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>Groups of words that mean the same in this article, lower case (curated).</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Synonyms { get; init; }

    /// <summary>Facts a person confirmed: the words a question may use, and the slots that answer it.</summary>
    public required IReadOnlyList<Fact> Facts { get; init; }

    /// <summary>A person has said which questions the article answers, and with which words they are asked.</summary>
    [JsonIgnore]
    public bool IsCurated => Facts.Count > 0;

    /// <summary>What readers ask and the article does not say (curated).</summary>
    public IReadOnlyList<Silence> Silences { get; init; } = [];

    /// <summary>Plain questions with other wordings of them (curated).</summary>
    public IReadOnlyList<Rewording> Rewordings { get; init; } = [];
}

/// <param name="Title">A short name for the article ("the Channel crossings article"); from curation, else its first words.</param>
/// <param name="Sha256">Of the article's bytes as read, lower-case hex.</param>
/// <param name="Text">The whole article.</param>
/// <param name="Paragraphs">Where each paragraph stands, in order; a reader counts them from 1.</param>
public sealed record Article(string Title, string Sha256, string Text, IReadOnlyList<Span> Paragraphs);

/// <param name="Id">"p6.s1": paragraph and sentence, counted from 1.</param>
public sealed record Sentence(string Id, int Paragraph, int Start, int End, string Text)
{
    /// <summary>Where it stands in the article.</summary>
    [JsonIgnore]
    public Span Span => new(Start, End);
}

public enum EntityKind
{
    Person,
    Organisation,
    Place,
    Group,
    Event,
    Other,
}

/// <summary>Somebody or something with a name.</summary>
/// <param name="Id">"e:lee": stable within a file.</param>
/// <param name="Name">The fullest form: "Ann Lee".</param>
/// <param name="Role">What they are, as the article says: "Mayor"; null where it does not say.</param>
/// <param name="Aliases">Other forms, roles included: "Lee", "the Mayor".</param>
/// <param name="Mentions">Where the article names them, pronouns left out.</param>
public sealed record Entity(
    string Id, EntityKind Kind, string Name, string? Role, IReadOnlyList<string> Aliases, IReadOnlyList<Span> Mentions);

/// <summary>A number of the article, with what it counts.</summary>
/// <param name="Id">"f:arrivals-this-year" from curation, else "f6.1": paragraph and order.</param>
/// <param name="Name">What a reader would call it: "arrivals this year".</param>
/// <param name="Noun">The counted noun as the article has it: "arrivals"; null for a bare ratio.</param>
/// <param name="Quantity">Value, bounds, unit.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Period">The article's own words: "this year", "since the recent election"; null where none.</param>
/// <param name="Place">The article's own words; null where none.</param>
/// <param name="Comparator">"compared to the same period in 2023"; null where none.</param>
/// <param name="PartOf">Id of the figure that this one is a part of.</param>
/// <param name="BaseOf">For a change: id of the figure whose value is after the change.</param>
/// <param name="Direction">+1 for a rise, -1 for a fall, 0 where it is no change.</param>
/// <param name="Keywords">Words, besides the sentence's own, by which a question may ask for it (lower case).</param>
/// <param name="Sentence">Id of its sentence.</param>
/// <param name="Text">The mention, verbatim: "at least 60 migrants".</param>
public sealed record Figure(
    string Id,
    string Name,
    string? Noun,
    Quantity Quantity,
    NumberForm Form,
    string? Period,
    string? Place,
    string? Comparator,
    string? PartOf,
    string? BaseOf,
    int Direction,
    IReadOnlyList<string> Keywords,
    string Sentence,
    int Start,
    int End,
    string Text);

/// <summary>Words somebody is quoted as saying.</summary>
/// <param name="Speaker">Entity id; null where the article does not say who.</param>
/// <param name="SpeakerText">The attribution's words: "Mayor Ann Lee emphasized".</param>
/// <param name="Text">The words, without the outer quotation marks; parts joined by a space.</param>
/// <param name="Spans">Where they stand; a quotation may be broken by its attribution or run over paragraphs.</param>
/// <param name="Sentences">Ids of the sentences it touches.</param>
public sealed record Quote(
    string Id, string? Speaker, string? SpeakerText, string Text, IReadOnlyList<Span> Spans, IReadOnlyList<string> Sentences);

public enum SlotRole
{
    Who,
    What,
    Whom,
    When,
    Where,
    Why,
    Purpose,
    How,
    With,
    HowMany,
}

/// <summary>A phrase of the article that answers one kind of question about a statement.</summary>
/// <param name="Role">By sense, not by grammar: in "the boat was towed by Smith", Smith is <see cref="SlotRole.Who"/> and the boat <see cref="SlotRole.What"/>;
/// a person acted on is <see cref="SlotRole.Whom"/>. <see cref="Statement.Passive"/> says how it was worded.</param>
public sealed record Slot(SlotRole Role, int Start, int End, string Text);

/// <summary>How sure the article is.</summary>
public enum Certainty
{
    Stated,
    Said,
    Expected,
    Presumed,
    Believed,
    Planned,
}

/// <summary>One clause of the article: who does what, when, where, why, and who says so.</summary>
/// <param name="Predicate">The verb group's words, verbatim: "will be signed".</param>
/// <param name="Verb">The main verb's lemma: "sign".</param>
/// <param name="Speaker">Entity id of whoever says so, where the clause is reported or quoted.</param>
public sealed record Statement(
    string Id,
    string Sentence,
    int Start,
    int End,
    string Predicate,
    string Verb,
    bool Negated,
    bool Passive,
    Certainty Certainty,
    string? Speaker,
    IReadOnlyList<Slot> Slots);

/// <summary>A curated fact: what it is about, and the article's own words that answer.</summary>
/// <param name="About">What the fact is about, for lists and explanations: "rescue off the coast".</param>
/// <param name="Kind">"event", "plan", "claim", "person", "figure", "background": how summaries group it.</param>
/// <param name="Words">Words and phrases by which a question may ask (lower case); language, so without evidence.</param>
/// <param name="Sentences">Ids of the sentences that hold the evidence, best first.</param>
/// <param name="Speaker">Entity id of whoever says so, where the article reports or quotes it; null where it speaks for itself.</param>
public sealed record Fact(
    string Id,
    string About,
    string Kind,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Sentences,
    string? Speaker,
    Certainty Certainty,
    Span Evidence,
    IReadOnlyList<Slot> Slots)
{
    /// <summary>Questions that it answers, in readers' words.</summary>
    public IReadOnlyList<ExpectedQuestion> Asks { get; init; } = [];

    /// <summary>Questions and claims that take for granted what it denies.</summary>
    public IReadOnlyList<string> Denies { get; init; } = [];
}

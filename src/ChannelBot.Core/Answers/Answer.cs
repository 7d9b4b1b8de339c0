using System.Text.Json.Serialization;

namespace ChannelBot.Core.Answers;

/// <summary>What kind of reply this is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
public enum Outcome
{
    [JsonStringEnumMemberName("answered")] Answered,
    [JsonStringEnumMemberName("computed")] Computed,
    [JsonStringEnumMemberName("corrected")] Corrected,
    [JsonStringEnumMemberName("not_in_article")] NotInArticle,
    [JsonStringEnumMemberName("declined")] Declined,
    [JsonStringEnumMemberName("clarify")] Clarify,
    [JsonStringEnumMemberName("social")] Social,
}

/// <summary>Where a statement of the answer stands in the article.</summary>
/// <param name="N">The mark in the text: [1].</param>
/// <param name="Paragraph">Counted from 1, as a reader counts.</param>
/// <param name="Sentence">"p6.s1".</param>
/// <param name="Start">UTF-16 code unit in the whole article.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Quote">The article's words at that place, unchanged.</param>
public sealed record Citation(int N, int Paragraph, string Sentence, int Start, int End, string Quote);

/// <summary>One operand of a calculation: a figure of the article, a result before it, or a number of the user's.</summary>
/// <param name="Figure">Figure id; null for the user's own number, a constant or an earlier result.</param>
/// <param name="Source">"article", "user", "working" or "constant".</param>
public sealed record Operand(string? Figure, string Source, double Value, string Bound, int? Citation);

/// <summary>The record of one calculation.</summary>
/// <param name="Exact">The value as an exact fraction, "359220/6307".</param>
/// <param name="High">Null where there is no upper bound.</param>
public sealed record Working(
    string Function,
    IReadOnlyList<Operand> Operands,
    string Expression,
    string Exact,
    double Value,
    double? Low,
    double? High,
    bool LowOpen,
    bool HighOpen,
    string Unit,
    string? Assumption);

/// <summary>Why the bot did not simply answer.</summary>
/// <param name="Code">missing_entity, other_period, other_measure, other_place, other_speaker, not_stated, opinion, prediction, harm,
/// distress, undefined, language, unclear, injection, no_calendar_date.</param>
/// <param name="Missing">What was asked for and is not there.</param>
/// <param name="Nearest">Id of the sentence nearest to it.</param>
public sealed record Reason(string Code, string? Missing, string? Nearest);

/// <summary>The one record that every channel renders.</summary>
public sealed record Answer
{
    public int SchemaVersion { get; init; } = 1;

    public required string KnowledgeSha256 { get; init; }

    public required string Question { get; init; }

    public required Outcome Outcome { get; init; }

    public required string Text { get; init; }

    public IReadOnlyList<Citation> Citations { get; init; } = [];

    public IReadOnlyList<Working> Working { get; init; } = [];

    public Reason? Reason { get; init; }

    public IReadOnlyList<string> Suggestions { get; init; } = [];

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Answer>? Parts { get; init; }

    /// <summary>The figures of the answer as a picture; every bar also stands in the text. Null where none was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Chart? Chart { get; init; }

    public required string Planner { get; init; }

    public double ElapsedMs { get; init; }
}

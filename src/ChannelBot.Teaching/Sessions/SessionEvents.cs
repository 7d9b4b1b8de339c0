using System.Text.Json;
using System.Text.Json.Serialization;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Sessions;

namespace ChannelBot.Teaching.Sessions;

/// <summary>Whether learners may ask.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SessionState>))]
public enum SessionState
{
    [JsonStringEnumMemberName("open")] Open,
    [JsonStringEnumMemberName("paused")] Paused,

    /// <summary>For good: nothing changes any more.</summary>
    [JsonStringEnumMemberName("closed")] Closed,
}

/// <summary>When a learner gets the bot's answer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReleaseMode>))]
public enum ReleaseMode
{
    [JsonStringEnumMemberName("atOnce")] AtOnce,

    /// <summary>Step by step as the educator releases it, so that learners look for the evidence first.</summary>
    [JsonStringEnumMemberName("hints")] Hints,
}

/// <summary>How much of an answer its learner has been given.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HintStep>))]
public enum HintStep
{
    [JsonStringEnumMemberName("nothing")] Nothing,
    [JsonStringEnumMemberName("paragraph")] Paragraph,
    [JsonStringEnumMemberName("sentence")] Sentence,
    [JsonStringEnumMemberName("answer")] Answer,
}

/// <summary>What an educator marks on a question.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuestionMark>))]
public enum QuestionMark
{
    /// <summary>It is shown to nobody but the educator.</summary>
    [JsonStringEnumMemberName("hidden")] Hidden,

    /// <summary>It stands on the projector, and is shown to every learner.</summary>
    [JsonStringEnumMemberName("pinned")] Pinned,

    [JsonStringEnumMemberName("discuss")] ForDiscussion,
}

/// <summary>Something that happened in a session. A session is what its events make of it, in order; see <see cref="Session.After"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(SessionStarted), "started")]
[JsonDerivedType(typeof(PersonJoined), "joined")]
[JsonDerivedType(typeof(ChatLinked), "linked")]
[JsonDerivedType(typeof(QuestionAsked), "asked")]
[JsonDerivedType(typeof(QuestionMarked), "marked")]
[JsonDerivedType(typeof(EducatorAnswered), "answered")]
[JsonDerivedType(typeof(StepReleased), "released")]
[JsonDerivedType(typeof(ReleaseChanged), "release")]
[JsonDerivedType(typeof(StateChanged), "state")]
[JsonDerivedType(typeof(QuizSet), "quiz")]
[JsonDerivedType(typeof(QuizEnded), "quizEnded")]
[JsonDerivedType(typeof(QuizAnswered), "quizAnswered")]
[JsonDerivedType(typeof(ScoresShown), "scores")]
public abstract record SessionEvent(DateTimeOffset At);

/// <param name="Article">Id of the article that is asked about.</param>
/// <param name="Starter">Who started it, where a channel knows them; null where it was started on the page.</param>
public sealed record SessionStarted(DateTimeOffset At, string Title, string Article, ReleaseMode Release, SessionPerson? Starter) : SessionEvent(At);

/// <param name="Name">As <see cref="DisplayName"/> lets it through.</param>
public sealed record PersonJoined(DateTimeOffset At, SessionPerson Person, string Name) : SessionEvent(At);

/// <summary>A chat of another channel in which the session runs too: who asks there, asks in the session.</summary>
public sealed record ChatLinked(DateTimeOffset At, ConversationKey Chat) : SessionEvent(At);

/// <param name="Number">From 1, each once.</param>
/// <param name="Turn">The question with the answer that the bot has.</param>
/// <param name="Chat">Where it was asked.</param>
/// <param name="Reference">What the host needs to write there later; it is the host's own.</param>
/// <param name="IsHeld">Whether the learner has been given nothing of the answer yet.</param>
public sealed record QuestionAsked(
    DateTimeOffset At, int Number, SessionPerson Person, PastTurn Turn, ConversationKey Chat, JsonElement? Reference, bool IsHeld) : SessionEvent(At);

public sealed record QuestionMarked(DateTimeOffset At, int Number, QuestionMark Mark, bool IsOn) : SessionEvent(At);

/// <param name="Text">The educator's own words; never the article's.</param>
public sealed record EducatorAnswered(DateTimeOffset At, int Number, string Text) : SessionEvent(At);

public sealed record StepReleased(DateTimeOffset At, int Number, HintStep Step) : SessionEvent(At);

public sealed record ReleaseChanged(DateTimeOffset At, ReleaseMode Mode) : SessionEvent(At);

public sealed record StateChanged(DateTimeOffset At, SessionState State) : SessionEvent(At);

/// <summary>The class takes a quiz, in place of one before.</summary>
/// <param name="Count">Null for the usual number.</param>
/// <param name="Only">Ids of what it asks about; empty for all.</param>
public sealed record QuizSet(DateTimeOffset At, string Level, int Seed, int? Count, IReadOnlyList<string> Only) : SessionEvent(At);

public sealed record QuizEnded(DateTimeOffset At) : SessionEvent(At);

/// <summary>Everybody sees how the class answers the quiz that is set, by name; or nobody any more.</summary>
public sealed record ScoresShown(DateTimeOffset At, bool IsOn) : SessionEvent(At);

/// <param name="Question">Number of the quiz's question, from 1.</param>
/// <param name="IsRight">Null where it was passed on.</param>
public sealed record QuizAnswered(DateTimeOffset At, SessionPerson Person, int Question, bool? IsRight, IReadOnlyList<int> Chosen) : SessionEvent(At);

/// <summary>Events as compact JSON in UTF-8, for stores.</summary>
public static class SessionJson
{
    public static byte[] Write(SessionEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, SessionJsonContext.Default.SessionEvent);

    /// <summary>"not_in_article".</summary>
    internal static string NameOf(Outcome outcome) => JsonSerializer.SerializeToElement(outcome, SessionJsonContext.Default.Outcome).GetString()!;

    /// <exception cref="JsonException">It is no event.</exception>
    public static SessionEvent Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, SessionJsonContext.Default.SessionEvent) ?? throw new JsonException("The event is null.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SessionEvent))]
internal sealed partial class SessionJsonContext : JsonSerializerContext;

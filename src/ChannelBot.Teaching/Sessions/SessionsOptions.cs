using System.ComponentModel.DataAnnotations;

namespace ChannelBot.Teaching.Sessions;

/// <summary>The <c>Sessions</c> section of appsettings.json.</summary>
public sealed class SessionsOptions : IValidatableObject
{
    private const int ShortestKey = 12;

    public const string Section = "Sessions";

    /// <summary>Who knows it may start sessions; from the environment alone. Empty: nobody may.</summary>
    public string? EducatorKey { get; init; }

    /// <summary>Entra object ids of those who may start sessions in Teams without the key.</summary>
    public IReadOnlyList<string> Educators { get; init; } = [];

    /// <summary>After how many days a session is deleted, with its questions, its names and its learners' web chats.</summary>
    [Range(1, 3650)]
    public int RetentionDays { get; init; } = 30;

    /// <summary>Sessions that are not closed, at a time.</summary>
    [Range(1, 1_000)]
    public int MostOpen { get; init; } = 50;

    /// <summary>Questions a minute of one learner.</summary>
    [Range(1, 1_000)]
    public int QuestionsAMinute { get; init; } = 20;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (EducatorKey is { Length: > 0 and < ShortestKey } key)
        {
            yield return new ValidationResult(
                FormattableString.Invariant($"Sessions:EducatorKey has {key.Length} characters; it needs {ShortestKey} at least, so that nobody guesses it."), [nameof(EducatorKey)]);
        }
    }
}

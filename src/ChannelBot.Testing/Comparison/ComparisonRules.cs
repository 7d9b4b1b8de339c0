using ChannelBot.Core.Answers;

namespace ChannelBot.Testing.Comparison;

/// <summary>Which fields of an activity are compared, and which differ from run to run by their nature.</summary>
public sealed record ComparisonRules
{
    /// <summary>Ids, times and addresses are ignored, and the record of an answer: one place sends it along, another does not.</summary>
    /// <remarks>Source: protocol checklist section 7 (BotFramework-FunctionalTests PR#160).</remarks>
    public static ComparisonRules Default { get; } = new()
    {
        Ignored =
        [
            "id", "timestamp", "localTimestamp", "localTimezone", "serviceUrl", "conversation", "replyToId", "from", "recipient", "channelId", "callerId",
            "attachments.contentUrl", "attachments.thumbnailUrl", $"channelData.{AnswerJson.ChannelDataName}",
        ],
    };

    /// <summary>Paths of fields that are not compared: <c>channelData.feedbackLoop</c>, where the items of a list share one path.</summary>
    public required IReadOnlyList<string> Ignored { get; init; }

    /// <summary>These rules, and <paramref name="paths"/> ignored as well.</summary>
    public ComparisonRules Ignoring(params IEnumerable<string> paths) => this with { Ignored = [.. Ignored, .. paths] };
}

using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Answers;

namespace ChannelBot.Testing.Expectations;

/// <summary>What one turn of a bot was seen to do.</summary>
public sealed record TurnObservation
{
    public required Activity Sent { get; init; }

    /// <summary>All that came, in the order in which it came, typing included.</summary>
    public required IReadOnlyList<Activity> Replies { get; init; }

    /// <summary>The record behind the reply, where the driver can see it; null for a bot of others.</summary>
    public Answer? Answer { get; init; }

    /// <summary>The function calls by which the answer came about, where the driver can see them.</summary>
    public IReadOnlyList<PlanStep> Plan { get; init; } = [];

    /// <summary>How the answer came about, in lines for a person; empty where nobody tells.</summary>
    public IReadOnlyList<string> Explanation { get; init; } = [];

    /// <summary>From sending to the last reply.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The replies that say something: messages.</summary>
    public IReadOnlyList<Activity> Messages => [.. Replies.Where(reply => reply.IsType(ActivityTypes.Message))];

    /// <summary>The texts of all messages, a line break between them.</summary>
    public string Text => string.Join('\n', Messages.Select(message => message.Text ?? ""));
}

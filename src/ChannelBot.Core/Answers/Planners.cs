namespace ChannelBot.Core.Answers;

/// <summary>Who planned and worded an answer, where that matters to whoever shows it.</summary>
public static class Planners
{
    /// <summary>Rules alone; anything else is a language model, and its text is labelled as such where a channel has a label.</summary>
    public const string Embedded = "embedded";
}

namespace ChannelBot.Planner.Embedded.Conduct;

/// <summary>Tells orders to the bot from questions to it: a message may hold both, and only the questions count.</summary>
internal static class Injection
{
    /// <summary>Whether a request of a message only tries to make the bot say or do something else, and is to be passed over.</summary>
    public static bool IsInstruction(Question question) => ConductAnswerer.Read(question) is { IsInstruction: true };
}

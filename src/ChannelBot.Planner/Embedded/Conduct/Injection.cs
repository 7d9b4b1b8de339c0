using ChannelBot.Core.Language;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Conduct;

/// <summary>Tells orders to the bot from questions to it: a message may hold both, and only the questions count.</summary>
internal static class Injection
{
    /// <summary>Whether a message, or a sentence of it, only tries to make the bot say or do something else.</summary>
    public static bool IsIn(Question message) =>
        ConductAnswerer.Read(message) is { IsInstruction: true }
        || RequestBreaks.Segments(message).Any(segment =>
            ConductReader.English.Read(QuestionText.Clean(message.Text[segment.Start..segment.End]), message.Knowledge.Article.Text) is { IsInstruction: true });
}

namespace ChannelBot.Core.Answers;

/// <summary>What an answer of several parts holds altogether, whether its own record repeats it or only the parts have it.</summary>
public static class AnswerParts
{
    public static IReadOnlyList<Citation> AllCitations(this Answer answer) =>
        answer is { Citations.Count: 0, Parts: { } parts } ? [.. parts.SelectMany(AllCitations)] : answer.Citations;

    public static IReadOnlyList<Working> AllWorking(this Answer answer) =>
        answer is { Working.Count: 0, Parts: { } parts } ? [.. parts.SelectMany(AllWorking)] : answer.Working;
}

using ChannelBot.Core.Answers;

namespace ChannelBot.Planner.Guards;

/// <summary>An answer of several parts is an opening line, or none, and the parts, a line each.</summary>
internal static class PartsOf
{
    /// <summary>The guard's name.</summary>
    public const string Name = "parts";

    /// <summary>What stands before the parts; null where the text does not end with them.</summary>
    public static string? Opening(string text, IReadOnlyList<Answer> parts)
    {
        var at = text.Length;
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            at -= parts[i].Text.Length;
            if (at < 0 || !text.AsSpan(at, parts[i].Text.Length).SequenceEqual(parts[i].Text) || (at > 0 && text[--at] != '\n'))
            {
                return null;
            }
        }

        return text[..at];
    }
}

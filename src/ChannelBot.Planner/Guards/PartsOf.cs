using System.Text;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.Planner.Guards;

/// <summary>An answer of several parts is their texts, in lines, and lines that open a list of them.</summary>
internal static class PartsOf
{
    /// <summary>The guard's name.</summary>
    public const string Name = "parts";

    /// <summary>The lines that are no part's; null where the parts do not stand in the text, in their order, to its end.</summary>
    public static string? Openings(string text, IReadOnlyList<Answer> parts) =>
        Find(text, parts) is null ? null : Replaced(text, parts, new string[parts.Count])!.Trim();

    /// <summary>The text with other words for the parts; null where the parts do not stand in it.</summary>
    public static string? Replaced(string text, IReadOnlyList<Answer> parts, IReadOnlyList<string?> words)
    {
        if (Find(text, parts) is not { } places)
        {
            return null;
        }

        var replaced = new StringBuilder(text);
        for (var i = places.Count - 1; i >= 0; i--)
        {
            replaced.Remove(places[i].Start, places[i].Length).Insert(places[i].Start, words[i]);
        }

        return replaced.ToString();
    }

    private static List<Span>? Find(string text, IReadOnlyList<Answer> parts)
    {
        var places = new List<Span>(parts.Count);
        var at = 0;
        foreach (var part in parts)
        {
            var found = text.IndexOf(part.Text, at, StringComparison.Ordinal);
            var end = found + part.Text.Length;
            if (found < 0 || (found > 0 && text[found - 1] != '\n') || (end < text.Length && text[end] != '\n'))
            {
                return null;
            }

            places.Add(new Span(found, end));
            at = Math.Min(end + 1, text.Length);
        }

        return at == text.Length ? places : null;
    }
}

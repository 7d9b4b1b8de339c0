using System.Buffers;

namespace ChannelBot.Planner.Embedded.Conduct;

/// <summary>Tells languages by their letters.</summary>
internal static class Scripts
{
    private static readonly SearchValues<char> Ukrainian = SearchValues.Create("іїєґІЇЄҐ");
    private static readonly SearchValues<char> Russian = SearchValues.Create("ыэёъЫЭЁ");
    private static readonly SearchValues<char> Serbian = SearchValues.Create("ђћЂЋ");
    private static readonly SearchValues<char> Macedonian = SearchValues.Create("ќѓѕЌЃЅјљњџЈЉЊЏ");
    private static readonly SearchValues<char> SoraniOrUrdu = SearchValues.Create("ەڵڕێۆٹڈڑےں");
    private static readonly SearchValues<char> Persian = SearchValues.Create("پچژگیک");

    /// <summary>The locale of a text most of whose letters are not Latin; "other" where the letters fit several; null for Latin letters.</summary>
    public static string? LocaleOf(string text)
    {
        var (latin, cyrillic, arabic, han, other) = (0, 0, 0, 0, 0);
        foreach (var sign in text)
        {
            if (!char.IsLetter(sign))
            {
                continue;
            }

            switch (sign)
            {
                case < '\u0250' or (>= '\u1E00' and < '\u2000'): latin++; break;
                case >= '\u0400' and < '\u0530': cyrillic++; break;
                case (>= '\u0600' and < '\u0780') or (>= '\uFB50' and < '\uFF00'): arabic++; break;
                case >= '\u4E00' and <= '\u9FFF': han++; break;
                default: other++; break;
            }
        }

        // A Chinese sign says as much as a word of Latin letters.
        var foreign = cyrillic + arabic + (han * 4) + other;
        if (foreign == 0 || foreign < latin)
        {
            return null;
        }

        var most = Math.Max(Math.Max(cyrillic, arabic), Math.Max(han, other));
        return most == cyrillic ? Cyrillic(text) : most == arabic ? Arabic(text) : most == han && other == 0 ? "zh" : "other";
    }

    private static string Cyrillic(string text) =>
        text.AsSpan().ContainsAny(Ukrainian) ? "uk"
        : text.AsSpan().ContainsAny(Russian) ? "ru"
        : text.AsSpan().ContainsAny(Serbian) ? "sr"
        : text.AsSpan().ContainsAny(Macedonian) ? "mk"
        : "ru";

    private static string Arabic(string text) =>
        text.AsSpan().ContainsAny(SoraniOrUrdu) ? "other" : text.AsSpan().ContainsAny(Persian) ? "fa" : "ar";
}

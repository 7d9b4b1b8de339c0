using ChannelBot.Planner.FixedTexts;

namespace ChannelBot.Planner.Embedded.Conduct;

/// <summary>Recognises a call for help in a language that the bot otherwise does not read.</summary>
internal sealed class Alarm
{
    private readonly List<(string Locale, string Phrase)> _phrases = [];

    public Alarm()
    {
        foreach (var line in EmbeddedText.RequiredLines("Embedded/Conduct/Words/alarm.txt"))
        {
            var equals = line.IndexOf(" = ", StringComparison.Ordinal);
            if (equals > 0 && line[0] != '#')
            {
                _phrases.Add((line[..equals], line[(equals + 3)..].Trim().ToUpperInvariant()));
            }
        }
    }

    /// <summary>The locale of the phrase that <paramref name="text"/> holds; null where it holds none.</summary>
    /// <param name="locale">Only phrases of this locale; null for any.</param>
    public string? Sounds(string text, string? locale)
    {
        var capitals = text.ToUpperInvariant();
        foreach (var (of, phrase) in _phrases)
        {
            if ((locale is null || locale == of) && Holds(capitals, phrase))
            {
                return of;
            }
        }

        return null;
    }

    private static bool Holds(string text, string phrase)
    {
        for (var at = Next(text, phrase, 0); at >= 0; at = Next(text, phrase, at + 1))
        {
            var end = at + phrase.Length;
            // Chinese and Persian put no space after the phrase.
            var isWhole = phrase[0] > '\u0530'
                || ((at == 0 || !char.IsLetter(text[at - 1])) && (end == text.Length || !char.IsLetter(text[end])));
            if (isWhole)
            {
                return true;
            }
        }

        return false;
    }

    private static int Next(string text, string phrase, int from) => text.IndexOf(phrase, from, StringComparison.Ordinal);
}

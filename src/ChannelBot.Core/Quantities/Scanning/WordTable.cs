using System.Globalization;
using Fractions;

namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>The words of numbers, units and their surroundings, as the resource files list them.</summary>
internal static class WordTable
{
    private static readonly WordMap s_words = Load();

    /// <summary>The word in any case; null where it has nothing to do with numbers.</summary>
    public static WordEntry? Find(ReadOnlySpan<char> word) => s_words.Find(word);

    /// <summary>Does the word play the role?</summary>
    public static bool Is(ReadOnlySpan<char> word, WordRoles role) => Find(word)?.Is(role) ?? false;

    private static WordMap Load()
    {
        var words = new WordMap();
        foreach (var line in WordFile.Lines("numbers.txt"))
        {
            AddNumberLine(words, line);
        }

        foreach (var line in WordFile.Lines("units.txt"))
        {
            AddUnitLine(words, line);
        }

        foreach (var line in WordFile.Lines("hedges.txt"))
        {
            AddHedgeLine(words, line);
        }

        foreach (var line in WordFile.Lines("context.txt"))
        {
            AddContextLine(words, line);
        }

        // "a hundred", "an estimated": the article begins a number only before a scale or a part.
        words.Entry("a").Begins = true;
        words.Entry("an").Begins = true;
        return words;
    }

    private static void AddContextLine(WordMap words, string line)
    {
        var list = WordFile.Words(line);
        var role = WordFile.Role(list[0]);
        foreach (var word in list.AsSpan(2))
        {
            words.Entry(word).Roles |= role;
        }
    }

    /// <summary>"AtLeast : at least ; no fewer than ! words": phrases, and after "!" the words before them that change their meaning.</summary>
    private static void AddHedgeLine(WordMap words, string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var head = WordFile.Words(line[..colon]);
        var parts = line[(colon + 1)..].Split('!');
        var unless = parts.Length > 1 ? WordFile.Words(parts[1]) : [];
        var place = head[0] is "after" ? HedgePlace.After : head[0] is "between" ? HedgePlace.Between : HedgePlace.Before;
        var bound = place is HedgePlace.Between ? Bound.Exact : WordFile.Bound(head[^1]);
        foreach (var phrase in parts[0].Split(';', StringSplitOptions.TrimEntries))
        {
            var list = WordFile.Words(phrase);
            if (place is not HedgePlace.After)
            {
                Array.Reverse(list);
            }

            words.Entry(list[0]).Add(new Phrase(list, place, bound, unless));
        }
    }

    private static void AddNumberLine(WordMap words, string line)
    {
        var parts = WordFile.Words(line);
        foreach (var word in parts.AsSpan(2))
        {
            var entry = words.Entry(word);
            Set(entry, parts[0], parts[1]);
            entry.Begins |= parts[0] is not ("suffix" or "part" or "parts" or "scale") || word is "half" or "quarter";
        }
    }

    private static void Set(WordEntry entry, string kind, string value)
    {
        var number = kind is "multiplier" ? 0 : long.Parse(value, CultureInfo.InvariantCulture);
        switch (kind)
        {
            case "cardinal":
                (entry.Numeral, entry.Value) = (NumeralKind.Cardinal, number);
                break;
            case "tens":
                (entry.Numeral, entry.Value) = (NumeralKind.Tens, number);
                break;
            case "scale":
                (entry.Numeral, entry.Value) = (NumeralKind.Scale, number);
                break;
            case "suffix":
                entry.Suffix = number;
                break;
            case "ordinal":
                entry.Ordinal = (int)number;
                break;
            case "part" or "parts":
                (entry.Part, entry.IsPluralPart) = ((int)number, kind is "parts");
                break;
            case "multiplier":
                entry.Multiplier = Size(value);
                break;
            case "multiple":
                entry.Multiple = (int)number;
                break;
            case "month":
                entry.Month = (int)number;
                break;
            case "clock":
                entry.Clock = (int)number;
                break;
            default:
                throw new InvalidOperationException($"numbers.txt has a line of the unknown kind '{kind}'.");
        }
    }

    private static void AddUnitLine(WordMap words, string line)
    {
        var colon = line.IndexOf(" : ", StringComparison.Ordinal);
        var head = WordFile.Words(line[..colon]);
        var kind = head[0] is "glued" or "before" ? head[0] : "";
        var at = kind.Length == 0 ? 0 : 1;
        var unit = UnitOf(WordFile.Dimension(head[at]), string.Join(' ', head[(at + 2)..]));
        foreach (var spelling in line[(colon + 3)..].Split(';', StringSplitOptions.TrimEntries))
        {
            var spelt = WordFile.Words(spelling);
            var entry = words.Entry(spelt[0]);
            var phrase = new UnitPhrase(spelt[1..], unit, Size(head[at + 1]), spelling);
            switch (kind)
            {
                case "glued":
                    (entry.Glued ??= []).Add(phrase);
                    break;
                case "before":
                    entry.Before = phrase;
                    entry.Begins = true;
                    break;
                default:
                    entry.Add(phrase);
                    break;
            }
        }
    }

    /// <summary>The shared instances where there are some, so that equal units are one object.</summary>
    private static Unit UnitOf(Dimension dimension, string name) => (dimension, name) switch
    {
        (Dimension.Percent, _) => Unit.Percent,
        (Dimension.PercentagePoints, _) => Unit.PercentagePoint,
        (Dimension.Time, "day") => Unit.Day,
        (Dimension.Time, "month") => Unit.Month,
        (Dimension.Time, "year") => Unit.YearLong,
        _ => new(dimension, name),
    };

    private static Fraction Size(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? new Fraction(long.Parse(text, CultureInfo.InvariantCulture))
            : new Fraction(
                long.Parse(text.AsSpan(0, slash), CultureInfo.InvariantCulture),
                long.Parse(text.AsSpan(slash + 1), CultureInfo.InvariantCulture));
    }
}

using System.Globalization;
using System.Text;

namespace ChannelBot.Core.Language;

/// <summary>Characters that are another way of writing a plain one, and characters that nobody sees.</summary>
/// <remarks>What Unicode's form KC does for Latin text, done here because the program runs without Unicode's tables.</remarks>
internal static class PlainCharacters
{
    /// <summary>For each mark, the composed letters in pairs "base, composed".</summary>
    private static readonly Dictionary<char, string> Composed = new()
    {
        ['\u0300'] = "AÀaàEÈeèIÌiìOÒoòUÙuù",
        ['\u0301'] = "AÁaáEÉeéIÍiíOÓoóUÚuúYÝyýCĆcćNŃnńSŚsśZŹzź",
        ['\u0302'] = "AÂaâEÊeêIÎiîOÔoôUÛuû",
        ['\u0303'] = "AÃaãOÕoõNÑnñ",
        ['\u0308'] = "AÄaäEËeëIÏiïOÖoöUÜuüyÿ",
        ['\u030A'] = "AÅaåUŮuů",
        ['\u030C'] = "CČcčSŠsšZŽzžEĚeěRŘrřNŇnňDĎdď",
        ['\u0327'] = "CÇcçSŞsş",
        ['\u0328'] = "AĄaąEĘeę",
        ['\u030B'] = "OŐoőUŰuű",
        ['\u0304'] = "AĀaāEĒeēIĪiīOŌoōUŪuū",
        ['\u0306'] = "AĂaăGĞgğ",
    };

    public static string Map(string text)
    {
        if (System.Text.Ascii.IsValid(text) && !HasControl(text))
        {
            return text;
        }

        var isEastAsian = text.AsSpan().IndexOfAnyInRange('\u2E80', '\uD7FF') >= 0;
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(plain, rune, isEastAsian);
        }

        return plain.ToString();
    }

    private static void Append(StringBuilder plain, Rune rune, bool isEastAsian)
    {
        var value = rune.Value;
        if (value is >= ' ' and <= '~' or '\n' or '\t' or '\r')
        {
            plain.Append((char)value);
            return;
        }

        if (IsInvisible(rune, value))
        {
            return;
        }

        if (value is >= 0x300 and <= 0x36F && plain.Length > 0)
        {
            Compose(plain, (char)value);
            return;
        }

        var letter = StyledLetters.Plain(value);
        if (letter != '\0')
        {
            plain.Append(letter);
            return;
        }

        if (value is >= 0xFF01 and <= 0xFF5E && (!isEastAsian || char.IsAsciiLetterOrDigit((char)(value - 0xFEE0))))
        {
            plain.Append((char)(value - 0xFEE0));
            return;
        }

        plain.Append(Other(value) ?? rune.ToString());
    }

    private static string? Other(int value) => value switch
    {
        0x2010 or 0x2011 or 0x2212 => "-",
        0xFB00 => "ff",
        0xFB01 => "fi",
        0xFB02 => "fl",
        0xFB03 => "ffi",
        0xFB04 => "ffl",
        0xFB05 or 0xFB06 => "st",
        0x132 => "IJ",
        0x133 => "ij",
        0x17F => "s",
        _ => null,
    };

    /// <summary>Zero-width and direction characters, soft hyphens, tags, variation selectors, control characters, broken halves.</summary>
    private static bool IsInvisible(Rune rune, int value) =>
        value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0000 and <= 0xE0FFF) or 0x34F or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800 or 0xFFFD
            or (>= 0x180B and <= 0x180F)
        || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control && value != 0x85);

    private static bool HasControl(string text) => text.AsSpan().IndexOfAnyInRange('\0', '\u001F') >= 0 || text.Contains('\u007F', StringComparison.Ordinal);

    /// <summary>A letter and its mark as one character; marks piled on letters are taken off.</summary>
    private static void Compose(StringBuilder plain, char mark)
    {
        var last = plain[^1];
        if (!Composed.TryGetValue(mark, out var pairs))
        {
            return;
        }

        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (pairs[i] == last)
            {
                plain[^1] = pairs[i + 1];
                return;
            }
        }
    }
}

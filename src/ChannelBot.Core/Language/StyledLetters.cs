namespace ChannelBot.Core.Language;

/// <summary>Letters and digits that Unicode has once more in a style: bold, script, double-struck, circled, small capitals.</summary>
internal static class StyledLetters
{
    private const string SmallCapitals = "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzꞯq";

    /// <summary>Letters of mathematics that stand outside the block of the others.</summary>
    private const string Letterlike = "ℎhℬBℰEℱFℋHℐIℒLℳMℛRℯeℊgℴoℭCℌHℑIℜRℨZℂCℍHℕNℙPℚQℝRℤZℓlℹi";

    /// <summary>The plain letter or digit; '\0' where the code point is not a styled one.</summary>
    public static char Plain(int value) => value switch
    {
        >= 0x1D400 and <= 0x1D6A3 => Latin((value - 0x1D400) % 52),
        >= 0x1D7CE and <= 0x1D7FF => (char)('0' + ((value - 0x1D7CE) % 10)),
        >= 0x24B6 and <= 0x24CF => (char)('A' + value - 0x24B6),
        >= 0x24D0 and <= 0x24E9 => (char)('a' + value - 0x24D0),
        >= 0x1F130 and <= 0x1F149 => (char)('A' + value - 0x1F130),
        >= 0x1F150 and <= 0x1F169 => (char)('A' + value - 0x1F150),
        >= 0x1F170 and <= 0x1F189 => (char)('A' + value - 0x1F170),
        >= 0x1D00 and <= 0x1D22 or 0x299 or 0x262 or 0x29C or 0x26A or 0x29F or 0x274 or 0x280 or 0x28F or 0xA730 or 0xA731 or 0xA7AF
            => Partner(SmallCapitals, (char)value),
        >= 0x2100 and <= 0x214F => Partner(Letterlike, (char)value),
        _ => '\0',
    };

    private static char Latin(int place) => (char)(place < 26 ? 'A' + place : 'a' + place - 26);

    private static char Partner(string pairs, char styled)
    {
        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (pairs[i] == styled)
            {
                return pairs[i + 1];
            }
        }

        return '\0';
    }
}

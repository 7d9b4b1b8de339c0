using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>The content words of a phrase by which figures are found, and what kind of number it asks for.</summary>
internal sealed record FigurePhrase(IReadOnlyList<string> Stems, Side Side, bool AsksShare, bool AsksCount, bool AsksFormer, string? Which)
{
    /// <summary>Words that say what to do with figures, and not which.</summary>
    private const WordClass Grammar = WordClass.Share | WordClass.Part | WordClass.Percent | WordClass.Asking | WordClass.More | WordClass.Less | WordClass.Compared
        | WordClass.Gap | WordClass.Question | WordClass.Calculate | WordClass.If | WordClass.Before | WordClass.After | WordClass.Each
        | WordClass.Per | WordClass.Need | WordClass.Points | WordClass.Add | WordClass.Subtract;

    public static FigurePhrase Read(ReadOnlySpan<Token> tokens)
    {
        var stems = new List<string>(tokens.Length);
        var side = Side.None;
        bool asksShare = false, asksCount = false, asksFormer = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            ref readonly var token = ref tokens[i];
            var classes = WordClasses.Of(token.Lower);
            var here = WordClasses.SideAt(tokens, i);
            side = side != Side.None ? side : here;
            asksShare |= (classes & (WordClass.Share | WordClass.Percent)) != 0;
            asksFormer |= (classes & (WordClass.Earlier | WordClass.Last)) != 0 || token.Lower is "was" or "from" or "before";
            asksCount |= token.Lower is "many";
            if (token.Lower is "new" && i + 1 < tokens.Length && tokens[i + 1].Lower is "year" or "year's" or "year’s")
            {
                // A day of the calendar, and no year.
                i++;
                continue;
            }

            if (token is { IsWord: true, IsStopWord: false } && (classes & Grammar) == 0 && here == Side.None
                && (!char.IsAsciiDigit(token.Lower[0]) || IsYear(token.Lower)))
            {
                stems.Add(token.Stem);
            }
        }

        return new FigurePhrase(stems, side, asksShare, asksCount, asksFormer, WhichOf(tokens));
    }

    /// <summary>"This", "last" or "next" of "next year"; null where no such time is named.</summary>
    public static string? WhichOf(ReadOnlySpan<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            if (tokens[i].Lower is "this" or "last" or "next" && (WordClasses.Of(tokens[i + 1].Lower) & WordClass.Date) != 0)
            {
                return tokens[i].Lower;
            }
        }

        return null;
    }

    private static bool IsYear(string lower) =>
        lower.Length == 4 && lower[0] is '1' or '2' && char.IsAsciiDigit(lower[1]) && char.IsAsciiDigit(lower[2]) && char.IsAsciiDigit(lower[3]);
}

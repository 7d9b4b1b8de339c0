namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <content>What is left of a whole: "still cut off", "the rest of the £5m".</content>
internal sealed partial class OperandResolver
{
    /// <summary>"The rest of the £5m was met by the council": what the council met, where the phrase speaks of what stands after the figure.</summary>
    private ComputedTerm? RestBeside(FigureEntry entry, Range range)
    {
        if (entry.RestBeside is not { } part)
        {
            return null;
        }

        for (var i = range.From; i < range.To; i++)
        {
            var token = Question.Tokens[words[i].Token];
            if (token is { IsWord: true, IsStopWord: false } && _index.IsAfterFigure(entry, token.Stem))
            {
                return new ComputedTerm("subtract", [new FigureTerm(entry), new FigureTerm(_index[part.Id])], ComputedRole.Rest, "the rest");
            }
        }

        return null;
    }

    /// <summary>"Still cut off": what is left of a whole of which the article gives one part.</summary>
    public ComputedTerm? StillLeft(Range range)
    {
        if (!HasWord(range, "still", "remaining", "remain", "yet"))
        {
            return null;
        }

        foreach (var match in Matches(range))
        {
            if (match.Score >= 0.2 && (match.NounMatched || match.Core >= Names || match.MarksMatched > 0) && OnlyPart(match.Entry) is { } part)
            {
                return RestOf(part);
            }
        }

        return LastFigure() is { } last && OnlyPart(last) is { } of ? RestOf(of) : null;
    }

    /// <summary>A part itself, or the only part that a whole has.</summary>
    public FigureEntry? OnlyPart(FigureEntry entry)
    {
        if (entry.Whole is not null)
        {
            return entry;
        }

        var parts = _index.Entries.Where(other => other.Whole?.Id == entry.Figure.Id).ToArray();
        return parts is [var only] ? only : null;
    }

    private bool HasWord(Range range, params ReadOnlySpan<string> any)
    {
        for (var i = range.From; i < range.To; i++)
        {
            if (any.Contains(words[i].Lower))
            {
                return true;
            }
        }

        return false;
    }
}

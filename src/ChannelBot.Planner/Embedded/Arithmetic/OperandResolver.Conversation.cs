using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <content>What the words point at besides figures: the last answer, or nothing the article knows.</content>
internal sealed partial class OperandResolver
{
    /// <summary>What the last answer stood on: its result, else its figure.</summary>
    public Term? Pointed()
    {
        var turns = Question.Conversation.Turns;
        if (turns.Count == 0)
        {
            return null;
        }

        if (turns[^1].Answer.Working is { Count: > 0 } workings)
        {
            return new EarlierTerm(workings.Count, workings[^1]);
        }

        return LastFigure() is { } figure ? new FigureTerm(figure) : null;
    }

    /// <summary>The figure that the last answer was about.</summary>
    public FigureEntry? LastFigure()
    {
        var turns = Question.Conversation.Turns;
        for (var i = turns.Count - 1; i >= 0 && i >= turns.Count - 3; i--)
        {
            foreach (var id in turns[i].Topic)
            {
                if (_index.Find(id) is { } figure)
                {
                    return figure;
                }
            }

            foreach (var citation in turns[i].Answer.Citations)
            {
                foreach (var entry in _index.Entries)
                {
                    if (entry.Figure.Start >= citation.Start && entry.Figure.End <= citation.End
                        && turns[i].Answer.Text.Contains(QuantityText.Brief(entry.Figure.Quantity), StringComparison.Ordinal))
                    {
                        return entry;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>The first word of a phrase that no figure of the article has anything to do with; null where all are known.</summary>
    public string? UnknownWord(Range range)
    {
        for (var i = range.From; i < range.To; i++)
        {
            var token = Question.Tokens[words[i].Token];
            if (!words[i].IsNumber && words[i].Classes == WordClass.None && token is { IsWord: true, IsStopWord: false }
                && !Matches(new Range(i, i + 1)).Any(match => match.Core >= 0.75f || match.MarksMatched > 0))
            {
                return Question.Text[token.Start..token.End];
            }
        }

        return null;
    }

    /// <summary>The words say "that", "it", "the result", or nothing.</summary>
    public bool IsPointer(Range range)
    {
        for (var i = range.From; i < range.To; i++)
        {
            if (words[i].IsNumber || !s_pointers.Contains(words[i].Lower))
            {
                return false;
            }
        }

        return true;
    }

    public bool Has(Range range, WordClass classes)
    {
        for (var i = range.From; i < range.To; i++)
        {
            if ((words[i].Classes & classes) != 0)
            {
                return true;
            }
        }

        return false;
    }
}

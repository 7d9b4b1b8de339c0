using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Plugins;

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

        if (turns[^1].Answer.AllWorking() is { Count: > 0 } workings)
        {
            return Earlier(workings.Count);
        }

        return LastFigure() is { } figure ? new FigureTerm(figure) : null;
    }

    /// <summary>A result of an earlier answer, with the figures that the answer stood on.</summary>
    /// <param name="number">Counted from 1, in the order of <see cref="EarlierWorkings.All"/>.</param>
    public EarlierTerm Earlier(int number)
    {
        var (working, turn, isOlder) = EarlierWorkings.At(Question.Conversation, number);
        return new(number, working, [.. turn.Topic.Select(_index.Find).OfType<FigureEntry>().Select(entry => entry.Figure)]) { IsOlder = isOlder };
    }

    /// <summary>The figure that the last answer was about; else that of one of the two before it.</summary>
    public FigureEntry? LastFigure()
    {
        var turns = Question.Conversation.Turns;
        for (var i = turns.Count - 1; i >= 0 && i >= turns.Count - 3; i--)
        {
            if (FigureOf(turns[i]) is { } figure)
            {
                return figure;
            }
        }

        return null;
    }

    /// <summary>The figure that one answer was about.</summary>
    public FigureEntry? FigureOf(PastTurn turn)
    {
        foreach (var id in turn.Topic)
        {
            if (_index.Find(id) is { } figure)
            {
                return figure;
            }
        }

        return Said(turn.Answer) ?? Asked(turn);
    }

    /// <summary>Of the figures in what an answer quoted, the one that its question was about.</summary>
    private FigureEntry? Asked(PastTurn turn)
    {
        foreach (var match in FigureMatcher.Match(_index, Tokenizer.Tokenize(turn.Question)))
        {
            if (IsCountable(match.Figure.Form) && match.Figure.Direction == 0 && !match.IsOpposed
                && turn.Answer.Citations.Any(citation => match.Figure.Start >= citation.Start && match.Figure.End <= citation.End))
            {
                return match.Entry;
            }
        }

        return null;
    }

    /// <summary>The figure that an answer names first in its own words, before it quotes.</summary>
    private FigureEntry? Said(Answer answer)
    {
        var quote = answer.Text.IndexOf('\u201c', StringComparison.Ordinal);
        var own = quote < 0 ? answer.Text : answer.Text[..quote];
        FigureEntry? first = null;
        var firstAt = int.MaxValue;
        foreach (var entry in _index.Entries)
        {
            var figure = entry.Figure;
            if (!IsCountable(figure.Form) || !answer.Citations.Any(citation => figure.Start >= citation.Start && figure.End <= citation.End))
            {
                continue;
            }

            foreach (var written in (ReadOnlySpan<string>)[figure.Text, QuantityText.Brief(figure.Quantity)])
            {
                if (own.IndexOf(written, StringComparison.OrdinalIgnoreCase) is var at and >= 0 && at < firstAt)
                {
                    (first, firstAt) = (entry, at);
                }
            }
        }

        return first;
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

    /// <summary>The words name a thing, and none that a figure of the article has to do with: "unemployment", not "next year's total".</summary>
    public bool NamesUnknown(Range range)
    {
        var names = false;
        for (var i = range.From; i < range.To; i++)
        {
            var token = Question.Tokens[words[i].Token];
            if (words[i].IsNumber || words[i].Classes != WordClass.None || token is not { IsWord: true, IsStopWord: false })
            {
                continue;
            }

            if (s_pointers.Contains(words[i].Lower) || Matches(new Range(i, i + 1)).Any(match => match.Core >= 0.75f || match.MarksMatched > 0))
            {
                return false;
            }

            names = true;
        }

        return names;
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

using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic.Chains;

/// <summary>Finds the number that a chain of steps begins with.</summary>
internal sealed class ChainStart(ClauseWords words, StepReader steps, Goal goal)
{
    private const double Alike = 0.06;

    private OperandResolver Resolver => words.Context.Resolver;

    /// <summary>How plainly a phrase says which number it means.</summary>
    private enum Evidence
    {
        None,

        /// <summary>It names a kind of thing of which the article has several numbers.</summary>
        Kind,

        /// <summary>It names what one figure counts.</summary>
        Noun,

        /// <summary>It names its time or place too.</summary>
        Mark,

        /// <summary>It names the other side of an event, or the number of before.</summary>
        Side,
    }

    /// <summary>Words of the question that neither the article's figures nor the supposition know: "bread" of "what would bread cost".</summary>
    public string? Unknown { get; private set; }

    /// <summary>The whole that the question is about, where only a part of it changes: "had twice as many come since the vote, what would the year's
    /// total be?"</summary>
    public FigureEntry? Within { get; private set; }

    /// <summary>The figure, or what follows from figures; null where the request names none, or two.</summary>
    public Term? Find()
    {
        if (steps.Restated is [var restated, .. var others])
        {
            return others.All(other => other == restated) ? new FigureTerm(restated) : null;
        }

        Term? found = null;
        FigureEntry? part = null;
        var best = Evidence.None;
        var isAsked = false;
        var isTorn = false;
        foreach (var range in Ranges())
        {
            var (term, evidence) = steps.Named.Contains(range) || NamesSomething(range) ? Weigh(range) : (null, Evidence.None);
            if (term is null || (steps.Holders.Contains(range) && term is FigureTerm && evidence < Evidence.Mark && !Resolver.Matches(range).Any(match => match.NounMatched)))
            {
                continue;
            }

            part = evidence == Evidence.Mark && range.To <= goal.From | range.From >= goal.To && term is FigureTerm { Entry: { Whole: not null } named } ? named : part;

            // Of whom the supposition says it outweighs a name in passing.
            evidence = evidence == Evidence.Noun && (steps.Named.Contains(range) || steps.Holders.Contains(range)) ? Evidence.Mark : evidence;
            if (evidence >= Evidence.Noun && steps.Steps is [PartStep] && steps.Named.Contains(range) && range.To <= goal.From && words[words.ClauseStart(range.From)] is "what" or "what's" or "whats")
            {
                return term;
            }

            if (evidence < best)
            {
                continue;
            }

            // What the question itself names outweighs what the supposition speaks of.
            var isInGoal = range.From >= goal.From && range.To <= goal.To;
            if (evidence > best || found is null || (isInGoal && !isAsked))
            {
                (found, best, isAsked, isTorn) = (term, evidence, isInGoal, false);
            }
            else
            {
                isTorn |= isInGoal == isAsked && !IsSame(found, term);
            }
        }

        if (part is { Whole: { } whole } && goal.Noun is null && !steps.Steps.Any(step => step is PartStep { IsLost: false } or EachStep or SpanStep or CountStep)
            && Resolver.Matches(new Range(goal.From, goal.To)).Any(match => match.Figure.Id == whole.Id && match.MarksMatched > 0))
        {
            Within = Resolver.Index[whole.Id];
            return new FigureTerm(part);
        }

        if (isTorn && best > Evidence.Kind)
        {
            return null;
        }

        Unknown = best >= Evidence.Noun ? null : UnknownInGoal();
        return best >= Evidence.Noun ? found : Unknown is null ? Turning(found) : null;
    }

    /// <summary>Where no figure is named: the one under discussion, else the one that the article's others turn on.</summary>
    private Term? Turning(Term? kind)
    {
        if (words.Context.Says("that", "it", "this", "them", "those") && words.Context.Question.Conversation.Turns.Count > 0)
        {
            // "Double that": what was said before is read by the patterns. A length of time is of the figure that was asked about.
            return steps.Steps.TrueForAll(step => step is SpanStep) && Resolver.LastFigure() is { } asked ? new FigureTerm(asked) : null;
        }

        if (kind is null && (steps.Steps.TrueForAll(step => step is TimesStep) || Resolver.LastFigure() is not null))
        {
            return Resolver.LastFigure() is { } last && !steps.Steps.TrueForAll(step => step is TimesStep) ? new FigureTerm(last) : null;
        }

        return words.Context.Main() is { } main && (kind is not FigureTerm figure || figure.Entry.Figure.Quantity.Unit == main.Figure.Quantity.Unit) ? new FigureTerm(main) : kind;
    }

    private IEnumerable<Range> Ranges()
    {
        foreach (var named in steps.Named.Concat(steps.Holders))
        {
            yield return named;
        }

        var from = -1;
        for (var i = 0; i <= words.Count; i++)
        {
            var isOpen = i < words.Count && !words.IsRead(i) && !IsGoalNoun(i) && !steps.Named.Concat(steps.Holders).Any(named => i >= named.From && i < named.To);
            if (from >= 0 && (!isOpen || !words.Same(from, i)))
            {
                yield return new Range(from, i);
                from = -1;
            }

            if (isOpen && from < 0)
            {
                from = i;
            }
        }
    }

    /// <summary>"Boats" of "how many boats", where each boat has so many: the boats are not what the chain begins with.</summary>
    private bool IsGoalNoun(int at) =>
        goal.Noun is { } noun && at > goal.From && at < goal.To && words[at] == noun
        && (steps.Steps.Any(step => step is EachStep { Each: { Length: > 0 } each } && ThingNames.Same(each, noun)) || Resolver.Best(new Range(at, at + 1)) is not { Core: >= OperandResolver.Names });

    /// <summary>More stands in it than words that are said of any number: "the total", "where does it end up".</summary>
    private bool NamesSomething(Range range)
    {
        for (var i = range.From; i < range.To; i++)
        {
            // "Turn up", "show up": whoever they are.
            var isComing = StepWords.Is(words[i], StepWord.Gain) && words[i + 1] is "up" or "over";
            if ((words.IsContent(i) && !isComing && !StepWords.Is(words[i], StepWord.Light) && (words.Words[i].Classes & (WordClass.Rise | WordClass.Fall | WordClass.Change)) == 0) || words.Words[i].Kind is NumberKind.Year)
            {
                return true;
            }
        }

        return range.To - range.From > 1 && Resolver.Has(range, WordClass.Last) && Resolver.Has(range, WordClass.Year);
    }

    private (Term? Term, Evidence Evidence) Weigh(Range range)
    {
        if (Resolver.OtherSide(range) is { } other)
        {
            return (other, Evidence.Side);
        }

        var best = Resolver.Best(range);
        if (!steps.Steps.Any(step => step is PercentStep) && (range.From >= goal.From || steps.Named.Contains(range)) && Resolver.Base(range) is { } before && best is not { MarksMatched: > 0 })
        {
            return (before, Evidence.Side);
        }

        if (best is not { Figure.Direction: 0 } match || match.Figure.Quantity.Unit == Unit.Percent || !(match.NounMatched || match.MarksMatched > 0 || match.Core >= 0.85f))
        {
            return (null, Evidence.None);
        }

        var isShared = Resolver.Matches(range).Any(rival => rival.Entry != match.Entry && rival.NounMatched && !rival.IsOpposed && rival.Score > match.Score - Alike && rival.Entry.Whole?.Id != match.Figure.Id);
        if (isShared && words.Context.Groups.Like(range) is { Count: > 1 } like && like.All(one => one.Figure.Quantity.IsCertain && one.Figure.Quantity.Unit == match.Figure.Quantity.Unit))
        {
            return (OperandGroups.Total(like), Evidence.Noun);
        }

        // Of several that the words may mean, the one that the article's others turn on.
        if (match.MarksMatched == 0 && words.Context.Main() is { } main && main != match.Entry && Resolver.Matches(range).Any(other => other.Entry == main && OperandResolver.IsFit(other) && other.Score > match.Score - Alike))
        {
            return (new FigureTerm(main), Evidence.Noun);
        }

        // A part is meant only where its own time or place is named.
        var entry = match is { MarksMatched: 0, Entry.Whole: { } whole } ? Resolver.Index[whole.Id] : match.Entry;
        return (new FigureTerm(entry), match.MarksMatched > 0 ? Evidence.Mark : isShared ? Evidence.Kind : Evidence.Noun);
    }

    private string? UnknownInGoal()
    {
        for (var i = goal.From; i < goal.To; i++)
        {
            if (words.IsContent(i) && !words.IsRead(i) && words.Words[i].Classes == WordClass.None && !StepWords.Is(words[i], StepWord.Light | StepWord.Gain | StepWord.Loss | StepWord.Carry)
                && !IsIntroduced(i) && Resolver.NamesUnknown(new Range(i, i + 1)))
            {
                return words.Context.Question.Text[words.Token(i).Start..words.Token(i).End];
            }
        }

        return null;
    }

    /// <summary>The supposition speaks of the thing too: "if a tenth were children, how many children".</summary>
    private bool IsIntroduced(int at)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if ((i < goal.From || i >= goal.To) && words.IsContent(i) && words.Token(i).Stem == words.Token(at).Stem)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSame(Term one, Term other) => (one, other) switch
    {
        (FigureTerm a, FigureTerm b) => a.Entry == b.Entry,
        (ComputedTerm a, ComputedTerm b) => a.Role == b.Role && a.Operands.SequenceEqual(b.Operands),
        _ => false,
    };
}

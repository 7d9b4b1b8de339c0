using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>What the check of a question against a passage came to.</summary>
internal abstract record Verdict;

/// <summary>The passage bears out what the question says.</summary>
internal sealed record Supported : Verdict;

/// <summary>The article has nothing on a part of the question.</summary>
/// <param name="Code">As in <see cref="Core.Answers.Reason"/>.</param>
/// <param name="Words">What is missing, as typed; null where it is the wanted detail itself.</param>
internal sealed record Missing(string Code, string? Words) : Verdict;

/// <summary>The article says otherwise.</summary>
/// <param name="Said">What the question says.</param>
/// <param name="Instead">What the article has in its place; null where it simply denies it.</param>
/// <param name="Figure">The figure that says so, where it is one.</param>
internal sealed record Contradicted(string? Said, string? Instead, Figure? Figure = null) : Verdict
{
    /// <summary>Whose office it is about; null where it is about none.</summary>
    public Entity? Who { get; init; }
}

/// <summary>Checks what a question takes for granted against the passage chosen to answer it.</summary>
internal sealed class PremiseCheck(ArticleIndex index)
{
    /// <summary>A passage that covers a term less than this has nothing on it.</summary>
    public const float Covered = 0.4f;

    private readonly SilenceCheck _silence = new(index);
    private readonly PlaceAndDayCheck _places = new(index);
    private readonly OppositeCheck _opposites = new(index);
    private readonly RoleCheck _roles = new(index);
    private readonly SubjectCheck _subjects = new(index);

    public Verdict Check(QuestionReading reading, Choice choice)
    {
        var uncovered = Uncovered(reading, choice.Hit);
        return Denied(reading, choice, uncovered, isSure: false) ?? (Verdict?)_silence.Check(reading, choice, uncovered) ?? new Supported();
    }

    /// <summary>Checks a question that is known to ask for what the passage says: only what it takes for granted besides.</summary>
    /// <param name="isVouched">Whether the term is one by which the passage is known to be asked for.</param>
    /// <param name="isSure">The phrase that answers is known to, too.</param>
    public Verdict Check(QuestionReading reading, Choice choice, Func<int, bool> isVouched, bool isSure)
    {
        var uncovered = Uncovered(reading, choice.Hit);
        uncovered.RemoveAll(term => isVouched(term));
        return Denied(reading, choice, uncovered, isSure) ?? (Verdict?)_silence.OfNames(reading, choice, uncovered, isSure) ?? new Supported();
    }

    /// <param name="isSure">The passage is known to be what is asked about.</param>
    private Contradicted? Denied(QuestionReading reading, Choice choice, List<int> uncovered, bool isSure) =>
        _roles.OtherRole(reading, choice)
            ?? Speaker(reading, choice, isSure)
            ?? Agent(reading, choice, uncovered)
            ?? Numbers(reading)
            ?? Bounds(reading, choice)
            ?? Insistence(reading, choice)
            ?? Contrast(reading, choice, uncovered)
            ?? _places.OtherDay(reading, choice)
            ?? _places.OtherPlace(reading, choice)
            ?? _places.OtherOfItsKind(reading, choice, uncovered, isSure)
            ?? _opposites.Check(reading, choice);

    /// <summary>A rise asked for as a fall, or the other way, where a passage is only the nearest that there is.</summary>
    public Contradicted? Turned(QuestionReading reading, Choice nearest) => _opposites.Turned(reading, nearest);

    /// <summary>The terms that carry the question and that the passage has nothing on.</summary>
    public static List<int> Uncovered(QuestionReading reading, Hit hit)
    {
        var uncovered = new List<int>();
        for (var term = 0; term < reading.Terms.Count; term++)
        {
            if (reading.Terms[term].Weight >= 0.9f && hit.Coverage[term] < Covered && !reading.Alternatives.Contains(term))
            {
                uncovered.Add(term);
            }
        }

        return uncovered;
    }

    /// <summary>Words that somebody else said.</summary>
    private Contradicted? Speaker(QuestionReading reading, Choice choice, bool isSure)
    {
        if (reading.Speaker < 0 || !reading.Terms[reading.Speaker].IsEntity || choice.Passage.Speaker is not { } speaker)
        {
            return null;
        }

        var asked = reading.Terms[reading.Speaker].Key;
        return asked == speaker || (choice.Fit < 0.6f && !isSure) ? null : new Contradicted(reading.WordsOf(reading.Speaker), index.Entity(speaker)?.Name);
    }

    /// <summary>Something that somebody else did.</summary>
    private Contradicted? Agent(QuestionReading reading, Choice choice, List<int> uncovered)
    {
        if (reading.Agent < 0 || choice.Who is not { } who || index.Entity(reading.Terms[reading.Agent].Key) is not { Kind: EntityKind.Person or EntityKind.Organisation })
        {
            return null;
        }

        // "Is the mayor coming too?" takes nothing from whoever else comes; nor does "what did the mayor pay" where the passage pays nothing.
        if (Traits.SaysToo(reading.Question.Tokens) || uncovered.Exists(term => reading.IsDoneByAgent(term)))
        {
            return null;
        }

        var asked = reading.Terms[reading.Agent].Key;
        if (who.Text is "we" or "I" && choice.Passage.Speaker is { } speaker && speaker != asked && index.Entity(speaker) is { } sayer && index.Entity(asked) is { Kind: EntityKind.Person })
        {
            // "We aim to close it", the mayor said: the bishop did not.
            return new Contradicted(reading.WordsOf(reading.Agent), sayer.Name);
        }

        var doers = index.EntitiesIn(new Span(who.Start, who.End));
        return doers.All(entity => entity.Kind is EntityKind.Place) || doers.Any(entity => entity.Id == asked) || choice.Passage.Speaker == asked
            ? null
            : new Contradicted(reading.WordsOf(reading.Agent), who.Text);
    }

    /// <summary>A number that the article has otherwise, or with other bounds.</summary>
    private static Contradicted? Numbers(QuestionReading reading)
    {
        foreach (var finding in NumberCheck.Of(reading))
        {
            var said = reading.Question.Text[finding.Number.Start..finding.Number.End];
            if (!finding.IsEqual || !Agree(finding.Number.Quantity.Bound, finding.Figure.Quantity.Bound, said))
            {
                // "Not more than 500" would be a bound of its own.
                return new Contradicted(finding.IsEqual ? null : reading.Question.Text[finding.Number.NumberStart..finding.Number.End], finding.Figure.Text, finding.Figure);
            }

            if (finding.Figure.Direction * OppositeCheck.Direction(reading.Question.Tokens) < 0)
            {
                return new Contradicted(null, null, finding.Figure);
            }
        }

        return null;
    }

    /// <summary>"Exactly 60" where the passage has "at least 60", however the rest is worded.</summary>
    private Contradicted? Bounds(QuestionReading reading, Choice choice)
    {
        foreach (var number in reading.Question.Numbers)
        {
            var said = reading.Question.Text[number.Start..number.End];
            if (index.FiguresIn(choice.Passage).FirstOrDefault(figure => NumberCheck.AreEqual(number, figure)) is { } figure
                && !Agree(number.Quantity.Bound, figure.Quantity.Bound, said))
            {
                return new Contradicted(null, figure.Text, figure);
            }
        }

        return null;
    }

    /// <summary>"No, it was 25 percent": the number is set against the one figure of its kind that the talk was of.</summary>
    private Contradicted? Insistence(QuestionReading reading, Choice choice)
    {
        if (!reading.RefersBack || reading.Kind is not (AskKind.Claim or AskKind.YesNo or AskKind.Topic) || reading.Question.Numbers is not [var number])
        {
            return null;
        }

        var figures = index.FiguresIn(choice.Passage).Where(figure => figure.Form == number.Form).ToArray();
        return figures is [var figure] && figure.Quantity.Value != number.Quantity.Value
            ? new Contradicted(reading.Question.Text[number.NumberStart..number.NumberEnd], figure.Text, figure)
            : null;
    }

    /// <summary>"exactly 60" and "more than 60" are not what "at least 60" says; a bare "60" may stand for it.</summary>
    private static bool Agree(Bound asked, Bound article, string said) =>
        asked == article
        || (asked == Bound.Exact && article != Bound.Exact && !said.Contains("exactly", StringComparison.OrdinalIgnoreCase) && !said.Contains("only", StringComparison.OrdinalIgnoreCase))
        || asked is Bound.About or Bound.Rounded
        || article is Bound.About or Bound.Rounded;

    /// <summary>The passage has another day, place or body where the question names one.</summary>
    private Contradicted? Contrast(QuestionReading reading, Choice choice, List<int> uncovered)
    {
        if (choice.Hit.Score < 0.5f)
        {
            return null;
        }

        foreach (var term in uncovered)
        {
            var key = reading.Terms[term].Key;
            if (reading.Terms[term].IsEntity && index.Entity(key) is { } entity)
            {
                if (_subjects.Rival(reading, term, entity, choice.Passage.Source) is { } rival)
                {
                    return new Contradicted(reading.WordsOf(term), rival.Name);
                }
            }

            if (TimeWords.IsDay(key) && TimeWords.DayIn(index.TokensOf(choice.Passage.Sentence)) is { } day && day != key)
            {
                return new Contradicted(reading.WordsOf(term), choice.Passage.Slot(SlotRole.When)?.Text ?? TimeWords.Name(day));
            }
        }

        return null;
    }
}

using ChannelBot.Core.Answers;

namespace ChannelBot.Planner.Embedded.Arithmetic.Chains;

/// <summary>Requests that suppose something of a number, or give numbers of their own: each number of the request is read as a step, and the steps
/// are taken one after the other from the number that the request speaks of.</summary>
internal static class ChainRequests
{
    private const NumberKind Steps = NumberKind.Count | NumberKind.Money | NumberKind.Percent | NumberKind.Fraction | NumberKind.Times | NumberKind.Duration;

    private const WordClass Ordinals = WordClass.Tenth | WordClass.Fifth | WordClass.Quarter | WordClass.Third;

    /// <summary>A quick look: false where no number stands in the request.</summary>
    public static bool MayBe(RequestWords words) => (words.Kinds & Steps) != 0 || (words.Classes & Ordinals) != 0;

    public static Calculation? Propose(RequestContext context)
    {
        var words = new ClauseWords(context);
        var reader = new StepReader(words);
        if (!reader.Read() || reader.Steps.Count == 0 || Goal.Read(words) is not { } goal)
        {
            return null;
        }

        var things = new ThingNames(context.Resolver.Index);
        if (new OwnNumbers(words, reader, goal).Propose() is { } own)
        {
            return own;
        }

        if (goal.AsksShare)
        {
            return null;
        }

        if (reader.Steps.Any(step => step is CountStep) || reader.Steps.TrueForAll(step => step is SpanStep) && goal.PerTime is null && !context.Words.Classes.HasFlag(WordClass.Divide))
        {
            return null;
        }

        var start = new ChainStart(words, reader, goal);
        return start.Find() is { } term ? new Chain(words, goal, term, things, reader.Restated.Count > 0).With(reader.Steps, start.Within)
            : start.Unknown is { } unknown ? Missing(context, unknown) : null;
    }

    /// <summary>The article gives no number of what the question is about.</summary>
    private static Calculation Missing(RequestContext context, string unknown) => new([], evaluation => context.Finish(
        Outcome.NotInArticle,
        $"The article gives no number for “{unknown}”, so that cannot be worked out",
        [],
        evaluation,
        reason: new Reason("not_stated", unknown, null)));
}

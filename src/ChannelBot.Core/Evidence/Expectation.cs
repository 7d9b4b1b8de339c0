using ChannelBot.Core.Knowledge;

namespace ChannelBot.Core.Evidence;

/// <summary>What a curated question comes to: an answer, a correction, a silence or a plainer question.</summary>
public abstract record Expectation
{
    /// <summary>The fact that answers or denies it; null where there is none.</summary>
    public Fact? About => this switch
    {
        AnsweredByFact answered => answered.Fact,
        DeniedByFact denied => denied.Fact,
        _ => null,
    };
}

/// <summary>The fact answers it.</summary>
/// <param name="Slot">The phrase of the fact that does; null where the question word tells.</param>
public sealed record AnsweredByFact(Fact Fact, SlotRole? Slot) : Expectation;

/// <summary>It takes for granted what the fact denies.</summary>
public sealed record DeniedByFact(Fact Fact) : Expectation;

/// <summary>The article does not say.</summary>
public sealed record NotSaid(Silence Silence) : Expectation;

/// <summary>It is the plain question in other words.</summary>
public sealed record Reworded(Rewording Rewording) : Expectation;

/// <summary>A thing that questions are expected about, and how likely the one asked is about it.</summary>
/// <param name="Ask">The expected question that most resembles the one asked.</param>
/// <param name="Likelihood">From 0 to 1; those of all things expected add up to 1.</param>
/// <param name="Likeness">How much the two questions have in common, from 0 to 1.</param>
public sealed record ExpectedQuestionMatch(Expectation Meaning, string Ask, float Likelihood, float Likeness)
{
    /// <summary>By how much the question has more in common with what the fact denies than with what it answers; null where it denies nothing.</summary>
    public float? LeadOfDenial { get; init; }

    /// <summary>The same in nearness of meaning.</summary>
    public float MeaningOfDenial { get; init; }
}

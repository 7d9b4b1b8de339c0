using System.Globalization;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using Fractions;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>A number that a request speaks of: given, or to be worked out of others.</summary>
internal abstract record Term
{
    /// <summary>What a calculator function is given for it; null for one that must be worked out first.</summary>
    public abstract string? Reference { get; }
}

/// <summary>A figure of the article.</summary>
internal sealed record FigureTerm(FigureEntry Entry) : Term
{
    /// <summary>What the request told it from its like by, in the article's words: "Smith"; null where its name says enough.</summary>
    public string? Label { get; init; }

    public override string Reference => $"figure:{Entry.Figure.Id}";
}

/// <summary>A number that the user gives.</summary>
/// <param name="Text">As typed: "40,000", "18%".</param>
internal sealed record UserTerm(Quantity Quantity, string Text) : Term
{
    public override string Reference => $"user:{Text}";
}

/// <summary>A number that belongs to the calculation itself: a half, 100, twelve months.</summary>
internal sealed record ConstantTerm(Fraction Value, string Words) : Term
{
    public override string Reference => $"constant:{NumberText.AsFraction(Value)}";
}

/// <summary>A result of one of the last two answers that calculated.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Figures">The article's figures that it stands on.</param>
internal sealed record EarlierTerm(int Number, Working Working, IReadOnlyList<Figure> Figures) : Term
{
    /// <summary>It is not the last answer's but the one's before.</summary>
    public bool IsOlder { get; init; }

    public override string Reference => string.Create(CultureInfo.InvariantCulture, $"earlier:{Number}");
}

/// <summary>A given number the other way: a fall, where a change is asked for.</summary>
internal sealed record NegativeTerm(Term Of) : Term
{
    public override string? Reference => $"-{Of.Reference}";
}

/// <summary>The result of a calculator function.</summary>
/// <param name="Role">What the result is, for the wording.</param>
/// <param name="Event">For what came before or after: the words of its period ("before the recent election").</param>
internal sealed record ComputedTerm(string Function, IReadOnlyList<Term> Operands, ComputedRole Role, string? Event = null) : Term
{
    public override string? Reference => null;

    /// <summary>What must hold for it to mean anything.</summary>
    public string? Assumption { get; init; }

    /// <summary>What the result counts, where the operands do not say: "boat".</summary>
    public string? Unit { get; init; }
}

internal enum ComputedRole
{
    Plain,

    /// <summary>What is left of a whole without a part that the article gives.</summary>
    Rest,

    /// <summary>What a figure was before the change that the article gives.</summary>
    Base,

    /// <summary>Several figures of a kind together.</summary>
    Total,

    /// <summary>A half, a third or so many percent of something.</summary>
    PartOf,
}

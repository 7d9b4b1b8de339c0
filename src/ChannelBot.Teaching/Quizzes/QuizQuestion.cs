using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;
using Fractions;

namespace ChannelBot.Teaching.Quizzes;

public enum QuizKind
{
    /// <summary>To whom the article attributes some words.</summary>
    WhoSaid,

    /// <summary>Which figure the article gives.</summary>
    WhichFigure,

    /// <summary>Whether the article says something, in its own words but for one change.</summary>
    TrueOrFalse,

    /// <summary>Figures by size, or statements as the article has them.</summary>
    PutInOrder,

    /// <summary>A calculation with figures of the article.</summary>
    Compute,

    /// <summary>What the article leaves unsaid.</summary>
    NotSaid,
}

/// <remarks>
/// Easy: the paragraph is named, three options, wrong figures far off, one step to compute. Medium: no paragraph, four options,
/// wrong figures nearer. Hard: no paragraph, five options, the nearest wrong figures, two steps to compute.
/// </remarks>
public enum QuizLevel
{
    Easy,
    Medium,
    Hard,
}

/// <summary>A question with its key.</summary>
/// <param name="Number">Counted from 1.</param>
/// <param name="Subject">Ids of what it asks about: figures, a quotation's sentence, a topic.</param>
/// <param name="Prompt">The question, in words.</param>
/// <param name="Passage">Words of the article that it asks about, gaps as "____", "[A]"; null where there are none.</param>
/// <param name="Paragraph">Where to look, counted from 1; null where finding it is part of the question.</param>
/// <param name="Options">To choose from or to put in order; empty where a number is asked for.</param>
public sealed record QuizQuestion(
    int Number,
    QuizKind Kind,
    QuizLevel Level,
    IReadOnlyList<string> Subject,
    string Prompt,
    string? Passage,
    int? Paragraph,
    IReadOnlyList<QuizOption> Options,
    QuizKey Key);

/// <param name="Source">Id of what it stands for: an entity, a figure, a sentence, a fact; null for what is in no article.</param>
/// <param name="Quantity">Of a figure: what the text says, with its bounds.</param>
public sealed record QuizOption(string Text, string? Source = null, Quantity? Quantity = null);

/// <summary>What is right, and why.</summary>
/// <param name="Right">Indexes into the options: the right one; of an order, all of them, first to last. Empty for a number.</param>
/// <param name="Number">The number asked for; null for options.</param>
/// <param name="Text">The right answer in words.</param>
/// <param name="Because">Why, as a reader is told.</param>
/// <param name="Working">The steps of a calculation, as the calculator recorded them.</param>
/// <param name="Citations">The sentences that show it, at least one.</param>
public sealed record QuizKey(
    IReadOnlyList<int> Right,
    AcceptedNumber? Number,
    string Text,
    string Because,
    IReadOnlyList<Working> Working,
    IReadOnlyList<Citation> Citations);

/// <summary>The numbers that are right: all that the figures' bounds allow, and half of the last digit asked for at either end.</summary>
/// <param name="Unit">What the number counts, in the plural; "" for none.</param>
public sealed record AcceptedNumber(Fraction Low, Fraction High, string Unit)
{
    public bool Contains(Fraction number) => number >= Low && number <= High;
}

/// <param name="Seed">The same seed gives the same quiz of the same knowledge.</param>
/// <param name="KnowledgeSha256">Of the knowledge file it was made from.</param>
public sealed record Quiz(string Article, string KnowledgeSha256, int Seed, QuizLevel Level, IReadOnlyList<QuizQuestion> Questions);

using ChannelBot.Core.Answers;

namespace ChannelBot.Teaching.Handouts;

/// <summary>What learners are given before the lesson. Every line has its place in the article, whose paragraphs come last, numbered.</summary>
/// <param name="Note">For the teacher: where the article tells of deaths; null where it does not.</param>
public sealed record Handout(
    string Title,
    string? Note,
    IReadOnlyList<GlossaryEntry> People,
    IReadOnlyList<GlossaryEntry> Organisations,
    IReadOnlyList<GlossaryEntry> Places,
    IReadOnlyList<TimelineEntry> Timeline,
    IReadOnlyList<FigureEntry> Figures,
    IReadOnlyList<CalculatedEntry> Calculated,
    IReadOnlyList<Chart> Charts,
    IReadOnlyList<ThinkingQuestion> Questions,
    IReadOnlyList<string> Paragraphs);

/// <param name="Role">What they are, as the article says; null where it does not say.</param>
/// <param name="Paragraphs">Where they are named, counted from 1.</param>
public sealed record GlossaryEntry(string Name, string? Role, IReadOnlyList<int> Paragraphs);

/// <param name="When">The article's own words for the time; no date is worked out.</param>
/// <param name="Words">The sentence that has them.</param>
public sealed record TimelineEntry(IReadOnlyList<string> When, string Words, int Paragraph);

/// <param name="What">What is counted, or the words around the number.</param>
/// <param name="Says">As the article has it: "at least 60 boats".</param>
/// <param name="CanBe">What the words leave open: "60 or more"; "just this" for a plain number.</param>
public sealed record FigureEntry(string What, string Says, string CanBe, int Paragraph);

/// <param name="What">"buses running less buses in depots".</param>
/// <param name="Result">"13", "about 26,700 (26,612 to 26,838)".</param>
public sealed record CalculatedEntry(string What, string Result, IReadOnlyList<Working> Working, IReadOnlyList<int> Paragraphs);

/// <param name="Paragraphs">Where the words that it is about stand; empty where it is about all of the article.</param>
public sealed record ThinkingQuestion(string Text, IReadOnlyList<int> Paragraphs);

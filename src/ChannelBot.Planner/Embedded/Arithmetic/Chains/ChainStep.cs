using ChannelBot.Core.Quantities;
using Fractions;

namespace ChannelBot.Planner.Embedded.Arithmetic.Chains;

/// <summary>What a number of the request does to the number that the request is about.</summary>
/// <param name="At">Its place among the words.</param>
internal abstract record ChainStep(int At);

/// <summary>"5,000 more", "1,500 of them are sent back".</summary>
/// <param name="Noun">What the number counts, as typed; null where it is left out.</param>
internal sealed record MoreStep(int At, UserTerm Number, bool IsLess, string? Noun) : ChainStep(At);

/// <summary>"After a fall of 4%", "a quarter lower".</summary>
internal sealed record PercentStep(int At, Term Number, bool IsLess) : ChainStep(At);

/// <summary>"Twice as many", "the number doubles".</summary>
internal sealed record TimesStep(int At, Fraction Factor, string Words) : ChainStep(At);

/// <summary>"12% of them", "40 of every 1,000".</summary>
/// <param name="OutOf">The second number of "40 of every 1,000"; null where the first says it all.</param>
/// <param name="IsLost">They go, and it may be asked who stays: "a tenth of them are sent back".</param>
internal sealed record PartStep(int At, Term Number, UserTerm? OutOf, bool IsLost) : ChainStep(At);

/// <summary>"£3,000 a head", "a boat takes 50 people".</summary>
/// <param name="Noun">What the number counts, as typed; null where it is left out, and for money.</param>
/// <param name="Each">The thing that has so many, as typed; null for "each" by itself.</param>
/// <param name="PerTime">"Year" in "£41,000 a year"; null where no time is named.</param>
internal sealed record EachStep(int At, UserTerm Number, string? Noun, string? Each, Unit? PerTime) : ChainStep(At);

/// <summary>"Over 26 weeks".</summary>
internal sealed record SpanStep(int At, Quantity Length, string Text) : ChainStep(At);

/// <summary>So many of a thing that the request only names: "300 boats".</summary>
internal sealed record CountStep(int At, UserTerm Number, string Noun) : ChainStep(At);

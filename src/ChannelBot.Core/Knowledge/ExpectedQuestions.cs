namespace ChannelBot.Core.Knowledge;

/// <summary>A question that readers may ask, in their words, and that a fact answers (curated).</summary>
/// <param name="Slot">The phrase of the fact that answers; null where the question word tells.</param>
public sealed record ExpectedQuestion(string Text, SlotRole? Slot);

/// <summary>Something that readers ask and the article does not say (curated).</summary>
/// <param name="Missing">Completes "The article does not say": "what the boat was called".</param>
/// <param name="Nearest">Id of the fact that comes nearest to it; null where none does.</param>
/// <param name="Asks">Questions that ask for it, in readers' words.</param>
public sealed record Silence(string Id, string Missing, string? Nearest, IReadOnlyList<string> Asks);

/// <summary>A plain question, such as one for a calculation, and other wordings that readers have for it (curated).</summary>
public sealed record Rewording(string Question, IReadOnlyList<string> Asks);

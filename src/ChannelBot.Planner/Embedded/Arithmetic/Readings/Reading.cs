namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>One way of understanding a request: a formula with numbers in its places.</summary>
internal sealed record Reading(Formula Formula, Slot[] Slots, double Value);

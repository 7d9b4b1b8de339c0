using ChannelBot.Testing.Comparison;
using ChannelBot.Testing.Expectations;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Results;

/// <summary>Holds what a bot did in a turn against what the script says.</summary>
public static class TurnCheck
{
    /// <param name="rules">Which fields of literal replies count.</param>
    /// <returns>All that does not hold: first the literal lines, then the expectations, in the order of the script.</returns>
    public static IReadOnlyList<Failure> Of(ScriptTurn turn, TurnObservation observation, ComparisonRules? rules = null) =>
        [.. ReplyComparison.Compare(turn, observation, rules ?? ComparisonRules.Default), .. turn.Expectations.SelectMany(expectation => expectation.Check(observation))];
}

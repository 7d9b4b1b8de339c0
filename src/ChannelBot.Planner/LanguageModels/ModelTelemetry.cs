using System.Diagnostics.Metrics;

namespace ChannelBot.Planner.LanguageModels;

/// <summary>Counts what models do and cost, never what was said.</summary>
internal static class ModelTelemetry
{
    public const string MeterName = "ChannelBot.Models";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Turns = Meter.CreateCounter<long>("channelbot.model.turns", "{turn}", "Questions put to a model; the tag says how they ended.");
    private static readonly Counter<long> Problems = Meter.CreateCounter<long>("channelbot.model.problems", "{problem}", "What models did wrong, or went wrong with them; the tag says what.");
    private static readonly Histogram<long> Tokens = Meter.CreateHistogram<long>("channelbot.model.tokens", "{token}", "Tokens of a turn; the tag says whether read or written.");
    private static readonly Histogram<int> Rounds = Meter.CreateHistogram<int>("channelbot.model.rounds", "{round}", "How often a model was called for one question.");

    public static void Count(ModelUse use)
    {
        var provider = new KeyValuePair<string, object?>("provider", use.Provider);
        Turns.Add(1, provider, new("end", use.End.ToString()));
        Rounds.Record(use.Rounds, provider);
        Tokens.Record(use.InputTokens, provider, new("direction", "read"));
        Tokens.Record(use.OutputTokens, provider, new("direction", "written"));
        foreach (var problem in use.Problems)
        {
            Problems.Add(1, provider, new("kind", problem.Kind));
        }
    }
}

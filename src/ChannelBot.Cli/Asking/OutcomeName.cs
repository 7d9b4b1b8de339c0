using System.Text.Json;
using ChannelBot.Core.Answers;

namespace ChannelBot.Cli.Asking;

/// <summary>Outcomes by the names that the answer record gives them.</summary>
internal static class OutcomeName
{
    /// <summary>"not_in_article".</summary>
    public static string Name(this Outcome outcome) => JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.ToString());
}

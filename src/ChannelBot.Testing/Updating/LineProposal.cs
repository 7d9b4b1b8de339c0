using ChannelBot.Testing.Comparison;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Updating;

/// <summary>A literal line of the bot as a script would have to have it to hold.</summary>
/// <param name="Place">Of the line that is to change; of the one above where a new one is proposed.</param>
/// <param name="Old">What the script has; null where the bot said one message more than it has.</param>
/// <param name="New">What the bot said; null where it said one message less.</param>
public sealed record LineProposal(ScriptPlace Place, string? Old, string? New)
{
    /// <summary>The change word by word.</summary>
    public IReadOnlyList<DiffPiece> Diff => WordDiff.Of(Old ?? "", New ?? "");

    /// <summary>The reply that changes, or the one that the new line follows.</summary>
    public required ExpectedReply Reply { get; init; }

    /// <summary>Which of the script's turns, counted from 0.</summary>
    public required int Turn { get; init; }
}

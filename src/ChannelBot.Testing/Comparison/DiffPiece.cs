namespace ChannelBot.Testing.Comparison;

/// <summary>What a piece of a difference is.</summary>
public enum DiffKind
{
    Same,

    /// <summary>Expected, and did not come.</summary>
    Missing,

    /// <summary>Came, and was not expected.</summary>
    Unexpected,
}

/// <summary>Some words of a difference, the space between them included. All pieces but the unexpected ones make up the expected text, all
/// but the missing ones the text that came.</summary>
public sealed record DiffPiece(DiffKind Kind, string Text);

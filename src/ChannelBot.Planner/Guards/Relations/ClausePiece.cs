using ChannelBot.Core.Grammar;

namespace ChannelBot.Planner.Guards.Relations;

/// <summary>A verb of a sentence with what belongs to it.</summary>
internal sealed class ClausePiece
{
    /// <summary>Index of its first chunk.</summary>
    public required int First { get; init; }

    /// <summary>"because", "that", "who": the word that opens it; "" for none.</summary>
    public string Opener { get; init; } = "";

    /// <summary>Stands behind a full stop, a semicolon, a dash or a colon.</summary>
    public bool IsApart { get; init; }

    /// <summary>"the hall, where people met": the chunks of the place; null for none.</summary>
    public Stretch? Place { get; init; }

    /// <summary>Chunks of its verb: "is expected", "to sign".</summary>
    public List<int> Verbs { get; } = [];

    /// <summary>Chunks that may be its subject, "the plan" of "the plan to close the office"; one or more where the grammar leaves it open.</summary>
    public List<Stretch> Subjects { get; } = [];

    public bool IsFinite { get; set; }

    public bool IsPassive { get; set; }

    /// <summary>Was begun by a word that makes it a part of another clause, or by a verb that is not finite.</summary>
    public bool IsInner { get; init; }
}

using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Grammar;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>A clause while it is read: a verb and the stretches of words around it.</summary>
internal sealed class Clause
{
    /// <summary>Words of the subject; null where the sentence has none for it.</summary>
    public Stretch? Subject { get; set; }

    public required Stretch Predicate { get; set; }

    public required string Verb { get; set; }

    public bool IsNegated { get; set; }

    public bool IsPassive { get; set; }

    public Certainty Certainty { get; set; }

    /// <summary>Words of whoever says so, where the sentence reports it.</summary>
    public Stretch? Speaker { get; set; }

    public List<(SlotRole Role, Stretch Words)> Slots { get; } = [];

    /// <summary>One past the last word that belongs to it.</summary>
    public int Last { get; set; }

    public bool Has(SlotRole role) => Slots.Exists(slot => slot.Role == role);

    public void Add(SlotRole role, Stretch words)
    {
        if (words.Last > words.First && !Slots.Contains((role, words)))
        {
            Slots.Add((role, words));
        }
    }
}

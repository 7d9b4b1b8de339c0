using ChannelBot.Core.Knowledge;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>A name with what the article shows about it so far.</summary>
internal sealed class NameCandidate(string name, string[] words, int sentence)
{
    private readonly int[] _scores = new int[Enum.GetValues<EntityKind>().Length];

    public string Name { get; set; } = name;

    /// <summary>The words of the name, lower case.</summary>
    public string[] Words { get; } = words;

    /// <summary>Index of the sentence that names it first.</summary>
    public int FirstSentence { get; } = sentence;

    public string? Role { get; set; }

    public List<Span> Mentions { get; } = [];

    /// <summary>Other forms, in the order the article shows them.</summary>
    public List<string> Aliases { get; } = [];

    public EntityKind Kind
    {
        get
        {
            var best = (int)EntityKind.Other;
            for (var kind = 0; kind < _scores.Length; kind++)
            {
                if (_scores[kind] > _scores[best])
                {
                    best = kind;
                }
            }

            return (EntityKind)best;
        }
    }

    public void Score(EntityKind kind, int points) => _scores[(int)kind] += points;

    public void AddAlias(string alias)
    {
        if (!string.Equals(alias, Name, StringComparison.Ordinal) && !Aliases.Contains(alias, StringComparer.OrdinalIgnoreCase))
        {
            Aliases.Add(alias);
        }
    }

    /// <summary>Takes over what was found under a shorter form of the same name.</summary>
    public void Absorb(NameCandidate other)
    {
        AddAlias(other.Name);
        foreach (var alias in other.Aliases)
        {
            AddAlias(alias);
        }

        Mentions.AddRange(other.Mentions);
        Role ??= other.Role;
        for (var kind = 0; kind < _scores.Length; kind++)
        {
            _scores[kind] += other._scores[kind];
        }
    }
}

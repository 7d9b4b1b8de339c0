using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Conduct;

/// <summary>How to name whoever says something, inside a sentence.</summary>
internal sealed class SpeakerNames(KnowledgeFile knowledge)
{
    private readonly Dictionary<string, Entity> _entities = knowledge.Entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);

    /// <summary>"Home Secretary Jane Smith", "a spokesperson"; null where it is not known who speaks.</summary>
    public string? Of(string? id)
    {
        if (id is null || !_entities.TryGetValue(id, out var entity))
        {
            return null;
        }

        if (entity.Aliases.FirstOrDefault(alias => IsWithArticle(alias, entity.Name)) is { } withArticle)
        {
            return withArticle;
        }

        if (!char.IsUpper(entity.Name[0]))
        {
            return "the " + entity.Name;
        }

        // The longest alias that holds the name carries the role as the article has it.
        return entity.Aliases.Where(alias => alias.EndsWith(entity.Name, StringComparison.Ordinal) && char.IsUpper(alias[0]))
            .MaxBy(alias => alias.Length) ?? entity.Name;
    }

    private static bool IsWithArticle(string alias, string name) =>
        alias.EndsWith(' ' + name, StringComparison.OrdinalIgnoreCase) && alias[..^(name.Length + 1)].ToUpperInvariant() is "A" or "AN" or "THE";

    /// <summary>Whether the article names the speaker within <paramref name="place"/>.</summary>
    public bool Names(string id, Span place) =>
        _entities.TryGetValue(id, out var entity) && entity.Mentions.Any(place.Contains);

    public HashSet<string> Stems(string? id) =>
        id is null || !_entities.TryGetValue(id, out var entity)
            ? []
            : entity.Aliases.Append(entity.Name).SelectMany(Tokenizer.Tokenize)
                .Where(token => token is { IsWord: true, IsStopWord: false })
                .Select(token => token.Stem)
                .ToHashSet(StringComparer.Ordinal);

    /// <summary>The name as the first words of a sentence.</summary>
    public static string AtStart(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}

using System.Text;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.KnowledgeBuilder.Tests;

/// <summary>Builds small stories and writes what was found in one line each, so that a test reads as a table.</summary>
internal static class Story
{
    public static KnowledgeFile Build(string text, string? curation = null) =>
        KnowledgeCompiler.Build(Encoding.UTF8.GetBytes(text), curation, "story.txt", "curation.yaml");

    /// <summary>"was towed | who: the lifeboat | what: A yacht | when: on Friday", with "not", "by e:lee" and "planned" where they hold.</summary>
    public static string Line(Statement statement)
    {
        var line = new StringBuilder(statement.Predicate);
        line.Append(statement.Negated ? " | not" : "");
        line.Append(statement.Certainty is Certainty.Stated or Certainty.Said ? "" : $" | {Lower(statement.Certainty)}");
        line.Append(statement.Speaker is { } speaker ? $" | by {speaker}" : "");
        foreach (var slot in statement.Slots)
        {
            line.Append(System.Globalization.CultureInfo.InvariantCulture, $" | {Lower(slot.Role)}: {slot.Text}");
        }

        return line.ToString();
    }

    public static string[] Statements(string text) => [.. Build(text).Statements.Select(Line)];

    /// <summary>"e:lee person Ann Lee (mayor): Lee; the mayor".</summary>
    public static string[] Entities(string text) =>
    [
        .. Build(text).Entities.Select(entity =>
            $"{entity.Id} {Lower(entity.Kind)} {entity.Name}{(entity.Role is null ? "" : $" ({entity.Role})")}{(entity.Aliases.Count == 0 ? "" : ": " + string.Join("; ", entity.Aliases))}"),
    ];

    /// <summary>"e:lee: words" a quote, joined parts included.</summary>
    public static string[] Quotes(string text) => [.. Build(text).Quotes.Select(quote => $"{quote.Speaker ?? "?"}: {quote.Text}")];

    private static string Lower<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}

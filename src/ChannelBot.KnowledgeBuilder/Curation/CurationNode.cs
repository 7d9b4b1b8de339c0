using System.Globalization;
using ChannelBot.Core;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ChannelBot.KnowledgeBuilder.Curation;

/// <summary>A node of the YAML with what messages call it and where it stands.</summary>
internal sealed record CurationNode(string File, string What, YamlNode Node)
{
    public string Called(string item) => string.Create(CultureInfo.InvariantCulture, $"{item} (line {Node.Start.Line})");

    /// <summary>The fields of a mapping; any other field is an error, so that a misspelt one is not silently ignored.</summary>
    public CurationFields Fields(params string[] allowed)
    {
        if (Node is YamlScalarNode { Value: "" or null })
        {
            return new CurationFields(this, []);
        }

        if (Node is not YamlMappingNode mapping)
        {
            throw Bad($"needs fields ({string.Join(", ", allowed)})");
        }

        var fields = new Dictionary<string, CurationNode>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Children)
        {
            if ((key as YamlScalarNode)?.Value is not { } field || !allowed.Contains(field, StringComparer.Ordinal))
            {
                throw Bad(File, key.Start, $"has the field '{key}' in {What}, which is not one of: {string.Join(", ", allowed)}");
            }

            fields[field] = new CurationNode(File, $"{What}, field '{field}',", value);
        }

        return new CurationFields(this, fields);
    }

    public CurationNode[] Items()
    {
        if (Node is not YamlSequenceNode list)
        {
            throw Bad("needs a list");
        }

        return [.. list.Children.Select((child, i) => new CurationNode(File, $"{What} item {i + 1}", child))];
    }

    public string Text() => Node is YamlScalarNode { Value: { Length: > 0 } text } && !string.IsNullOrWhiteSpace(text)
        ? text
        : throw Bad("needs text");

    public string[] Texts() => [.. Items().Select(item => item.Text())];

    public BadInputException Bad(string what) => Bad(File, Node.Start, $"is wrong: {What} {what}");

    public static BadInputException Bad(string file, Mark at, string what) =>
        new("curation", string.Create(CultureInfo.InvariantCulture, $"The curation '{file}', line {at.Line}, {what}."));
}

/// <summary>The fields of one item, each known to be allowed there.</summary>
internal sealed class CurationFields(CurationNode owner, Dictionary<string, CurationNode> fields)
{
    public bool Has(string field) => fields.ContainsKey(field);

    public CurationNode? Node(string field) => fields.GetValueOrDefault(field);

    public string? Optional(string field) => Node(field)?.Text();

    public string Required(string field) => Optional(field) ?? throw owner.Bad($"needs '{field}'");

    public CurationNode[] Items(string field) => Node(field)?.Items() ?? [];

    /// <summary>One text or a list of them.</summary>
    public string[] Texts(string field) => Node(field) switch
    {
        null => [],
        { Node: YamlScalarNode } node => [node.Text()],
        var node => node.Texts(),
    };

    public string[] RequiredTexts(string field) => Texts(field) is { Length: > 0 } texts ? texts : throw owner.Bad($"needs '{field}'");

    public T Choice<T>(string field)
        where T : struct, Enum
    {
        var text = Required(field);
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(NameOf(value), text, StringComparison.Ordinal))
            {
                return value;
            }
        }

        throw Bad(field, $"is '{text}'; it is one of: {string.Join(", ", Enum.GetValues<T>().Select(NameOf))}");
    }

    public BadInputException Bad(string field, string what) => (Node(field) ?? owner).Bad(what);

    /// <summary>HowMany is written how_many.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}

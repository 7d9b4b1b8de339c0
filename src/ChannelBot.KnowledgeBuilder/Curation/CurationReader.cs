using ChannelBot.Core;
using ChannelBot.Core.Knowledge;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ChannelBot.KnowledgeBuilder.Curation;

/// <summary>Reads curation.yaml and says, with the line, what does not belong there.</summary>
internal sealed class CurationReader
{
    private static readonly string[] s_kinds = ["event", "plan", "claim", "person", "figure", "background"];

    private readonly string _name;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    private CurationReader(string name) => _name = name;

    /// <exception cref="BadInputException">It is not YAML, or holds something that is not in knowledge/curation.schema.json.</exception>
    public static CurationFile Read(string yaml, string name)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException exception)
        {
            throw CurationNode.Bad(name, exception.Start, $"cannot be read as YAML: {exception.Message}");
        }

        return stream.Documents.Count == 0
            ? CurationFile.Empty
            : new CurationReader(name).Read(new CurationNode(name, "the curation", stream.Documents[0].RootNode));
    }

    private CurationFile Read(CurationNode root)
    {
        var fields = root.Fields("title", "synonyms", "entities", "figures", "quotes", "unattributed", "not_names", "not_figures", "facts", "silences", "rewordings");
        return new CurationFile
        {
            Title = fields.Optional("title"),
            Synonyms = [.. fields.Items("synonyms").Select(Group)],
            Entities = [.. fields.Items("entities").Select(Entity)],
            Figures = [.. fields.Items("figures").Select(Figure)],
            Quotes = [.. fields.Items("quotes").Select(Quote), .. fields.Items("unattributed").Select(node => new CuratedQuote(Words(node, "unattributed quote"), null))],
            NotNames = [.. fields.Items("not_names").Select(node => Words(node, "not a name"))],
            NotFigures = [.. fields.Items("not_figures").Select(node => Words(node, "not a figure"))],
            Facts = [.. fields.Items("facts").Select(Fact)],
            Silences = [.. fields.Items("silences").Select(Silence)],
            Rewordings = [.. fields.Items("rewordings").Select(Rewording)],
        };
    }

    private static Words Words(CurationNode node, string item) => new(node.Text(), node.Called(item));

    private static string[] Group(CurationNode node)
    {
        var words = node.Texts();
        return words.Length >= 2
            ? [.. words.Select(word => word.ToLowerInvariant())]
            : throw node.Bad("is a group of synonyms with one word; it needs two or more");
    }

    private CuratedEntity Entity(CurationNode node)
    {
        var fields = node.Fields("id", "kind", "name", "role", "aliases", "evidence");
        var id = Id(fields, "e:");
        var item = node.Called($"entity '{id}'");
        return new CuratedEntity(
            id,
            fields.Choice<EntityKind>("kind"),
            fields.Required("name"),
            fields.Optional("role"),
            fields.Texts("aliases"),
            new Words(fields.Required("evidence"), item));
    }

    private CuratedFigure Figure(CurationNode node)
    {
        var fields = node.Fields(
            "id", "evidence", "name", "noun", "unit", "value", "period", "place", "comparator", "part_of", "base_of", "direction", "keywords");
        var id = Id(fields, "f:");
        return new CuratedFigure(
            id,
            new Words(fields.Required("evidence"), node.Called($"figure '{id}'")),
            fields.Optional("name"),
            fields.Optional("noun"),
            fields.Optional("unit"),
            fields.Optional("value"),
            fields.Optional("period"),
            fields.Optional("place"),
            fields.Optional("comparator"),
            Prefixed(fields.Optional("part_of"), "f:"),
            Prefixed(fields.Optional("base_of"), "f:"),
            Direction(fields),
            [.. fields.Texts("keywords").Select(word => word.ToLowerInvariant())]);
    }

    private static int? Direction(CurationFields fields) => fields.Optional("direction") switch
    {
        null => null,
        "1" or "+1" => 1,
        "-1" => -1,
        "0" => 0,
        var other => throw fields.Bad("direction", $"is '{other}'; it is 1 for a rise, -1 for a fall, or 0"),
    };

    private static CuratedQuote Quote(CurationNode node)
    {
        var fields = node.Fields("evidence", "speaker");
        return new CuratedQuote(
            new Words(fields.Required("evidence"), node.Called("quote")), Prefixed(fields.Required("speaker"), "e:")!);
    }

    private CuratedFact Fact(CurationNode node)
    {
        var fields = node.Fields("id", "about", "kind", "evidence", "speaker", "certainty", "words", "slots", "asks", "denies");
        var id = Id(fields, "");
        var item = node.Called($"fact '{id}'");
        var kind = fields.Required("kind");
        if (!s_kinds.Contains(kind, StringComparer.Ordinal))
        {
            throw fields.Bad("kind", $"is '{kind}'; it is one of: {string.Join(", ", s_kinds)}");
        }

        return new CuratedFact(
            id,
            fields.Required("about"),
            kind,
            [.. fields.RequiredTexts("evidence").Select(words => new Words(words, item))],
            Prefixed(fields.Optional("speaker"), "e:"),
            fields.Has("certainty") ? fields.Choice<Certainty>("certainty") : null,
            [.. fields.Texts("words").Select(word => word.ToLowerInvariant())],
            Slots(fields, id),
            item)
        {
            Asks = Asks(fields),
            Denies = fields.Texts("denies"),
        };
    }

    private CuratedSilence Silence(CurationNode node)
    {
        var fields = node.Fields("id", "missing", "nearest", "asks");
        var id = Id(fields, "");
        return new CuratedSilence(id, fields.Required("missing"), fields.Optional("nearest"), fields.RequiredTexts("asks"), node.Called($"silence '{id}'"));
    }

    private static CuratedRewording Rewording(CurationNode node)
    {
        var fields = node.Fields("question", "asks");
        var question = fields.Required("question");
        return new CuratedRewording(question, fields.RequiredTexts("asks"), node.Called($"rewording '{question}'"));
    }

    /// <summary>A list, or lists under the names of the slots that answer.</summary>
    private static List<ExpectedQuestion> Asks(CurationFields fields)
    {
        if (fields.Node("asks") is not { Node: YamlMappingNode } node)
        {
            return [.. fields.Texts("asks").Select(text => new ExpectedQuestion(text, null))];
        }

        var roles = Enum.GetValues<SlotRole>();
        var inside = node.Fields([.. roles.Select(CurationFields.NameOf), "any"]);
        return
        [
            .. inside.Texts("any").Select(text => new ExpectedQuestion(text, null)),
            .. roles.SelectMany(role => inside.Texts(CurationFields.NameOf(role)).Select(text => new ExpectedQuestion(text, role))),
        ];
    }

    private static List<(SlotRole Role, Words Words)> Slots(CurationFields fields, string id)
    {
        var slots = new List<(SlotRole, Words)>();
        if (fields.Node("slots") is not { } node)
        {
            return slots;
        }

        var roles = Enum.GetValues<SlotRole>();
        var inside = node.Fields([.. roles.Select(CurationFields.NameOf)]);
        foreach (var role in roles)
        {
            var name = CurationFields.NameOf(role);
            slots.AddRange(inside.Texts(name).Select(words => (role, new Words(words, node.Called($"fact '{id}', slot {name}")))));
        }

        return slots;
    }

    private string Id(CurationFields fields, string prefix)
    {
        var id = fields.Required("id");
        if (!id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw fields.Bad("id", $"is '{id}'; an id has only a-z, 0-9 and '-'");
        }

        return _ids.Add(prefix + id) ? prefix + id : throw fields.Bad("id", $"is '{id}', which is there already");
    }

    /// <summary>A reader of the curation writes "smith"; the knowledge file says "e:smith".</summary>
    private static string? Prefixed(string? id, string prefix) =>
        id is null || id.StartsWith(prefix, StringComparison.Ordinal) ? id : prefix + id;
}

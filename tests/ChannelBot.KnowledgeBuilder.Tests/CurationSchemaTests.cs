using System.Text.Json.Nodes;
using ChannelBot.Core;
using NJsonSchema;
using YamlDotNet.RepresentationModel;

namespace ChannelBot.KnowledgeBuilder.Tests;

/// <summary>The published schema completes and checks curations in editors; it must accept what the builder accepts.</summary>
public sealed class CurationSchemaTests
{
    private static readonly Task<JsonSchema> Schema = JsonSchema.FromFileAsync(Repository.At("knowledge", "curation.schema.json"));

    public static TheoryData<string> Curations =>
        [.. Directory.EnumerateFiles(Repository.At("knowledge"), "curation.yaml", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Repository.Root, path))];

    [Theory]
    [MemberData(nameof(Curations))]
    public async Task A_curation_in_the_repository_fits_the_schema(string path) =>
        Assert.Empty(await ErrorsAsync(await File.ReadAllTextAsync(Repository.At(path), TestContext.Current.CancellationToken)));

    [Theory]
    [InlineData("titel: x")]
    [InlineData("synonyms: [[lamp]]")]
    [InlineData("entities: [{id: a, kind: people, name: x, evidence: Ann}]")]
    [InlineData("entities: [{kind: person, name: x, evidence: Ann}]")]
    [InlineData("entities: [{id: Ann Lee, kind: person, name: x, evidence: Ann}]")]
    [InlineData("facts: [{id: a, about: x, kind: rumour, evidence: Ann}]")]
    [InlineData("facts: [{id: a, about: x, kind: event, evidence: []}]")]
    [InlineData("facts: [{id: a, about: x, kind: event, evidence: Ann, slots: {wen: Ann}}]")]
    [InlineData("figures: [{id: a, evidence: Ann, direction: 2}]")]
    [InlineData("quotes: [{evidence: Ann}]")]
    [InlineData("facts: [{id: a, about: x, kind: event, evidence: Ann, asks: {wen: [who]}}]")]
    [InlineData("silences: [{id: a, asks: [who]}]")]
    [InlineData("silences: [{id: a, missing: who, asks: []}]")]
    [InlineData("rewordings: [{question: who}]")]
    [InlineData("unattributed: Ann")]
    [InlineData("not_names: [{evidence: Ann}]")]
    [InlineData("not_figures: ['']")]
    public async Task What_the_schema_refuses_the_builder_refuses(string yaml)
    {
        Assert.NotEmpty(await ErrorsAsync(yaml));
        Assert.Throws<BadInputException>(() => Story.Build("Ann Lee has 2 cats.", yaml));
    }

    private static async Task<IEnumerable<string>> ErrorsAsync(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var json = Json(stream.Documents[0].RootNode)!.ToJsonString();
        return (await Schema).Validate(json).Select(error => error.ToString());
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Json(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: { } text } when int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
        YamlScalarNode scalar => scalar.Value,
        _ => null,
    };
}

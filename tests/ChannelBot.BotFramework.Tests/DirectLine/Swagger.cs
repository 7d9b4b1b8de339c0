using System.Text.Json.Nodes;
using NJsonSchema;

namespace ChannelBot.BotFramework.Tests.DirectLine;

/// <summary>directline-3.0.json, where it lies beside the repository: which statuses a route may answer with, and the body's shape.</summary>
internal static class Swagger
{
    /// <summary>Statuses that we added to the definition: too large, and too many messages of one conversation at once.</summary>
    private static readonly int[] s_added = [413, 503];

    private static readonly Lazy<Task<(JsonObject Paths, JsonNode Definitions)?>> s_definition = new(ReadAsync);

    public static async Task CheckAsync(string method, string path, Answer answer)
    {
        if (await s_definition.Value is not { } swagger || Template(swagger.Paths, path) is not { } template)
        {
            return;
        }

        var responses = swagger.Paths[template]?[method.ToLowerInvariant()]?["responses"]?.AsObject();
        if (responses is null)
        {
            return;
        }

        Assert.True(
            responses.ContainsKey($"{answer.Status}") || s_added.Contains(answer.Status), $"{method} {template} answered {answer.Status}: {answer.Body}");
        var shape = answer.Status < 300 ? responses[$"{answer.Status}"]?["schema"]?.DeepClone() : JsonNode.Parse("""{"$ref":"#/definitions/ErrorResponse"}""");
        var schema = shape!.AsObject();
        schema["definitions"] = swagger.Definitions.DeepClone();
        var problems = (await JsonSchema.FromJsonAsync(schema.ToJsonString())).Validate(answer.Body);
        Assert.True(problems.Count is 0, $"{method} {template}: {string.Join("; ", problems)} in {answer.Body}");
    }

    private static string? Template(JsonObject paths, string path)
    {
        var parts = $"/v3/directline/{path.Split('?')[0]}".Split('/');
        return paths.Select(known => known.Key).FirstOrDefault(known =>
        {
            var own = known.Split('/');
            return own.Length == parts.Length && own.Zip(parts).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
        });
    }

    private static async Task<(JsonObject, JsonNode)?> ReadAsync()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ChannelBot.sln")))
        {
            folder = folder.Parent;
        }

        var file = Path.Combine(folder?.FullName ?? "", "..", "shared", "specs", "directline-3.0.json");
        if (!File.Exists(file))
        {
            return null;
        }

        var swagger = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
        return (swagger["paths"]!.AsObject(), swagger["definitions"]!);
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChannelBot.Core;
using ChannelBot.Core.Answers;
using ChannelBot.Testing.Results;

namespace ChannelBot.Testing.Plans;

/// <summary>The plans of a script's conversations, as a file that can be compared and replayed: indented JSON, a line for each argument.</summary>
/// <param name="Script">The script's file, as it was named.</param>
/// <param name="Conversations">As written, then with each paraphrase.</param>
public sealed record PlanFile(string Script, IReadOnlyList<ConversationPlan> Conversations)
{
    /// <summary>What files of plans are named: "arrivals.plan.json".</summary>
    public const string Ending = ".plan.json";

    private static readonly PlanJsonContext s_json = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    });

    /// <summary>A file for each script, with the first attempt of each of its conversations.</summary>
    /// <param name="paths">The files and folders that were named, of which the results are some: a filter does not change what lies where.</param>
    /// <returns>Beside each, where it belongs in a folder of plans: as the script lies in the folder that all paths have in common.</returns>
    public static IReadOnlyList<(string Path, PlanFile File)> Of(IEnumerable<ScriptResult> results, IEnumerable<string> paths)
    {
        var root = CommonFolder([.. paths.Select(Path.GetFullPath).Select(path => Directory.Exists(path) ? path : Path.GetDirectoryName(path)!)]);
        return
        [
            .. results.Where(result => result is { Attempt: 1, Script: not null }).GroupBy(result => result.Path, StringComparer.Ordinal)
                .Select(file => (Path.GetRelativePath(root, Path.GetFullPath(file.Key)) + Ending, new PlanFile(file.Key, [.. file.Select(ConversationPlan.Of)]))),
        ];
    }

    /// <exception cref="BadInputException">It is missing, or no file of plans.</exception>
    public static PlanFile Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), s_json.PlanFile) ?? throw new JsonException("It is null.");
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new BadInputException("plans", $"'{path}' is no file of plans as channelbot test --plans writes them: {problem.Message}");
        }
    }

    public string ToJson() => JsonSerializer.Serialize(this, s_json.PlanFile) + "\n";

    private static string CommonFolder(IReadOnlyList<string> folders)
    {
        var common = folders[0];
        while (folders.Any(folder => Path.GetRelativePath(common, folder).StartsWith("..", StringComparison.Ordinal)))
        {
            common = Path.GetDirectoryName(common)!;
        }

        return common;
    }
}

/// <summary>The plans of one conversation.</summary>
/// <param name="Name">The script's.</param>
public sealed record ConversationPlan(string Name, IReadOnlyList<TurnPlan> Turns)
{
    /// <summary>The paraphrase that was asked; null where the script was held as written.</summary>
    public string? AskedAs { get; init; }

    internal static ConversationPlan Of(ScriptResult result) =>
        new(result.Name, [.. result.Turns.Select(turn => new TurnPlan(turn.Said, turn.Observation.Plan))]) { AskedAs = result.Paraphrase?.Text };
}

/// <summary>The plan of one answer.</summary>
/// <param name="Said">What it answers.</param>
/// <param name="Calls">In their order; none where nothing was looked up.</param>
public sealed record TurnPlan(string Said, IReadOnlyList<PlanStep> Calls);

[JsonSerializable(typeof(PlanFile))]
internal sealed partial class PlanJsonContext : JsonSerializerContext;

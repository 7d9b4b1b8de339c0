using System.Text.Json;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;

namespace ChannelBot.Testing.Comparison;

/// <summary>A field in which an activity is not as expected.</summary>
/// <param name="Path">"attachments[0].content.body[1].text".</param>
/// <param name="Expected">As JSON; null where nothing was expected.</param>
/// <param name="Actual">As JSON; null where nothing came.</param>
internal sealed record FieldDifference(string Path, string? Expected, string? Actual);

/// <summary>Compares activities field by field, all but the ignored ones. In an expected text the wildcard stands for any words.</summary>
/// <param name="isExact">Whether a field that is not expected must not come.</param>
internal sealed class FieldComparison(ComparisonRules rules, bool isExact)
{
    private readonly HashSet<string> _ignored = new(rules.Ignored, StringComparer.OrdinalIgnoreCase);

    /// <summary>The differences in all fields but the text, which is compared by itself.</summary>
    public IReadOnlyList<FieldDifference> Compare(Activity expected, Activity actual)
    {
        var differences = new List<FieldDifference>();
        var (wanted, got) = (JsonOf(expected), JsonOf(actual));
        wanted.Remove("text");
        got.Remove("text");
        CompareMembers(wanted, got, "", "", differences);
        return differences;
    }

    /// <summary>Whether a field's path is one of those that are not compared.</summary>
    public bool Ignores(string path) => _ignored.Contains(path);

    private void CompareMembers(JsonObject expected, JsonObject actual, string path, string rule, List<FieldDifference> differences)
    {
        var names = expected.Select(member => member.Key);
        foreach (var name in isExact ? names.Union(actual.Select(member => member.Key), StringComparer.Ordinal) : names)
        {
            var (at, under) = path.Length is 0 ? (name, name) : ($"{path}.{name}", $"{rule}.{name}");
            if (!_ignored.Contains(under))
            {
                Compare(expected[name], actual[name], at, under, differences);
            }
        }
    }

    private void Compare(JsonNode? expected, JsonNode? actual, string path, string rule, List<FieldDifference> differences)
    {
        switch (expected, actual)
        {
            case (JsonObject wanted, JsonObject got):
                CompareMembers(wanted, got, path, rule, differences);
                break;
            case (JsonObject, null) or (null, JsonObject) when _ignored.Any(other => other.StartsWith($"{rule}.", StringComparison.OrdinalIgnoreCase)):
                // An object that may hold only what is ignored is as good as none.
                CompareMembers(expected as JsonObject ?? [], actual as JsonObject ?? [], path, rule, differences);
                break;
            case (JsonArray wanted, JsonArray got) when wanted.Count == got.Count:
                for (var i = 0; i < wanted.Count; i++)
                {
                    Compare(wanted[i], got[i], FormattableString.Invariant($"{path}[{i}]"), rule, differences);
                }

                break;
            case var _ when !AreSame(expected, actual):
                differences.Add(new FieldDifference(path, Text(expected), Text(actual)));
                break;
        }
    }

    private static bool AreSame(JsonNode? expected, JsonNode? actual) =>
        expected?.GetValueKind() is JsonValueKind.String && actual?.GetValueKind() is JsonValueKind.String
            ? Wildcard.Matches(expected.GetValue<string>(), actual.GetValue<string>())
            : JsonNode.DeepEquals(expected, actual);

    private static string? Text(JsonNode? value) => value?.ToJsonString(ProtocolJson.Wire.Options);

    private static JsonObject JsonOf(Activity activity) => JsonSerializer.SerializeToNode(activity, ProtocolJson.Wire.Activity)!.AsObject();
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChannelBot.Testing.Chat;

/// <summary>Changes to JSON objects: null takes a field away, inner objects are changed in their place, all else is replaced.</summary>
/// <remarks>Source: RFC 7396, "JSON Merge Patch".</remarks>
internal static class MergePatch
{
    /// <summary>The object with the fields of <paramref name="patch"/>.</summary>
    public static JsonObject Apply(JsonObject target, JsonObject patch)
    {
        var merged = (JsonObject)target.DeepClone();
        foreach (var (name, value) in patch)
        {
            if (value is null)
            {
                merged.Remove(name);
                continue;
            }

            merged[name] = value is JsonObject inner ? Apply(merged[name] as JsonObject ?? [], inner) : value.DeepClone();
        }

        return merged;
    }

    /// <summary>What makes <paramref name="to"/> of <paramref name="from"/>; empty where they are the same.</summary>
    /// <returns>Null where no patch can: a null in an object would take its field away.</returns>
    public static JsonObject? Between(JsonObject from, JsonObject to)
    {
        var patch = new JsonObject();
        foreach (var (name, _) in from.Where(member => !to.ContainsKey(member.Key)))
        {
            patch[name] = null;
        }

        foreach (var (name, value) in to)
        {
            if (from.TryGetPropertyValue(name, out var before) && JsonNode.DeepEquals(before, value))
            {
                continue;
            }

            if (before is JsonObject was && value is JsonObject now)
            {
                if (Between(was, now) is not { } inner)
                {
                    return null;
                }

                patch[name] = inner;
                continue;
            }

            if (HasNull(value))
            {
                return null;
            }

            patch[name] = value!.DeepClone();
        }

        return patch;
    }

    /// <summary>Nulls inside a list stay: a list is replaced as a whole.</summary>
    private static bool HasNull(JsonNode? value) =>
        value is null || value.GetValueKind() is JsonValueKind.Null || (value is JsonObject members && members.Any(member => HasNull(member.Value)));
}

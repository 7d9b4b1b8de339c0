using System.Text.Json;
using ChannelBot.Core.Answers;

namespace ChannelBot.Planner.LanguageModels;

/// <summary>A model's answer as it gave it: numbers by reference, sentences by id.</summary>
/// <param name="Missing">What the article does not have; null where that is nothing.</param>
internal sealed record ModelReply(Outcome Outcome, string Text, string? Missing)
{
    /// <summary>The form, for services that hold a model to it.</summary>
    public static JsonElement Schema { get; } = JsonDocument.Parse(
        """
        {
          "type": "object",
          "properties": {
            "outcome": { "type": "string", "enum": ["answered", "computed", "corrected", "not_in_article", "clarify"] },
            "text": { "type": "string" },
            "missing": { "type": ["string", "null"] }
          },
          "required": ["outcome", "text", "missing"],
          "additionalProperties": false
        }
        """).RootElement;

    /// <summary>Reads the JSON object in <paramref name="written"/>, whatever stands around it; null where there is none of the form asked for.</summary>
    public static ModelReply? Read(string written, List<ModelProblem> problems)
    {
        var (from, to) = (written.IndexOf('{', StringComparison.Ordinal), written.LastIndexOf('}'));
        if (string.IsNullOrWhiteSpace(written) || to < from || from < 0)
        {
            return Unread(problems, string.IsNullOrWhiteSpace(written) ? "the answer is empty" : "the answer is not the JSON object that was asked for");
        }

        try
        {
            using var document = JsonDocument.Parse(written.AsMemory(from, to - from + 1));
            return Read(document.RootElement, problems);
        }
        catch (JsonException)
        {
            return Unread(problems, "the answer is not valid JSON");
        }
    }

    private static ModelReply? Read(JsonElement reply, List<ModelProblem> problems)
    {
        if (OutcomeOf(Field(reply, "outcome")) is not { } outcome)
        {
            return Unread(problems, "\"outcome\" must be answered, computed, corrected, not_in_article or clarify");
        }

        return Field(reply, "text") is { } text && !string.IsNullOrWhiteSpace(text)
            ? new ModelReply(outcome, text.Trim().ReplaceLineEndings("\n"), Field(reply, "missing") is { Length: > 0 } missing ? DataBlock.Shorten(missing) : null)
            : Unread(problems, "\"text\" must be there and hold the answer");
    }

    private static Outcome? OutcomeOf(string? name) => name switch
    {
        "answered" => Outcome.Answered,
        "computed" => Outcome.Computed,
        "corrected" => Outcome.Corrected,
        "not_in_article" => Outcome.NotInArticle,
        "clarify" => Outcome.Clarify,
        _ => null,
    };

    private static string? Field(JsonElement reply, string name)
    {
        try
        {
            return reply.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape.
            return null;
        }
    }

    private static ModelReply? Unread(List<ModelProblem> problems, string detail)
    {
        problems.Add(new ModelProblem("form", detail));
        return null;
    }
}

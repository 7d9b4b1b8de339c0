using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Answers;

namespace ChannelBot.Bot.Rendering;

/// <summary>How an answer's numbers were worked out, as an Adaptive Card behind a button.</summary>
internal static class WorkingCard
{
    /// <returns>Null where nothing was worked out.</returns>
    public static Attachment? Of(Answer answer)
    {
        var working = answer.AllWorking();
        return working.Count is 0 ? null : Card.Of(
            "Working",
            [Card.Text(working.Count is 1 ? "Calculated, not quoted." : $"{working.Count} calculations.")],
            new JsonObject
            {
                // Not Action.ToggleVisibility: Web Chat reports that as an action it does not know.
                ["type"] = "Action.ShowCard",
                ["title"] = "Show working",
                ["card"] = new JsonObject { ["type"] = "AdaptiveCard", ["body"] = new JsonArray([.. working.SelectMany(step => Step(answer, step))]) },
            });
    }

    private static IEnumerable<JsonNode> Step(Answer answer, Working step)
    {
        yield return Card.Text(step.Expression, isStrong: true);
        yield return Card.Text(WorkingText.Operands(answer, step));
        if (step.Assumption is { } assumption)
        {
            yield return Card.Text($"Assumption: {assumption}");
        }
    }
}

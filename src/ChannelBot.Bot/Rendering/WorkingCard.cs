using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Answers;

namespace ChannelBot.Bot.Rendering;

/// <summary>How an answer's numbers were worked out, as an Adaptive Card behind a button.</summary>
/// <remarks>Version 1.5, the one that Teams shows in bot messages: protocol checklist 5.5. Text runs hold plain text, which no client
/// reads as markup.</remarks>
internal static class WorkingCard
{
    /// <returns>Null where nothing was worked out.</returns>
    public static Attachment? Of(Answer answer)
    {
        var working = answer.AllWorking();
        return working.Count is 0 ? null : new Attachment
        {
            ContentType = Attachment.AdaptiveCard,
            Name = "Working",
            Content = new JsonObject
            {
                ["type"] = "AdaptiveCard",
                ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                ["version"] = "1.5",
                ["body"] = new JsonArray(Text(working.Count is 1 ? "Calculated, not quoted." : $"{working.Count} calculations.", isStrong: false)),
                ["actions"] = new JsonArray(new JsonObject
                {
                    // Not Action.ToggleVisibility: Web Chat reports that as an action it does not know.
                    ["type"] = "Action.ShowCard",
                    ["title"] = "Show working",
                    ["card"] = new JsonObject
                    {
                        ["type"] = "AdaptiveCard",
                        ["body"] = new JsonArray([.. working.SelectMany(step => Step(answer, step))]),
                    },
                }),
            },
        };
    }

    private static IEnumerable<JsonNode> Step(Answer answer, Working step)
    {
        yield return Text(step.Expression, isStrong: true);
        yield return Text(WorkingText.Operands(answer, step), isStrong: false);
        if (step.Assumption is { } assumption)
        {
            yield return Text($"Assumption: {assumption}", isStrong: false);
        }
    }

    private static JsonObject Text(string text, bool isStrong)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = TextOfOthers.Clean(text) };
        if (isStrong)
        {
            run["weight"] = "Bolder";
        }

        return new JsonObject
        {
            ["type"] = "RichTextBlock",
            ["spacing"] = isStrong ? "Medium" : "Small",
            ["inlines"] = new JsonArray(run),
        };
    }
}

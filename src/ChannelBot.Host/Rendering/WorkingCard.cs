using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Answers;

namespace ChannelBot.Host.Rendering;

/// <summary>How an answer's numbers were worked out, as an Adaptive Card behind a button.</summary>
/// <remarks>Version 1.5, the one that Teams shows in bot messages: protocol checklist 5.5. Text runs hold plain text, which no client
/// reads as markup.</remarks>
internal static class WorkingCard
{
    /// <returns>Null where nothing was worked out.</returns>
    public static Attachment? Of(Answer answer, string key)
    {
        var working = answer.AllWorking();
        if (working.Count is 0)
        {
            return null;
        }

        // Web Chat makes the id an element's, which must be the only one of its page.
        var id = $"working-{key}";
        return new Attachment
        {
            ContentType = Attachment.AdaptiveCard,
            Name = "Working",
            Content = new JsonObject
            {
                ["type"] = "AdaptiveCard",
                ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                ["version"] = "1.5",
                ["body"] = new JsonArray(
                    new JsonObject
                    {
                        ["type"] = "ActionSet",
                        ["actions"] = new JsonArray(new JsonObject
                        {
                            ["type"] = "Action.ToggleVisibility",
                            ["title"] = "Show working",
                            ["targetElements"] = new JsonArray(id),
                        }),
                    },
                    new JsonObject
                    {
                        ["type"] = "Container",
                        ["id"] = id,
                        ["isVisible"] = false,
                        ["items"] = new JsonArray([.. working.SelectMany(step => Step(answer, step))]),
                    }),
            },
        };
    }

    private static IEnumerable<JsonNode> Step(Answer answer, Working step)
    {
        yield return Text(step.Expression, isExpression: true);
        yield return Text(WorkingText.Operands(answer, step), isExpression: false);
        if (step.Assumption is { } assumption)
        {
            yield return Text($"Assumption: {assumption}", isExpression: false);
        }
    }

    private static JsonObject Text(string text, bool isExpression)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = TextOfOthers.Clean(text) };
        if (isExpression)
        {
            run["weight"] = "Bolder";
        }

        return new JsonObject
        {
            ["type"] = "RichTextBlock",
            ["spacing"] = isExpression ? "Medium" : "Small",
            ["inlines"] = new JsonArray(run),
        };
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Answers;

namespace ChannelBot.Bot.Rendering;

/// <summary>The one schema.org entity of a message: its citations, and the label of a text that a language model wrote.</summary>
/// <remarks>Source: Microsoft Teams, "Bot messages with AI-generated content"; protocol checklist 5.2. Web Chat reads the same.</remarks>
internal static class MessageEntity
{
    private const string Type = "https://schema.org/Message";
    private const int LongestName = 80;
    private const int LongestAbstract = 160;

    /// <param name="linkOf">Where a citation leads; null where only the client knows.</param>
    /// <returns>Null where there is nothing to say.</returns>
    public static Entity? Of(Answer answer, IReadOnlyList<Citation> citations, Func<Citation, string?> linkOf)
    {
        var isWrittenByModel = answer.Planner != Planners.Embedded;
        if (citations.Count is 0 && !isWrittenByModel)
        {
            return null;
        }

        var message = new JsonObject { ["@type"] = "Message", ["@context"] = "https://schema.org", ["@id"] = "" };
        if (isWrittenByModel)
        {
            message["additionalType"] = new JsonArray("AIGeneratedContent");
        }

        if (citations.Count > 0)
        {
            message["citation"] = new JsonArray([.. citations.Select(citation => Claim(citation, linkOf(citation)))]);
        }

        return new Entity(Type, message);
    }

    /// <summary>"Paragraph 6: The council closed the bridge …"</summary>
    public static string NameOf(Citation citation) => TextOfOthers.Shorten(
        string.Create(CultureInfo.InvariantCulture, $"Paragraph {citation.Paragraph}: {OneLine(citation.Quote)}"), LongestName);

    private static JsonObject Claim(Citation citation, string? link)
    {
        var appearance = new JsonObject
        {
            ["@type"] = "DigitalDocument",
            ["name"] = NameOf(citation),
            ["abstract"] = TextOfOthers.Shorten(OneLine(citation.Quote), LongestAbstract),
        };
        if (link is not null)
        {
            appearance["url"] = link;
        }

        return new JsonObject { ["@type"] = "Claim", ["position"] = citation.N, ["appearance"] = appearance };
    }

    private static string OneLine(string quote) => TextOfOthers.Clean(quote).ReplaceLineEndings(" ");
}

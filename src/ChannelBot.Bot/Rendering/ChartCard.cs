using System.Text;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Answers;
using ChannelBot.Teaching.Charts;

namespace ChannelBot.Bot.Rendering;

/// <summary>An answer's picture, with the same in words for who cannot see it.</summary>
public static class ChartCard
{
    /// <summary>Between the figures in an address; no id has it.</summary>
    public const char Separator = '~';

    /// <summary>For a client that shows what stands in the message itself.</summary>
    /// <returns>Null where the answer has no picture.</returns>
    internal static Attachment? Inline(Answer answer) =>
        answer.Chart is { } chart ? Of(chart, $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(ChartSvg.Of(chart)))}") : null;

    /// <summary>For a client that fetches it from the host: Teams takes no SVG.</summary>
    /// <returns>Null where the answer has no picture, or nobody could fetch it.</returns>
    internal static Attachment? Linked(Answer answer, Uri? publicUrl) =>
        answer.Chart is { } chart && publicUrl is not null ? Of(chart, new Uri(publicUrl, AddressOf(answer.KnowledgeSha256, chart)).AbsoluteUri) : null;

    /// <summary>"/charts/KNOWLEDGE/FIGURE~FIGURE.png": the article and the figures say all of it.</summary>
    public static string AddressOf(string knowledgeSha256, Chart chart) =>
        $"/charts/{Uri.EscapeDataString(knowledgeSha256)}/{Uri.EscapeDataString(string.Join(Separator, chart.Bars.Select(bar => bar.Id)))}.png";

    private static Attachment Of(Chart chart, string url) => Card.Of(
        "Chart",
        [
            new JsonObject
            {
                ["type"] = "Image",
                ["url"] = url,
                ["altText"] = ChartText.Of(chart),
                ["size"] = "Stretch",
                ["msTeams"] = new JsonObject { ["allowExpand"] = true },
            },
        ]);
}

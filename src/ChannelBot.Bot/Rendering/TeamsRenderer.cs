using System.Globalization;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Answers;

namespace ChannelBot.Bot.Rendering;

/// <summary>For Microsoft Teams: plain [n] with one entity of citations, thumbs for feedback, the working as a card, follow-ups as buttons.</summary>
/// <param name="publicUrl">Where people reach the page; null leaves citations without a link.</param>
public sealed class TeamsRenderer(Uri? publicUrl = null) : IAnswerRenderer
{
    /// <summary>Teams refuses more than 20, its local playground more than 10. (Protocol checklist 5.2; webchat.md.)</summary>
    public const int MostCitations = 10;

    /// <summary>Teams has suggested actions in personal chats alone (protocol checklist 5.5); its local playground cannot show a message
    /// that has any in a channel.</summary>
    public bool OffersSuggestions { get; init; } = true;

    public Activity Render(Answer answer) => AnswerSize.Fit(answer, Write);

    private Activity Write(Answer answer)
    {
        Citation[] citations = [.. answer.AllCitations().Take(MostCitations)];
        var activity = Activity.CreateMessageActivity();
        activity.TextFormat = TextFormatTypes.Markdown;
        activity.Text = Markdown.From(answer.Text, citations.Select(citation => citation.N).ToHashSet());
        activity.SuggestedActions = OffersSuggestions ? Suggestions.Of(answer) : null;
        activity.ChannelData = new JsonObject { ["feedbackLoop"] = new JsonObject { ["type"] = "default" } };
        activity.Entities = MessageEntity.Of(answer, [.. citations.Where(citation => IsMarked(activity.Text, citation))], LinkOf) is { } entity ? [entity] : null;
        activity.Attachments = Card.All(ChartCard.Linked(answer, publicUrl), WorkingCard.Of(answer));
        return activity;
    }

    /// <summary>Teams refuses a message whose entity has a citation that the text has not.</summary>
    private static bool IsMarked(string text, Citation citation) =>
        text.Contains(string.Create(CultureInfo.InvariantCulture, $"[{citation.N}]"), StringComparison.Ordinal);

    private string? LinkOf(Citation citation) => publicUrl is null ? null : new Uri(publicUrl, $"#{citation.Sentence}").AbsoluteUri;
}

using System.Globalization;
using System.Text;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Answers;

namespace ChannelBot.Bot.Rendering;

/// <summary>For Web Chat, over Direct Line: citations as Markdown link definitions, <c>[1]: cite:p6.s1 "Paragraph 6: …"</c>.</summary>
/// <remarks>Web Chat makes a citation of a mark only where the text defines it, and a button where the entity gives no address
/// (webchat.md, "Activity facts"). The page finds the sentence of its article by the definition: <c>cite:</c> and the sentence's id.</remarks>
public sealed class WebChatRenderer : IAnswerRenderer
{
    public const string Scheme = "cite:";

    public Activity Render(Answer answer) => AnswerSize.Fit(answer, Write);

    private static Activity Write(Answer answer)
    {
        var citations = answer.AllCitations();
        var text = new StringBuilder(Markdown.From(answer.Text, citations.Select(citation => citation.N).ToHashSet()));
        text.Append(citations.Count > 0 ? "\n" : "");
        foreach (var citation in citations)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n[{citation.N}]: {Scheme}{citation.Sentence} \"{Title(citation)}\"");
        }

        var activity = Activity.CreateMessageActivity();
        activity.TextFormat = TextFormatTypes.Markdown;
        activity.Text = text.ToString();
        activity.SuggestedActions = Suggestions.Of(answer);
        activity.Entities = MessageEntity.Of(answer, citations, _ => null) is { } entity ? [entity] : null;
        activity.Attachments = Card.All(ChartCard.Inline(answer), WorkingCard.Of(answer));
        return activity;
    }

    private static string Title(Citation citation) =>
        Markdown.Escape(MessageEntity.NameOf(citation)).Replace("\"", "\\\"", StringComparison.Ordinal);
}

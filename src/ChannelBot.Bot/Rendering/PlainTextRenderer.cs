using System.Globalization;
using System.Text;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Answers;

namespace ChannelBot.Bot.Rendering;

/// <summary>For any other channel: text alone, with the quoted sentences and the sums below it.</summary>
public sealed class PlainTextRenderer : IAnswerRenderer
{
    public Activity Render(Answer answer) => AnswerSize.Fit(answer, Write);

    private static Activity Write(Answer answer)
    {
        var text = new StringBuilder(TextOfOthers.Clean(answer.Text));
        text.Append(answer.AllCitations().Count > 0 ? "\n" : "");
        foreach (var citation in answer.AllCitations())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n[{citation.N}] Paragraph {citation.Paragraph}");

            // Words that the answer itself quotes are not read twice.
            text.Append(answer.Text.Contains(citation.Quote, StringComparison.Ordinal) ? "" : $": “{TextOfOthers.Clean(citation.Quote)}”");
        }

        text.Append(answer.AllWorking().Count > 0 ? "\n" : "");
        foreach (var step in answer.AllWorking())
        {
            text.Append("\nWorking: ").Append(TextOfOthers.Clean(step.Expression));
        }

        var activity = Activity.CreateMessageActivity();
        activity.TextFormat = TextFormatTypes.Plain;
        activity.Text = text.ToString();
        activity.SuggestedActions = Suggestions.Of(answer);
        return activity;
    }
}

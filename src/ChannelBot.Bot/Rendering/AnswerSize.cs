using System.Text.Json;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Answers;

namespace ChannelBot.Bot.Rendering;

/// <summary>Keeps an activity within what every client of Teams takes, by saying less where there is too much.</summary>
internal static class AnswerSize
{
    /// <summary>In bytes of UTF-8: 28 KB (protocol checklist 5.7) less room for addresses and ids.</summary>
    public const int Most = 26 * 1024;

    /// <summary>A control character, escaped.</summary>
    private const int MostBytesOfACharacter = 6;

    private const int BytesOfNames = 2 * 1024;

    private const string Note = "\nThis answer is too long to be shown whole. Ask for one thing at a time.";
    private const int FewestSuggestions = 3;

    /// <summary>The activity for <paramref name="answer"/>, or for the fullest shorter form of it that is small enough.</summary>
    public static Activity Fit(Answer answer, Func<Answer, Activity> render)
    {
        var activity = render(answer);
        foreach (var shorter in Shorter(answer))
        {
            if (IsSurelySmall(activity, answer) || SizeOf(activity) <= Most)
            {
                return activity;
            }

            activity = render(shorter);
        }

        return activity;
    }

    public static int SizeOf(Activity activity) => Utf8Json.Count(
        activity, static (writer, value) => JsonSerializer.Serialize(writer, value, ProtocolJson.Wire.Activity));

    /// <summary>Whether it need not be written to see that it is small enough: text and buttons alone, and few of them. A button has what it
    /// says twice.</summary>
    private static bool IsSurelySmall(Activity activity, Answer answer) =>
        activity is { Attachments: null, Entities: null, ChannelData: null, Text: { } text }
        && (text.Length + (2 * answer.Suggestions.Sum(suggestion => suggestion.Length))) * MostBytesOfACharacter <= Most - BytesOfNames;

    /// <summary>The last form is small enough whatever the answer: a character takes twelve bytes at most, where it is escaped twice.</summary>
    private static IEnumerable<Answer> Shorter(Answer answer)
    {
        foreach (var (citations, quote, text, suggestion) in new[] { (20, 400, 6_000, 200), (10, 160, 3_000, 100), (5, 100, 1_000, 60) })
        {
            yield return answer with
            {
                Text = answer.Text.Length <= text ? answer.Text : TextOfOthers.Shorten(answer.Text, text) + Note,
                Citations = [.. answer.AllCitations().Take(citations).Select(citation => citation with { Quote = TextOfOthers.Shorten(citation.Quote, quote) })],
                Working = [],
                Chart = null,
                Suggestions = [.. answer.Suggestions.Take(FewestSuggestions).Select(suggested => TextOfOthers.Shorten(suggested, suggestion))],
                Parts = null,
            };
        }
    }
}

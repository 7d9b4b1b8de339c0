using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Teaching.Quizzes;

namespace ChannelBot.Bot.Rendering;

/// <summary>A quiz question as an Adaptive Card: choices, a number or an order to give, and a button that sends it.</summary>
/// <remarks>
/// Version 1.5, the one that Teams shows in bot messages: protocol checklist 5.5. Where it is not shown, <see cref="Text"/> asks the same,
/// and a reply in words is read by <see cref="QuizMarking"/>. The key is not on the card.
/// </remarks>
public static class QuizCard
{
    /// <summary>Under this name the answer comes back, beside what the caller gave.</summary>
    public const string AnswerField = "answer";

    /// <param name="returned">What the button sends back besides the answer, so that the caller knows which question it was.</param>
    public static Attachment Of(QuizQuestion question, JsonObject returned)
    {
        var body = new JsonArray(Block(question.Prompt, isStrong: true));
        if (question.Paragraph is { } paragraph)
        {
            body.Add((JsonNode)Block(Hint(paragraph), isStrong: false));
        }

        if (question.Passage is { } passage)
        {
            body.Add((JsonNode)Block(passage, isStrong: false));
        }

        if (question.Kind is QuizKind.PutInOrder)
        {
            foreach (var line in Lettered(question))
            {
                body.Add((JsonNode)Block(line, isStrong: false));
            }
        }

        body.Add((JsonNode)Input(question));
        return new Attachment
        {
            ContentType = Attachment.AdaptiveCard,
            Name = "Quiz question",
            Content = new JsonObject
            {
                ["type"] = "AdaptiveCard",
                ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
                ["version"] = "1.5",
                ["fallbackText"] = Text(question),
                ["body"] = body,
                ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.Submit", ["title"] = "Answer", ["data"] = returned.DeepClone() }),
            },
        };
    }

    /// <summary>The question as a message, with what an answer looks like.</summary>
    public static string Text(QuizQuestion question)
    {
        var text = new StringBuilder(TextOfOthers.Clean(question.Prompt));
        if (question.Paragraph is { } paragraph)
        {
            text.Append(' ').Append(Hint(paragraph));
        }

        if (question.Passage is { } passage)
        {
            text.Append("\n\n").Append(TextOfOthers.Clean(passage));
        }

        text.Append("\n\n").AppendJoin('\n', Lettered(question));
        return text.ToString().TrimEnd('\n') + $"\n\nReply with {QuizMarking.Expected(question)}.";
    }

    private static JsonObject Input(QuizQuestion question)
    {
        var input = new JsonObject
        {
            ["id"] = AnswerField,
            ["label"] = "Your answer: " + QuizMarking.Expected(question),
            ["isRequired"] = true,
            ["errorMessage"] = $"Give {QuizMarking.Expected(question)}.",
        };
        if (question.Key.Number is not null)
        {
            input["type"] = "Input.Number";
        }
        else if (question.Kind is QuizKind.PutInOrder)
        {
            input["type"] = "Input.Text";
            input["maxLength"] = question.Options.Count * 3;
        }
        else
        {
            input["type"] = "Input.ChoiceSet";
            input["style"] = "expanded";
            input["wrap"] = true;
            input["choices"] = new JsonArray([.. question.Options.Select((option, i) => (JsonNode)new JsonObject
            {
                ["title"] = TextOfOthers.Clean(option.Text),
                ["value"] = QuizMarking.Letter(i).ToString(),
            })]);
        }

        return input;
    }

    private static IEnumerable<string> Lettered(QuizQuestion question) =>
        question.Options.Select((option, i) => $"{QuizMarking.Letter(i)}) {TextOfOthers.Clean(option.Text)}");

    private static string Hint(int paragraph) => string.Create(CultureInfo.InvariantCulture, $"Look in paragraph {paragraph}.");

    /// <summary>A text run holds plain text, which no client reads as markup.</summary>
    private static JsonObject Block(string text, bool isStrong)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = TextOfOthers.Clean(text) };
        if (isStrong)
        {
            run["weight"] = "Bolder";
        }

        return new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(run) };
    }
}

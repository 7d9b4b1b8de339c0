using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Teaching.Quizzes;

namespace ChannelBot.Bot.Rendering;

/// <summary>A quiz question as an Adaptive Card: choices, a number or an order to give, and a button that sends it.</summary>
/// <remarks>
/// Where it is not shown, <see cref="Text"/> asks the same, and a reply in words is read by <see cref="QuizMarking"/>. The key is not on the card.
/// </remarks>
public static class QuizCard
{
    /// <summary>Under this name the answer comes back, beside what the caller gave.</summary>
    public const string AnswerField = "answer";

    /// <summary>Puts the question under a message: as a card where the channel shows cards, else in words.</summary>
    internal static void Add(Activity message, QuizQuestion question, JsonObject returned, string? channelId)
    {
        if (channelId is Channels.Msteams or Channels.Directline or Channels.Webchat)
        {
            message.Attachments = [.. message.Attachments ?? [], Of(question, returned, isExecuted: channelId is Channels.Msteams)];
            return;
        }

        message.Text += "\n\n" + Text(question);
    }

    /// <param name="returned">What the button sends back besides the answer, so that the caller knows which question it was.</param>
    /// <param name="isExecuted">The answer comes as an invoke, whose response takes the card's place; older clients send it as a message.
    /// (Protocol checklist 5.5.)</param>
    public static Attachment Of(QuizQuestion question, JsonObject returned, bool isExecuted = false)
    {
        var body = Asked(question);
        body.Add(Input(question));
        var submit = new JsonObject { ["type"] = "Action.Submit", ["title"] = "Answer", ["data"] = returned.DeepClone() };
        return Card.Of("Quiz question", body, isExecuted ? Executed(submit) : submit, Text(question));
    }

    /// <summary>The question once it is over, with what was answered.</summary>
    public static Attachment Answered(QuizQuestion question, string given) =>
        Card.Of("Quiz question", [.. Asked(question), Card.Text($"Answered: {given}")]);

    private static JsonObject Executed(JsonObject submit) => new()
    {
        ["type"] = "Action.Execute",
        ["verb"] = "quiz",
        ["title"] = submit["title"]!.DeepClone(),
        ["data"] = submit["data"]!.DeepClone(),
        ["fallback"] = submit,
    };

    private static List<JsonNode> Asked(QuizQuestion question)
    {
        var body = new List<JsonNode> { Card.Text(string.Create(CultureInfo.InvariantCulture, $"{question.Number}. {question.Prompt}"), isStrong: true) };
        if (question.Paragraph is { } paragraph)
        {
            body.Add(Card.Text(Hint(paragraph)));
        }

        if (question.Passage is { } passage)
        {
            body.Add(Card.Text(passage));
        }

        if (question.Kind is QuizKind.PutInOrder)
        {
            body.AddRange(Lettered(question).Select(line => Card.Text(line)));
        }

        return body;
    }

    /// <summary>The question as a message, with what an answer looks like.</summary>
    public static string Text(QuizQuestion question)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{question.Number}. {TextOfOthers.Clean(question.Prompt)}"));
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
            input["label"] = "Your answer";
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
}

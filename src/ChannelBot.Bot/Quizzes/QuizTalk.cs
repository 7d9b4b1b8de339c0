using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChannelBot.Bot.Rendering;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Knowledge;
using ChannelBot.Teaching.Quizzes;
using ChannelBot.Teaching.Rendering;

namespace ChannelBot.Bot.Quizzes;

/// <summary>What the bot says in a quiz, and where the quiz stands then.</summary>
/// <param name="Run">Null where the quiz is over.</param>
/// <param name="Closed">A question that was answered just now; null for none.</param>
public sealed record QuizReply(Answer Answer, QuizRun? Run, AnsweredQuestion? Closed = null);

/// <param name="Quiz">Id of its quiz; see <see cref="QuizRun.Id"/>.</param>
/// <param name="Marked">Null where it was passed on.</param>
public sealed record AnsweredQuestion(string Quiz, QuizQuestion Question, Marked? Marked);

/// <summary>Asks the questions of a quiz in a conversation, one after the other, and says after each what the article has. It counts, and ranks nobody.</summary>
public sealed partial class QuizTalk(KnowledgeFile knowledge, ArticleQuizzes quizzes)
{
    private const int LongestAnswer = 200;

    /// <summary>Fewer words are an answer, read or not.</summary>
    private const int FewestWordsOfAQuestion = 4;

    private const string StopQuiz = "stop quiz";
    private const string Pass = "pass";

    private static readonly string[] s_stops = [StopQuiz, "stop", "stop the quiz", "end quiz", "end the quiz", "quit", "quit quiz"];
    private static readonly string[] s_passes = [Pass, "skip", "next", "next question", "i don't know", "don't know", "dont know", "no idea"];

    /// <summary>What is said to words that belong to a quiz or begin one.</summary>
    /// <param name="run">The quiz that the conversation is in; null for none.</param>
    /// <param name="set">What "quiz" alone means here; null for the usual one.</param>
    /// <returns>Null where the words are a question about the article, which may be asked between two of the quiz.</returns>
    /// <exception cref="Core.BadInputException">A quiz is asked for that there is not.</exception>
    public QuizReply? Hear(QuizRun? run, string said, QuizRequest? set = null)
    {
        ArgumentNullException.ThrowIfNull(said);
        return QuizOrder.Read(said, set) is { } order ? Begin(order)
            : run is null || Asked(run) is not { } asked ? null
            : Typed(run, asked, said) ?? (IsQuestion(said) ? null : Unread(run, asked));
    }

    /// <exception cref="Core.BadInputException">The article gives no question at this level.</exception>
    internal QuizReply Begin(QuizRequest request)
    {
        var run = QuizRun.Begin(knowledge, request);
        var count = quizzes.Set(request).Questions.Count;
        return new QuizReply(
            Say(string.Create(CultureInfo.InvariantCulture, $"{count} questions on {knowledge.Article.Title}, level {QuizNames.Of(request.Level)}. After each I say what the article has. “{Pass}” goes on, “{StopQuiz}” ends it.")), run);
    }

    /// <summary>The question that the conversation waits for an answer to; null where it waits for none, or the article is another by now.</summary>
    public QuizQuestion? Asked(QuizRun? run) =>
        run is not null && quizzes.Of(run) is { } quiz && run.Number <= quiz.Questions.Count ? quiz.Questions[run.Number - 1] : null;

    /// <summary>What the card of the question sends back besides the answer.</summary>
    internal static JsonObject Returned(QuizRun run) => new() { ["quiz"] = run.Id, ["question"] = run.Number };

    /// <summary>Whether a card of a quiz was sent.</summary>
    internal static bool IsSent(JsonNode? value) => value is JsonObject data && data.ContainsKey("quiz");

    /// <summary>Reads what a card sent, which anybody may have made up.</summary>
    internal QuizReply Sent(QuizRun? run, JsonObject data)
    {
        if (Asked(run) is not { } question || run is null)
        {
            return new QuizReply(Say("That quiz is over. “quiz” begins one.", ["quiz"]), null);
        }

        if (Text(data["quiz"]) != run.Id || Text(data["question"]) is not { } number)
        {
            return new QuizReply(Say("That card is of another quiz. The question here is the one below."), run);
        }

        return number == run.Number.ToString(CultureInfo.InvariantCulture)
            ? Typed(run, question, Text(data[QuizCard.AnswerField]) ?? "") ?? Unread(run, question)
            : new QuizReply(Say("That question is not the one that is asked now. It is the one below."), run);
    }

    /// <summary>Reads what was typed.</summary>
    /// <returns>Null where it is no answer: a question about the article, say.</returns>
    internal QuizReply? Typed(QuizRun run, QuizQuestion question, string said)
    {
        var plain = BotCommands.Plain(said);
        if (s_stops.Contains(plain, StringComparer.OrdinalIgnoreCase))
        {
            return new QuizReply(Over(run, []), null);
        }

        if (s_passes.Contains(plain, StringComparer.OrdinalIgnoreCase))
        {
            return After(run, question, null);
        }

        return said.Length <= LongestAnswer && QuizMarking.Mark(question, said) is { } marked ? After(run, question, marked) : null;
    }

    /// <summary>Something short that is no answer and asks nothing.</summary>
    private QuizReply Unread(QuizRun run, QuizQuestion question) => new(
        Say($"I cannot read that as an answer: {QuizMarking.Expected(question)} is expected. “{Pass}” goes on, “{StopQuiz}” ends the quiz."), run);

    private QuizReply After(QuizRun run, QuizQuestion question, Marked? marked)
    {
        var next = run.With(marked);
        var verdict = marked switch
        {
            { IsRight: true } => "Yes, so the article has it",
            { IsRight: false } => "The article has it otherwise",
            null => "The article has",
        };
        var marks = string.Concat(question.Key.Citations.Select(citation => string.Create(CultureInfo.InvariantCulture, $" [{citation.N}]")));
        var lines = new[] { $"{verdict}: {QuizText.Answer(question)}.".Replace("..", ".", StringComparison.Ordinal), question.Key.Because + marks };
        var isOver = Asked(next) is null;
        var answer = (isOver ? Over(next, lines) : Say(string.Join('\n', lines))) with { Citations = question.Key.Citations, Working = question.Key.Working };
        return new QuizReply(answer, isOver ? null : next, new AnsweredQuestion(run.Id, question, marked));
    }

    private Answer Over(QuizRun run, string[] lines)
    {
        var again = string.Create(CultureInfo.InvariantCulture, $"quiz {QuizNames.Of(run.Level)} {run.Seed + 1}");
        return Say(
            string.Join('\n', [.. lines, string.Create(CultureInfo.InvariantCulture, $"The quiz is over: {run.Answered} answered, {run.Right} as the article has it. “{again}” asks other questions.")]), [again, "help"]);
    }

    private static string? Text(JsonNode? value) => value is JsonValue single ? single.GetValueKind() switch
    {
        JsonValueKind.String => single.GetValue<string>(),
        JsonValueKind.Number => single.ToJsonString(),
        _ => null,
    } : null;

    /// <summary>Words enough, and not only numbers and single letters.</summary>
    private static bool IsQuestion(string said) => said.EndsWith('?') || (said.Split(' ').Length >= FewestWordsOfAQuestion && Word().IsMatch(said));

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex Word();

    private Answer Say(string text, IReadOnlyList<string>? suggestions = null) => new()
    {
        KnowledgeSha256 = knowledge.ContentSha256,
        Question = "",
        Outcome = Outcome.Social,
        Text = text,
        Suggestions = suggestions ?? [],
        Planner = Planners.Embedded,
    };
}

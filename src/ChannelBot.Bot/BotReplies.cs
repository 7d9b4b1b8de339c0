using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.Bot;

/// <summary>What the bot says besides answers, as answer records, so that one renderer writes both.</summary>
internal sealed class BotReplies(KnowledgeFile knowledge, StarterQuestions starters)
{
    public const string ConfirmForgetting = "Yes, forget me";
    public const string KeepAll = "No, keep it";

    private string Article => knowledge.Article.Title.StartsWith("the ", StringComparison.Ordinal) ? knowledge.Article.Title : "the article";

    public Answer Welcome() => Say(
        $"Hello. Ask me about {Article}. Every answer shows the sentences it rests on, and where the article is silent, I say so.", starters.Questions);

    /// <summary>After "start again", or a message with nothing in it.</summary>
    public Answer Restarted() => Say($"We start again: I leave out what was said before. What would you like to know about {Article}?", starters.Questions);

    public Answer NothingSaid() => Say($"What would you like to know about {Article}?", starters.Questions);

    /// <param name="about">What the planner says it can do.</param>
    public Answer Help(Answer about) => Say(
        $"{about.Text}\nYou can also say:\n{string.Join('\n', BotCommands.All.Where(command => command.Command is not BotCommand.Help).Select(command => $"- {command.Name}: {command.Meaning}"))}",
        starters.Questions);

    /// <summary>The last answer's sentences, whole.</summary>
    public Answer Sources(ConversationState state) => state.Turns switch
    {
        [] => NothingAsked(),
        [.., var last] when last.Answer.AllCitations() is { Count: > 0 } citations => Say(
            $"Your last question was answered from:\n{string.Join('\n', citations.Select(citation => $"- “{citation.Quote}” [{citation.N}]"))}",
            last.Answer.Suggestions) with
        {
            Citations = citations,
        },
        _ => Say("The last answer quotes nothing of the article.", starters.Questions),
    };

    /// <summary>The last answer's calculations, spelled out.</summary>
    public Answer Working(ConversationState state) => state.Turns switch
    {
        [] => NothingAsked(),
        [.., var last] when last.Answer.AllWorking() is { Count: > 0 } working => Say(
            $"This is how the last answer was worked out:\n{string.Join('\n', working.Select(step => $"- {step.Expression}{(step.Assumption is null ? "" : $" (assumption: {step.Assumption})")}"))}",
            last.Answer.Suggestions),
        _ => Say("The last answer needed no calculation.", starters.Questions),
    };

    public Answer AskToForget() => Say(
        "Shall I delete what I keep of you here: your questions, my answers and your feedback? This cannot be undone. Please say yes or no.",
        [ConfirmForgetting, KeepAll]);

    public Answer Forgotten() => Say("It is deleted. I know nothing of what was said before.", starters.Questions);

    public Answer Kept() => Say($"Nothing was deleted. What would you like to know about {Article}?", starters.Questions);

    /// <param name="message">Why a question cannot be answered, as its sender may read it.</param>
    public Answer Refusal(string message) => Say(message, starters.Questions);

    private Answer NothingAsked() => Say("Nothing was asked yet.", starters.Questions);

    private Answer Say(string text, IReadOnlyList<string> suggestions) => new()
    {
        KnowledgeSha256 = knowledge.ContentSha256,
        Question = "",
        Outcome = Outcome.Social,
        Text = text,
        Suggestions = suggestions,
        Planner = Planners.Embedded,
    };
}

using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Conversations;

namespace ChannelBot.Bot.Tests;

public sealed class QuestionBotTests
{
    private const string Share = "What share of this year's arrivals came since the election?";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_is_answered_with_its_sentence()
    {
        var (_, talk) = await Bots.TalkOnAsync();

        await talk.Send("How many people arrived this year?")
            .AssertReply(reply => Assert.Contains("31,535", reply.Text, StringComparison.Ordinal))
            .AssertNoReply()
            .StartTestAsync(Cancelled);
    }

    [Fact]
    public async Task A_follow_up_is_understood_by_what_was_said_before()
    {
        var (channel, talk) = await Bots.TalkOnAsync();

        await talk.Send("What did Yvette Cooper say?").AssertReply(_ => { })
            .Send("Who else is quoted?").AssertReply(_ => { })
            .StartTestAsync(Cancelled);

        Assert.Equal(2, channel.LastTurn!.TurnState.Get<ConversationState>()!.Turns.Count);
    }

    [Fact]
    public async Task It_greets_once_however_often_it_is_installed_and_people_come()
    {
        var (_, talk) = await Bots.TalkOnAsync();

        await talk.Send(new Activity(ActivityTypes.InstallationUpdate) { Action = "add" })
            .AssertReply(welcome =>
            {
                Assert.StartsWith("Hello.", welcome.Text, StringComparison.Ordinal);
                Assert.InRange(welcome.SuggestedActions!.Actions!.Count, 3, 4);
            })
            .SendConversationUpdate()
            .AssertNoReply()
            .StartTestAsync(Cancelled);
    }

    [Fact]
    public async Task Who_has_asked_already_is_not_greeted_any_more()
    {
        var (_, talk) = await Bots.TalkOnAsync();

        await talk.Send("hello").AssertReply(_ => { }).SendConversationUpdate().AssertNoReply().StartTestAsync(Cancelled);
    }

    [Fact]
    public async Task Its_own_mention_is_no_part_of_the_question()
    {
        var (channel, talk) = await Bots.TalkOnAsync(Channels.Msteams);
        var asked = channel.MakeActivity($"<at>Bot</at> {Share}");
        asked.Entities = [new Mention(new ChannelAccount("bot", "Bot"), "<at>Bot</at>").ToEntity()];

        await talk.Send(asked).AssertReply(reply => Assert.Contains("57%", reply.Text, StringComparison.Ordinal)).StartTestAsync(Cancelled);

        Assert.Equal(Share, channel.LastTurn!.TurnState.Get<ConversationState>()!.Turns[^1].Question);
    }

    [Theory]
    [InlineData("help", "forget me")]
    [InlineData(" HELP! ", "start again")]
    [InlineData("/sources", "Nothing was asked yet.")]
    [InlineData("working", "Nothing was asked yet.")]
    [InlineData("start  again", "We start again")]
    [InlineData("", "What would you like to know")]
    public async Task Commands_are_known_however_they_are_typed(string said, string part)
    {
        var (_, talk) = await Bots.TalkOnAsync();

        await talk.Send(said).AssertReply(reply => Assert.Contains(part, reply.Text, StringComparison.Ordinal)).StartTestAsync(Cancelled);
    }

    [Fact]
    public async Task Sources_and_working_are_the_last_answers()
    {
        var (_, talk) = await Bots.TalkOnAsync();

        await talk.Send(Share).AssertReply(_ => { })
            .Send("sources").AssertReply(reply => Assert.Contains("Nevertheless, the total number of migrants", reply.Text, StringComparison.Ordinal))
            .Send("working").AssertReply(reply => Assert.Contains("17,961 ÷ 31,535 × 100 = 56.96", reply.Text, StringComparison.Ordinal))
            .Send("Who was found on the beach?").AssertReply(_ => { })
            .Send("working").AssertReply(reply => Assert.Equal("The last answer needed no calculation.", reply.Text))
            .StartTestAsync(Cancelled);
    }

    [Fact]
    public async Task The_working_of_a_later_part_names_that_parts_paragraphs()
    {
        var (_, talk) = await Bots.TalkOnAsync(Channels.Msteams);

        await talk.Send("Is Albania one of the countries? And how many bodies were found?")
            .AssertReply(reply => Assert.Contains(
                "2 and 1 are from paragraph 12. 1 is from paragraph 13.", Assert.Single(reply.Attachments!).Content!.ToJsonString(), StringComparison.Ordinal))
            .StartTestAsync(Cancelled);
    }

    [Fact]
    public async Task Starting_again_leaves_out_what_was_said_before()
    {
        var (channel, talk) = await Bots.TalkOnAsync();

        await talk.Send(Share).AssertReply(_ => { }).Send("start again").AssertReply(_ => { }).StartTestAsync(Cancelled);

        Assert.Empty(channel.LastTurn!.TurnState.Get<ConversationState>()!.Turns);
    }

    [Theory]
    [InlineData("Yes, forget me")]
    [InlineData("yes.")]
    public async Task It_forgets_the_user_who_confirms(string confirmation)
    {
        var (channel, talk) = await Bots.TalkOnAsync();

        await talk.Send(Share).AssertReply(_ => { })
            .Send("Forget me").AssertReply(reply => Assert.Equal(
                ["Yes, forget me", "No, keep it"], reply.SuggestedActions!.Actions!.Select(action => action.Title)))
            .Send(confirmation).AssertReply("It is deleted. I know nothing of what was said before.")
            .StartTestAsync(Cancelled);

        Assert.NotNull(channel.LastTurn!.TurnState.Get<UserForgotten>());
        Assert.Empty(channel.LastTurn.TurnState.Get<ConversationState>()!.Turns);
    }

    [Theory]
    [InlineData("No, keep it")]
    [InlineData("How many people arrived this year?")]
    public async Task It_forgets_nobody_who_says_something_else(string said)
    {
        var (channel, talk) = await Bots.TalkOnAsync();

        await talk.Send(Share).AssertReply(_ => { })
            .Send("forget me").AssertReply(_ => { })
            .Send(said).AssertReply(_ => { })
            .Send("yes").AssertReply(_ => { })
            .StartTestAsync(Cancelled);

        Assert.Null(channel.LastTurn!.TurnState.Get<UserForgotten>());
        Assert.NotEmpty(channel.LastTurn.TurnState.Get<ConversationState>()!.Turns);
    }

    [Theory]
    [InlineData("""{"say":"Who was found on the beach?"}""")]
    [InlineData("\"Who was found on the beach?\"")]
    public async Task A_submitted_card_asks_what_its_button_says(string value)
    {
        var (_, talk) = await Bots.TalkOnAsync();

        await talk.Send(new Activity(ActivityTypes.Message) { Value = JsonNode.Parse(value) })
            .AssertReply(reply => Assert.Contains("Calais beach", reply.Text, StringComparison.Ordinal))
            .StartTestAsync(Cancelled);
    }

    [Theory]
    [InlineData("""{"unknown":1}""")]
    [InlineData("[1,2]")]
    [InlineData("7")]
    public async Task A_submitted_card_that_says_nothing_is_asked_back(string value)
    {
        var (_, talk) = await Bots.TalkOnAsync();

        await talk.Send(new Activity(ActivityTypes.Message) { Value = JsonNode.Parse(value) })
            .AssertReply(reply => Assert.StartsWith("What would you like to know", reply.Text, StringComparison.Ordinal))
            .StartTestAsync(Cancelled);
    }

    [Fact]
    public async Task An_executed_card_is_answered_in_the_conversation_and_in_the_response()
    {
        var (channel, talk) = await Bots.TalkOnAsync();
        var action = JsonNode.Parse("""{"action":{"type":"Action.Execute","verb":"working"}}""");

        await talk.Send(Share).AssertReply(_ => { })
            .Send(new Activity(ActivityTypes.Invoke) { Name = InvokeNames.AdaptiveCardAction, Value = action })
            .AssertReply(reply => Assert.Contains("17,961 ÷ 31,535", reply.Text, StringComparison.Ordinal))
            .StartTestAsync(Cancelled);

        Assert.Equal(200, channel.LastTurn!.InvokeResponse!.Status);
        Assert.Equal("Answered below.", (string?)channel.LastTurn.InvokeResponse.Body!["value"]);
    }

    [Fact]
    public async Task Feedback_is_taken_with_the_answer_it_is_about_and_answered_with_an_empty_object()
    {
        var (channel, talk) = await Bots.TalkOnAsync(Channels.Msteams);
        var vote = JsonNode.Parse("""{"actionName":"feedback","actionValue":{"reaction":"dislike","feedback":"{\"feedbackText\":\"too long\"}"}}""");

        await talk.Send(new Activity(ActivityTypes.Invoke) { Name = InvokeNames.MessageSubmitAction, Value = vote, ReplyToId = "answer-7" })
            .AssertNoReply()
            .StartTestAsync(Cancelled);

        Assert.Equal(new FeedbackGiven("answer-7", "dislike", "too long"), channel.LastTurn!.TurnState.Get<FeedbackGiven>());
        Assert.Equal("{}", channel.LastTurn.InvokeResponse!.Body!.ToJsonString());
    }

    [Fact]
    public async Task Something_that_is_no_question_is_refused_with_the_reason()
    {
        var (channel, talk) = await Bots.TalkOnAsync();

        await talk.Send(new string('a', 30_000))
            .AssertReply(reply => Assert.Contains("at most 20,000 are read", reply.Text, StringComparison.Ordinal))
            .StartTestAsync(Cancelled);

        Assert.Empty(channel.LastTurn!.TurnState.Get<ConversationState>()!.Turns);
    }

    [Fact]
    public async Task Starter_questions_are_answered_from_the_article()
    {
        var starters = new StarterQuestions(Bots.Knowledge, Bots.Planner);
        await starters.FindAsync(Cancelled);

        Assert.InRange(starters.Questions.Count, 3, 4);
        foreach (var question in starters.Questions)
        {
            Assert.NotEmpty((await Bots.Planner.AskAsync(question, ConversationState.Empty, Cancelled)).Answer.Citations);
        }
    }
}

using System.Text.Json.Nodes;
using ChannelBot.Bot.Quizzes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Testing;
using ChannelBot.Core.Conversations;
using ChannelBot.Teaching.Quizzes;

namespace ChannelBot.Bot.Tests;

public sealed class QuizTests
{
    private static readonly Quiz s_quiz = new QuizMaker(Bots.Knowledge).Make(new QuizRequest { Seed = 3, Level = QuizLevel.Easy });

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Typed_answers_lead_through_a_quiz_whose_end_is_a_plain_count()
    {
        var (channel, talk) = await Bots.TalkOnAsync(Channels.Emulator);
        talk = talk.Send("quiz easy 3").AssertReply(reply => Assert.Contains(s_quiz.Questions[0].Prompt, reply.Text, StringComparison.Ordinal));
        foreach (var question in s_quiz.Questions)
        {
            var isLast = question == s_quiz.Questions[^1];
            talk = talk.Send(question.Number == 2 ? "pass" : Right(question)).AssertReply(reply =>
            {
                Assert.StartsWith(question.Number == 2 ? "The article has: " : "Yes, so the article has it: ", reply.Text, StringComparison.Ordinal);
                Assert.Contains("[1] Paragraph", reply.Text, StringComparison.Ordinal);
                Assert.Contains(isLast ? $"The quiz is over: {s_quiz.Questions.Count - 1} answered, {s_quiz.Questions.Count - 1} as the article has it." : s_quiz.Questions[question.Number].Prompt, reply.Text, StringComparison.Ordinal);
            });
        }

        await talk.StartTestAsync(Cancelled);
        Assert.Null(StateOf(channel).Pending);
    }

    [Fact]
    public async Task A_wrong_answer_is_told_what_the_article_has_with_its_sentence()
    {
        var question = s_quiz.Questions.First(one => one.Key.Right.Count == 1);
        var wrong = Enumerable.Range(0, question.Options.Count).First(option => option != question.Key.Right[0]);
        var (_, talk) = await Bots.TalkOnAsync(Channels.Emulator);
        talk = talk.Send("quiz easy 3").AssertReply(_ => { });
        for (var number = 1; number < question.Number; number++)
        {
            talk = talk.Send("pass").AssertReply(_ => { });
        }

        await talk.Send($"I think it is {QuizMarking.Letter(wrong)}").AssertReply(reply =>
        {
            Assert.StartsWith("The article has it otherwise: ", reply.Text, StringComparison.Ordinal);
            Assert.Contains(question.Key.Text, reply.Text, StringComparison.Ordinal);
        }).StartTestAsync(Cancelled);
    }

    [Fact]
    public async Task The_web_chat_gets_a_card_to_submit_and_Teams_one_to_execute_with_the_other_for_older_clients()
    {
        Assert.Equal("Action.Submit", (string?)(await ActionOnAsync(Channels.Webchat))["type"]);
        var executed = await ActionOnAsync(Channels.Msteams);
        Assert.Equal(("Action.Execute", "Action.Submit"), ((string?)executed["type"], (string?)executed["fallback"]!["type"]));
        Assert.True(JsonNode.DeepEquals(executed["data"], executed["fallback"]!["data"]));
    }

    [Fact]
    public async Task A_submitted_card_is_answered_and_the_next_question_comes_with_it()
    {
        var (channel, talk) = await Bots.TalkOnAsync(Channels.Webchat);
        await talk.Send("quiz easy 3").AssertReply(_ => { })
            .Send(Submitted(channel, ("question", 1), ("answer", Right(s_quiz.Questions[0])))).AssertReply(reply =>
            {
                Assert.StartsWith("Yes, so the article has it", reply.Text, StringComparison.Ordinal);
                Assert.Contains("cite:", reply.Text, StringComparison.Ordinal);
                Assert.Contains(s_quiz.Questions[1].Prompt, Body(reply), StringComparison.Ordinal);
            }).StartTestAsync(Cancelled);
        Assert.Equal("y", QuizRun.Read(StateOf(channel).Pending)!.Marks);
        Assert.True(channel.LastTurn!.TurnState.Get<AnsweredQuestion>()!.Marked!.IsRight);
    }

    [Fact]
    public async Task An_executed_card_is_replaced_by_the_question_with_what_was_answered()
    {
        var (channel, talk) = await Bots.TalkOnAsync(Channels.Msteams);
        var data = Submitted(channel, ("question", 1), ("answer", "a")).Value!.DeepClone();
        await talk.Send("quiz easy 3").AssertReply(_ => { })
            .Send(new Activity(ActivityTypes.Invoke)
            {
                Name = "adaptiveCard/action",
                Value = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "quiz", ["data"] = data } },
            }).AssertReply(_ => { }).StartTestAsync(Cancelled);
        var body = channel.LastTurn!.InvokeResponse!.Body!.ToJsonString();
        Assert.Contains("Answered: ", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Input.", body, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> MadeUp() => new()
    {
        { """{"quiz":"x easy 3","question":1,"answer":"a"}""", "That card is of another quiz." },
        { """{"quiz":{"a":1},"question":[1],"answer":"a"}""", "That card is of another quiz." },
        { """{"quiz":"ID","question":7,"answer":"a"}""", "That question is not the one that is asked now." },
        { """{"quiz":"ID","question":1,"answer":"zz"}""", "I cannot read that as an answer" },
        { """{"quiz":"ID","question":1,"answer":{"right":true}}""", "I cannot read that as an answer" },
        { """{"quiz":"ID","question":1}""", "I cannot read that as an answer" },
        { """{"quiz":"ID","question":1,"answer":"LONG"}""", "I cannot read that as an answer" },
    };

    [Theory]
    [MemberData(nameof(MadeUp))]
    public async Task A_card_with_made_up_values_gets_a_clear_answer_and_moves_nothing(string value, string said)
    {
        var (channel, talk) = await Bots.TalkOnAsync(Channels.Webchat);
        var sent = channel.MakeActivity("");
        sent.Value = JsonNode.Parse(value.Replace("ID", Id, StringComparison.Ordinal).Replace("LONG", new string('a', 10_000), StringComparison.Ordinal));
        await talk.Send("quiz easy 3").AssertReply(_ => { })
            .Send(sent).AssertReply(reply =>
            {
                Assert.StartsWith(said, reply.Text, StringComparison.Ordinal);
                Assert.Contains(s_quiz.Questions[0].Prompt, Body(reply), StringComparison.Ordinal);
            }).StartTestAsync(Cancelled);
        Assert.Equal("", QuizRun.Read(StateOf(channel).Pending)!.Marks);
    }

    [Fact]
    public async Task A_question_about_the_article_is_answered_between_two_of_the_quiz()
    {
        var (channel, talk) = await Bots.TalkOnAsync(Channels.Emulator);
        await talk.Send("quiz easy 3").AssertReply(_ => { })
            .Send("How many people arrived this year?").AssertReply(reply =>
            {
                Assert.Contains("31,535", reply.Text, StringComparison.Ordinal);
                Assert.EndsWith($"Reply with {QuizMarking.Expected(s_quiz.Questions[0])}.", reply.Text, StringComparison.Ordinal);
            })
            .Send("zzz").AssertReply(reply => Assert.StartsWith("I cannot read that as an answer", reply.Text, StringComparison.Ordinal))
            .Send("stop quiz").AssertReply(reply => Assert.StartsWith("The quiz is over: 0 answered", reply.Text, StringComparison.Ordinal))
            .StartTestAsync(Cancelled);
        Assert.Single(StateOf(channel).Turns);
    }

    [Fact]
    public async Task A_quiz_goes_on_after_a_restart_and_ends_where_the_article_is_another()
    {
        var (channel, talk) = await Bots.TalkOnAsync(Channels.Emulator);
        await talk.Send("quiz easy 3").AssertReply(_ => { }).Send("pass").AssertReply(_ => { }).StartTestAsync(Cancelled);
        var kept = ConversationStateJson.Read(ConversationStateJson.Write(StateOf(channel)));
        var bot = (await ArticleBot.OpenAsync(Bots.Knowledge, Bots.Planner, Cancelled)).With(new AnswerCache(Bots.Planner));

        await new TestFlow(channel, bot).Send(Right(s_quiz.Questions[1])).AssertReply(reply => Assert.StartsWith("Yes", reply.Text, StringComparison.Ordinal)).StartTestAsync(Cancelled);
        Assert.Equal("py", QuizRun.Read(StateOf(channel).Pending)!.Marks);
        Assert.Equal(2, QuizRun.Read(kept.Pending)!.Number);
        var another = Bots.Knowledge with { ContentSha256 = "another" };
        Assert.Null(new QuizTalk(another, new ArticleQuizzes(another)).Asked(QuizRun.Read(kept.Pending)));
    }

    [Theory]
    [InlineData("quiz silly", "I cannot read “silly” as a quiz.")]
    [InlineData("quiz hard 2", "questions on the Channel crossings article, level hard.")]
    [InlineData("Give me a quiz!", "questions on the Channel crossings article, level medium.")]
    public async Task A_quiz_is_asked_for_by_its_level_and_a_number(string said, string part)
    {
        var (_, talk) = await Bots.TalkOnAsync(Channels.Emulator);
        await talk.Send(said).AssertReply(reply => Assert.Contains(part, reply.Text, StringComparison.Ordinal)).StartTestAsync(Cancelled);
    }

    private static string Id => QuizRun.Begin(Bots.Knowledge, new QuizRequest { Seed = 3, Level = QuizLevel.Easy }).Id;

    private static string Right(QuizQuestion question) => question.Key.Number is not null
        ? question.Key.Text
        : string.Join(' ', question.Key.Right.Select(QuizMarking.Letter));

    private static ConversationState StateOf(TestAdapter channel) => channel.LastTurn!.TurnState.Get<ConversationState>()!;

    private static string Body(Activity reply) => reply.Attachments![^1].Content!["body"]![0]!["inlines"]![0]!["text"]!.GetValue<string>();

    private static Activity Submitted(TestAdapter channel, params (string Name, JsonNode Value)[] data)
    {
        var activity = channel.MakeActivity("");
        activity.Value = new JsonObject([new("quiz", Id), .. data.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)field.Value))]);
        return activity;
    }

    private static async Task<JsonNode> ActionOnAsync(string channelId)
    {
        JsonNode? action = null;
        var (_, talk) = await Bots.TalkOnAsync(channelId);
        await talk.Send("quiz").AssertReply(reply => action = reply.Attachments![^1].Content!["actions"]![0]).StartTestAsync(Cancelled);
        return action!;
    }
}

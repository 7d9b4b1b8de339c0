using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Testing;
using ChannelBot.BotFramework.Turns;

namespace ChannelBot.BotFramework.Tests.Turns;

public sealed class ActivityHandlerTests
{
    private readonly TestAdapter _adapter = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task The_bot_greets_who_comes_and_not_itself() => new TestFlow(_adapter, new Greeter())
        .SendConversationUpdate()
        .AssertReply("Welcome user1")
        .Send(new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = [_adapter.Conversation.Bot!] })
        .AssertNoReply()
        .StartTestAsync(Cancel);

    [Fact]
    public Task A_script_says_and_expects() => new TestFlow(_adapter, new Greeter())
        .Test("hello", "You said hello, the first time")
        .Test("hello", "You said hello, again")
        .Send(new Activity(ActivityTypes.InstallationUpdate) { Action = "add-upgrade" })
        .AssertReply(reply => Assert.Equal("Installed", reply.Text))
        .Send(new Activity("somethingNew"))
        .AssertNoReply()
        .StartTestAsync(Cancel);

    [Fact]
    public async Task A_script_that_does_not_hold_says_so()
    {
        var failure = await Assert.ThrowsAsync<TestFlowException>(() =>
            new TestFlow(_adapter, new Greeter()).Test("hello", "Bonjour", "The greeting").StartTestAsync(Cancel));
        Assert.Equal("The greeting should be the message 'Bonjour', and is the message 'You said hello, the first time'.", failure.Message);
        await Assert.ThrowsAsync<TestFlowException>(() =>
            new TestFlow(_adapter, new ActivityHandler()).Send("hello").AssertReply("x").StartTestAsync(Cancel));
    }

    [Theory]
    [InlineData("signin/verifyState", 501)]
    [InlineData("adaptiveCard/action", 501)]
    [InlineData("message/submitAction", 501)]
    [InlineData(null, 501)]
    public async Task An_invoke_that_nobody_handles_is_answered_with_501(string? name, int status)
    {
        await Invoke(new ActivityHandler(), name, """{"action":{"type":"Action.Execute"}}""");
        Assert.Equal(status, _adapter.LastTurn?.InvokeResponse?.Status);
        Assert.Empty(_adapter.ActiveQueue);
    }

    [Fact]
    public async Task A_card_action_is_answered_in_the_body()
    {
        await Invoke(new Greeter(), "adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"more","data":{"n":1}},"trigger":"manual"}""");
        Assert.Equal(200, _adapter.LastTurn?.InvokeResponse?.Status);
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"more 1"}""",
            _adapter.LastTurn?.InvokeResponse?.Body?.ToJsonString());
    }

    [Theory]
    [InlineData("""{"action":{"type":"Action.Submit"}}""", "NotSupported")]
    [InlineData("""{"action":7}""", "BadRequest")]
    [InlineData("""{}""", "BadRequest")]
    [InlineData("null", "BadRequest")]
    public async Task A_card_action_that_cannot_be_read_is_an_error_inside_a_200(string value, string code)
    {
        await Invoke(new Greeter(), "adaptiveCard/action", value);
        Assert.Equal(200, _adapter.LastTurn?.InvokeResponse?.Status);
        var body = _adapter.LastTurn?.InvokeResponse?.Body;
        Assert.Equal((400, code), ((int)body!["statusCode"]!, (string)body["value"]!["code"]!));
    }

    [Fact]
    public async Task Feedback_is_answered_with_an_empty_object()
    {
        await Invoke(new Greeter(), "message/submitAction", """{"actionName":"feedback","actionValue":{"reaction":"like"}}""");
        Assert.Equal((200, "{}"), (_adapter.LastTurn?.InvokeResponse?.Status, _adapter.LastTurn?.InvokeResponse?.Body?.ToJsonString()));
    }

    private Task Invoke(IBot bot, string? name, string value) =>
        _adapter.ProcessActivityAsync(new Activity(ActivityTypes.Invoke) { Name = name, Value = JsonNode.Parse(value) }, bot.OnTurnAsync, Cancel);

    private sealed class Greeter : ActivityHandler
    {
        private int _heard;

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            turnContext.SendActivityAsync(
                $"You said {turnContext.Activity.Text}, {(_heard++ == 0 ? "the first time" : "again")}", cancellationToken: cancellationToken);

        protected override Task OnMembersAddedAsync(
            IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            turnContext.SendActivityAsync($"Welcome {string.Join(", ", membersAdded.Select(member => member.Id))}", cancellationToken: cancellationToken);

        protected override Task OnInstallationUpdateAddAsync(
            ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            turnContext.SendActivityAsync("Installed", cancellationToken: cancellationToken);

        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
            ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
            Task.FromResult(AdaptiveCardInvokeResponse.WithMessage($"{invokeValue.Action?.Verb} {invokeValue.Action?.Data?["n"]}"));

        protected override Task OnMessageSubmitActionAsync(
            ITurnContext<IInvokeActivity> turnContext, JsonObject action, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

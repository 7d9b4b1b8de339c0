using System.Text.Json.Nodes;
using ChannelBot.Core.Conversations;
using ChannelBot.Host.Tests.Messages;
using ChannelBot.Models.Tests.Server;

namespace ChannelBot.Models.Tests.Streaming;

/// <summary>What a user of Teams sees while a model works on an answer, whatever Teams makes of streams.</summary>
public sealed class TeamsStreamTests : IDisposable
{
    private const string Question = "What share of this year's arrivals came since the election?";
    private const string NotAllowed = "ContentStreamNotAllowed";

    private static readonly ConversationKey Talk = new("msteams", "talk");
    private static readonly Calls LooksUp = new([new ScriptedCall("figures_find", """{"words": "arrivals this year since the election"}""")]);
    private static readonly Calls Shares = new([new ScriptedCall("calculator_share", """{"part": "figure:f:arrivals-since-election", "whole": "figure:f:arrivals-this-year"}""")]);
    private static readonly Says Answers = new("""{"outcome": "computed", "text": "{working:1} of the arrivals of this year came since the election.", "missing": null}""");
    private static readonly Says Ready = new("ready");

    private readonly StorePath _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_personal_chat_is_told_what_is_being_done_and_then_gets_the_answer_in_its_place()
    {
        await using var teams = await TeamsChannel.StartAsync();
        await using var model = await ScriptedModelServer.StartAsync(Ready, LooksUp, new Waits(teams.UpdatedAsync(1), Shares), new Waits(teams.UpdatedAsync(2), Answers));
        await using var host = await HostAsync(model);
        Assert.Equal(202, (await host.PostAsync(teams.Says("m1", Question))).Status);
        var answer = await teams.MessageAsync();
        Assert.Equal(["Looking up the numbers…", "Working out the share…"], teams.Shown);
        Assert.Contains("About 57%", (string?)answer["text"], StringComparison.Ordinal);
        Assert.Equal("AIGeneratedContent", (string?)answer["entities"]![0]!["additionalType"]![0]);
        Assert.Equal("final", (string?)answer["entities"]![1]!["streamType"]);
        Assert.Equal((TeamsChannel.StreamId, "final"), ((string?)answer["channelData"]!["streamId"], (string?)answer["channelData"]!["streamType"]));
        Assert.Equal(0, teams.Typing);
        Assert.Empty(teams.Complaints);
        Assert.Single((await host.Store.LoadAsync(Talk)).State.Turns);
    }

    [Theory]
    [InlineData(403, NotAllowed, "Content stream is not allowed")]
    [InlineData(400, "BadArgument", "Streaming api is not enabled")]
    [InlineData(405, "MethodNotAllowed", "")]
    public async Task Where_Teams_refuses_the_stream_the_answer_is_a_message_like_any_other(int status, string code, string message)
    {
        await using var teams = await TeamsChannel.StartAsync(activity => IsUpdate(activity) ? new Refusal(status, code, message) : null);
        await using var model = await ScriptedModelServer.StartAsync(Ready, LooksUp, Shares, new Waits(teams.UpdatedAsync(1), Answers));
        await using var host = await HostAsync(model);
        await host.PostAsync(teams.Says("m1", Question));
        AssertPlain(await teams.MessageAsync());
        Assert.Empty(teams.Shown);
        Assert.Empty(teams.Complaints);
    }

    [Theory]
    [InlineData(403, NotAllowed, "Content stream finished due to exceeded streaming time.")]
    [InlineData(403, NotAllowed, "Content stream is not allowed")]
    [InlineData(400, "BadRequest", "Start streaming activities should include text")]
    public async Task Where_Teams_refuses_the_end_of_the_stream_the_answer_is_a_message_like_any_other(int status, string code, string message)
    {
        await using var teams = await TeamsChannel.StartAsync(activity => IsEnd(activity) ? new Refusal(status, code, message) : null);
        await using var model = await ScriptedModelServer.StartAsync(Ready, LooksUp, Shares, new Waits(teams.UpdatedAsync(1), Answers));
        await using var host = await HostAsync(model);
        await host.PostAsync(teams.Says("m1", Question));
        AssertPlain(await teams.MessageAsync());
        Assert.Equal(["Working out the share…"], teams.Shown.TakeLast(1));
    }

    [Fact]
    public async Task An_end_that_had_arrived_is_not_sent_again()
    {
        await using var teams = await TeamsChannel.StartAsync(activity =>
            IsEnd(activity) ? new Refusal(403, NotAllowed, "Content stream is not allowed on an already completed streamed message") : null);
        await using var model = await ScriptedModelServer.StartAsync(Ready, LooksUp, Shares, new Waits(teams.UpdatedAsync(1), Answers), LooksUp, Shares, Answers);
        await using var host = await HostAsync(model);
        await host.PostAsync(teams.Says("m1", Question));
        await host.PostAsync(teams.Says("m2", "Hello", type: "groupChat"));
        Assert.Equal("m2", (string?)(await teams.MessageAsync())["replyToId"]);
        Assert.False(teams.HasMore);
    }

    [Fact]
    public async Task Who_presses_stop_ends_the_call_of_the_model_and_the_chat_goes_on()
    {
        await using var teams = await TeamsChannel.StartAsync(activity =>
            IsUpdate(activity) && (int?)StreamInfo(activity)!["streamSequence"] is 2 ? new Refusal(403, NotAllowed, "Content stream was canceled by user.") : null);
        await using var model = await ScriptedModelServer.StartAsync(Ready, LooksUp, new Waits(teams.UpdatedAsync(1), Shares), new Stalls("{\"outcome\""), LooksUp, Shares, Answers);
        await using var host = await HostAsync(model);
        await host.PostAsync(teams.Says("m1", Question));
        await model.Stalled;
        await model.Abandoned;
        await host.PostAsync(teams.Says("m2", Question, type: "groupChat"));
        var answer = await teams.MessageAsync();
        Assert.Equal("m2", (string?)answer["replyToId"]);
        Assert.False(teams.HasMore);
        Assert.Single((await host.Store.LoadAsync(Talk)).State.Turns);
        Assert.Empty(await host.Store.ListAcceptedAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task A_chat_of_many_sees_typing_and_then_one_message(string type)
    {
        await using var teams = await TeamsChannel.StartAsync();
        await using var model = await ScriptedModelServer.StartAsync(Ready, LooksUp, Shares, new Waits(TypedAsync(teams), Answers));
        await using var host = await HostAsync(model);
        await host.PostAsync(teams.Says("m1", Question, type));
        AssertPlain(await teams.MessageAsync());
        Assert.Empty(teams.Shown);
        Assert.True(teams.Typing > 0);
    }

    [Fact]
    public async Task The_embedded_planner_answers_at_once_and_streams_nothing()
    {
        await using var teams = await TeamsChannel.StartAsync();
        await using var host = new RunningHost(_store.Path);
        await host.PostAsync(teams.Says("m1", Question));
        AssertPlain(await teams.MessageAsync());
        Assert.Empty(teams.Shown);
    }

    [Fact]
    public async Task A_caller_that_wants_a_stream_gets_updates_and_the_answer_as_events()
    {
        await using var teams = await TeamsChannel.StartAsync();
        var seen = new TaskCompletionSource();
        await using var model = await ScriptedModelServer.StartAsync(Ready, LooksUp, Shares, new Waits(seen.Task, Answers));
        await using var host = await HostAsync(model);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/messages", UriKind.Relative))
        {
            Content = new StringContent(teams.Says("m1", Question, deliveryMode: "stream"), null, "application/json"),
        };
        using var response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());
        var update = await NextAsync(events);
        Assert.Equal(("typing", "Working out the share…"), ((string?)update["type"], (string?)update["text"]));
        Assert.Equal((string?)update["id"], (string?)update["channelData"]!["streamId"]);
        seen.SetResult();
        JsonNode next;
        do
        {
            next = await NextAsync(events);
        }
        while ((string?)next["type"] is "typing");
        Assert.Contains("About 57%", (string?)next["text"], StringComparison.Ordinal);
        Assert.Equal(("final", (string?)update["id"]), ((string?)next["channelData"]!["streamType"], (string?)next["channelData"]!["streamId"]));
        Assert.Null(await events.ReadLineAsync());
        Assert.False(teams.HasMore);
    }

    private static async Task<JsonNode> NextAsync(StreamReader events)
    {
        Assert.Equal("event: activity", await events.ReadLineAsync());
        var data = await events.ReadLineAsync();
        Assert.Equal("", await events.ReadLineAsync());
        return JsonNode.Parse(data!["data: ".Length..])!;
    }

    private static bool IsUpdate(JsonNode activity) => (string?)StreamInfo(activity)?["streamType"] is "informative";

    private static bool IsEnd(JsonNode activity) => (string?)StreamInfo(activity)?["streamType"] is "final";

    private static JsonNode? StreamInfo(JsonNode activity) => activity["entities"]?.AsArray().FirstOrDefault(entity => (string?)entity!["type"] is "streaminfo");

    private static void AssertPlain(JsonNode answer)
    {
        Assert.Contains("57%", (string?)answer["text"], StringComparison.Ordinal);
        Assert.Null(StreamInfo(answer));
        Assert.Null(answer["channelData"]?["streamId"]);
    }

    private static async Task TypedAsync(TeamsChannel teams)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (teams.Typing is 0)
        {
            await looks.WaitForNextTickAsync();
        }
    }

    /// <summary>A host whose model has answered its call at the start.</summary>
    private async Task<RunningHost> HostAsync(ScriptedModelServer model)
    {
        var host = new RunningHost(
            _store.Path,
            ("Planner:Model", "scripted"),
            ("Planner:Provider", "openai"),
            ("Planner:Endpoint", new Uri(model.Address, "v1").AbsoluteUri),
            ("Planner:ApiKey", ScriptedModelServer.Key));
        await model.RequestedAsync(1);
        return host;
    }
}

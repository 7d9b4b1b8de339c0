using System.Threading.Channels;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Streaming;

namespace ChannelBot.BotFramework.Tests.Streaming;

public sealed class StreamingResponseTests
{
    private readonly WatchedClock _clock = new();
    private readonly Channel<Activity> _sent = Channel.CreateUnbounded<Activity>();
    private readonly Queue<StreamReceipt> _receipts = new();
    private readonly StreamingResponse _stream;

    public StreamingResponseTests() => _stream = new StreamingResponse(Message(), (activity, _) => Task.FromResult(Take(activity)), _clock);

    [Fact]
    public async Task An_answer_that_is_there_at_once_begins_no_stream()
    {
        Assert.Null(await _stream.EndAsync());
        _stream.QueueInformativeUpdate("Too late…");
        Assert.False(_stream.IsShown);

        var quick = new StreamingResponse(Message(), (activity, _) => Task.FromResult(Take(activity)), _clock);
        quick.QueueInformativeUpdate("Reading…");
        await _clock.SomebodyWaitsAsync();
        Assert.Null(await quick.EndAsync());
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(_sent.Reader.TryPeek(out _));
    }

    [Fact]
    public async Task Updates_are_sent_a_second_apart_the_latest_of_those_that_came_meanwhile()
    {
        _stream.QueueInformativeUpdate("One…");
        Assert.True(_stream.IsShown);
        Assert.Equal(StreamingResponse.After, await _clock.PassAsync());
        var first = await NextAsync();
        Assert.Equal(("typing", "One…", null, "talk"), (first.Type, first.Text, first.ReplyToId, first.Conversation!.Id));
        Assert.Equal("""{"streamType":"informative","streamSequence":1}""", first.Entities![0].Properties.ToJsonString());
        Assert.Equal("streaminfo", first.Entities[0].Type);
        Assert.Equal("""{"streamType":"informative","streamSequence":1}""", first.ChannelData!.ToJsonString());

        _stream.QueueInformativeUpdate("Two…");
        _stream.QueueInformativeUpdate("Three…");
        Assert.Equal(StreamingResponse.Pause, await _clock.PassAsync());
        var second = await NextAsync();
        Assert.Equal("Three…", second.Text);
        Assert.Equal("""{"streamType":"informative","streamSequence":2,"streamId":"s1"}""", second.Entities![0].Properties.ToJsonString());

        // Nothing new, so nothing is sent.
        Assert.Equal(StreamingResponse.Pause, await _clock.PassAsync());
        await _clock.SomebodyWaitsAsync();
        Assert.Equal("s1", await _stream.EndAsync());
        Assert.Equal("s1", await _stream.EndAsync());
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(_sent.Reader.TryPeek(out _));
    }

    [Fact]
    public async Task The_answer_waits_for_an_update_that_is_on_its_way_and_not_for_ever()
    {
        var (arrives, sending) = (new TaskCompletionSource<StreamReceipt>(), new TaskCompletionSource());
        var slow = new StreamingResponse(Message(), (_, cancel) => Sent(cancel), _clock);
        slow.QueueInformativeUpdate("Reading…");
        await _clock.PassAsync();
        await sending.Task;
        var end = slow.EndAsync();
        Assert.False(end.IsCompleted);
        arrives.SetResult(new StreamReceipt(StreamStep.Sent, "s1"));
        Assert.Equal("s1", await end);

        (arrives, sending) = (new TaskCompletionSource<StreamReceipt>(), new TaskCompletionSource());
        var lost = new StreamingResponse(Message(), (_, cancel) => Sent(cancel), _clock);
        lost.QueueInformativeUpdate("Reading…");
        await _clock.PassAsync();
        await sending.Task;
        end = lost.EndAsync();
        while (!end.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        Assert.Null(await end);

        Task<StreamReceipt> Sent(CancellationToken cancel)
        {
            sending.SetResult();
            return arrives.Task.WaitAsync(cancel);
        }
    }

    [Theory]
    [InlineData(StreamStep.Refused)]
    [InlineData(StreamStep.Lost)]
    public async Task A_stream_that_cannot_begin_is_none(StreamStep step)
    {
        _receipts.Enqueue(new StreamReceipt(step));
        _stream.QueueInformativeUpdate("Reading…");
        await _clock.PassAsync();
        await NextAsync();
        Assert.Null(await _stream.EndAsync());
        Assert.False(_stream.IsShown);
        Assert.False(_stream.Stopped.IsCancellationRequested);
    }

    [Fact]
    public async Task An_update_that_is_lost_does_not_end_the_stream()
    {
        _receipts.Enqueue(new StreamReceipt(StreamStep.Sent, "s1"));
        _receipts.Enqueue(new StreamReceipt(StreamStep.Lost));
        foreach (var (text, sequence) in new[] { ("One…", 1), ("Two…", 2), ("Three…", 3) })
        {
            _stream.QueueInformativeUpdate(text);
            await _clock.PassAsync();
            var update = await NextAsync();
            Assert.Equal((text, sequence), (update.Text, (int)update.Entities![0].Properties["streamSequence"]!));
        }

        Assert.Equal("s1", await _stream.EndAsync());
    }

    [Fact]
    public async Task Who_presses_stop_is_heard()
    {
        var stopped = new TaskCompletionSource();
        await using var _ = _stream.Stopped.Register(stopped.SetResult);
        _receipts.Enqueue(new StreamReceipt(StreamStep.Sent, "s1"));
        _receipts.Enqueue(new StreamReceipt(StreamStep.Stopped));
        _stream.QueueInformativeUpdate("One…");
        await _clock.PassAsync();
        await NextAsync();
        _stream.QueueInformativeUpdate("Two…");
        await _clock.PassAsync();
        await stopped.Task;
        Assert.Null(await _stream.EndAsync());
    }

    [Fact]
    public async Task A_stream_that_has_lasted_too_long_is_not_gone_on_with()
    {
        _stream.QueueInformativeUpdate("One…");
        await _clock.PassAsync();
        await NextAsync();
        _stream.QueueInformativeUpdate("Two…");
        await _clock.SomebodyWaitsAsync();
        _clock.Advance(StreamingResponse.Longest);
        Assert.Null(await _stream.EndAsync());
        Assert.False(_sent.Reader.TryPeek(out _));
    }

    [Fact]
    public void A_message_that_was_to_end_a_stream_can_be_made_plain_again()
    {
        var message = Message();
        message.ChannelData = new System.Text.Json.Nodes.JsonObject { ["feedbackLoop"] = "default" };
        message.Entities = [new Entity("https://schema.org/Message")];
        StreamInfo.End(message, "s1");
        Assert.Equal("s1", StreamInfo.EndedBy(message));
        Assert.Equal("""{"streamType":"final","streamId":"s1"}""", message.Entities[1].Properties.ToJsonString());
        StreamInfo.MakePlain(message);
        Assert.Null(StreamInfo.EndedBy(message));
        Assert.Equal("https://schema.org/Message", Assert.Single(message.Entities).Type);
        Assert.Equal("""{"feedbackLoop":"default"}""", message.ChannelData!.ToJsonString());
    }

    private static Activity Message() => new(ActivityTypes.Message)
    {
        Id = "m1",
        ChannelId = Channels.Msteams,
        From = new ChannelAccount("user"),
        Recipient = new ChannelAccount("bot"),
        Conversation = new ConversationAccount("talk"),
    };

    private StreamReceipt Take(Activity activity)
    {
        _sent.Writer.TryWrite(activity);
        return _receipts.TryDequeue(out var receipt) ? receipt : new StreamReceipt(StreamStep.Sent, "s1");
    }

    private async Task<Activity> NextAsync() => await _sent.Reader.ReadAsync(TestContext.Current.CancellationToken);
}

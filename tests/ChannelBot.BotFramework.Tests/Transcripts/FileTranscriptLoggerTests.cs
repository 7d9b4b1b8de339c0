using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Testing;
using ChannelBot.BotFramework.Transcripts;
using ChannelBot.BotFramework.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChannelBot.BotFramework.Tests.Transcripts;

public sealed class FileTranscriptLoggerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("channelbot-transcripts-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_conversation_is_one_file_that_is_whole_after_every_turn()
    {
        using var logger = Logger();
        var channel = Channel(logger);

        foreach (var words in new[] { "one", "two", "three" })
        {
            await channel.SendTextToBotAsync(words, Echo, Cancel);
            Assert.Equal($"{words}, {words}!", string.Join(", ", (await ReadAsync(logger)).TakeLast(2).Select(activity => activity.Text)));
        }

        var said = await ReadAsync(logger);
        Assert.Equal(["one", "one!", "two", "two!", "three", "three!"], said.Select(activity => activity.Text));
        Assert.All(said, activity => Assert.NotNull(activity.Timestamp));
    }

    [Fact]
    public async Task A_changed_message_is_changed_where_it_stands_and_one_taken_back_is_gone()
    {
        using var logger = Logger();
        var channel = Channel(logger);

        await channel.SendTextToBotAsync("change", async (turn, cancel) =>
        {
            await turn.SendActivityAsync(new Activity(ActivityTypes.Message) { Id = "a", Text = "first" }, cancel);
            await turn.SendActivityAsync(new Activity(ActivityTypes.Message) { Id = "b", Text = "mistake" }, cancel);
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = "a", Text = "better" }, cancel);
            await turn.DeleteActivityAsync("b", cancel);
        }, Cancel);

        Assert.Equal(["change", "better"], (await ReadAsync(logger)).Select(activity => activity.Text));
        Assert.Contains(channel.ActiveQueue, reply => reply.IsType(ActivityTypes.MessageUpdate));
    }

    [Fact]
    public async Task A_file_that_a_crash_cut_off_is_put_aside_and_nothing_of_it_lost()
    {
        using var logger = Logger();
        var channel = Channel(logger);
        await channel.SendTextToBotAsync("before", Echo, Cancel);
        await File.WriteAllTextAsync(PathOf(logger), "[\n{\"type\":\"mess", Cancel);

        await channel.SendTextToBotAsync("after", Echo, Cancel);

        Assert.Equal(["after", "after!"], (await ReadAsync(logger)).Select(activity => activity.Text));
        Assert.Equal("[\n{\"type\":\"mess", await File.ReadAllTextAsync(PathOf(logger) + ".broken", Cancel));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_costs_no_answer()
    {
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "", Cancel);
        using var logger = new FileTranscriptLogger(file, anonymise: false, NullLogger<FileTranscriptLogger>.Instance);
        var channel = Channel(logger);

        await channel.SendTextToBotAsync("hello", Echo, Cancel);

        Assert.Equal("hello!", channel.GetNextReply()?.Text);
    }

    [Fact]
    public async Task Who_is_forgotten_is_in_no_file_any_more()
    {
        using var logger = Logger();
        await Channel(logger).SendTextToBotAsync("my secret", Echo, Cancel);
        await Channel(logger, conversation: "group", user: "other").SendTextToBotAsync("theirs", Echo, Cancel);
        await Channel(logger, conversation: "group").SendTextToBotAsync("mine", Echo, Cancel);

        await logger.ForgetUserAsync(Channels.Test, "user1", Cancel);

        Assert.False(File.Exists(PathOf(logger)));
        Assert.Equal(["theirs", "theirs!"], (await ReadAsync(logger, "group")).Select(activity => activity.Text));
    }

    [Theory]
    [InlineData("../../etc")]
    [InlineData("19:abc@thread.v2;messageid=1")]
    [InlineData("")]
    [InlineData("..")]
    public void No_conversation_is_written_outside_the_folder(string conversation)
    {
        using var logger = Logger();

        Assert.Equal(Path.Combine(_folder.FullName, "test"), Path.GetDirectoryName(logger.PathOf("test", conversation)));
        Assert.NotEqual(logger.PathOf("test", conversation), logger.PathOf("test", conversation + "x"));
    }

    [Fact]
    public async Task An_anonymous_file_names_neither_people_nor_conversations()
    {
        using var logger = Logger(anonymise: true);
        var channel = Channel(logger, "19:meeting_abc", "29:ann-secret");
        channel.Conversation.User!.Name = "Ann Smith";
        channel.Conversation.User.AadObjectId = "0a-1b";
        channel.Conversation.Conversation!.TenantId = "tenant-9";

        await channel.SendTextToBotAsync("Ann Smith asks", Echo, Cancel);

        var text = await File.ReadAllTextAsync(logger.PathOf(Channels.Test, "19:meeting_abc"), Cancel);
        Assert.All(["Ann", "29:ann", "0a-1b", "tenant-9", "meeting"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
        Assert.DoesNotContain("meeting", logger.PathOf(Channels.Test, "19:meeting_abc"), StringComparison.Ordinal);
        Assert.Equal(["User 1 asks", "User 1 asks!"], (await ReadAsync(logger, "19:meeting_abc")).Select(activity => activity.Text));
    }

    private static Task Echo(ITurnContext turn, CancellationToken cancellationToken) =>
        turn.SendActivityAsync($"{turn.Activity.Text}!", cancellationToken: cancellationToken);

    private FileTranscriptLogger Logger(bool anonymise = false) => new(_folder.FullName, anonymise, NullLogger<FileTranscriptLogger>.Instance);

    private static TestAdapter Channel(FileTranscriptLogger logger, string conversation = "convo1", string user = "user1")
    {
        var channel = new TestAdapter();
        channel.Use(new TranscriptLoggerMiddleware(logger, TimeProvider.System));
        channel.Conversation.Conversation!.Id = conversation;
        channel.Conversation.User!.Id = user;
        return channel;
    }

    private static string PathOf(FileTranscriptLogger logger) => logger.PathOf(Channels.Test, "convo1");

    private static Task<IReadOnlyList<Activity>> ReadAsync(FileTranscriptLogger logger, string conversation = "convo1") =>
        TranscriptFile.ReadAsync(logger.PathOf(Channels.Test, conversation), Cancel);
}

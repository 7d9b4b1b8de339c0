using System.Reflection;
using ChannelBot.Testing.Drivers;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Scripts;
using ChannelBot.Testing.Xunit;
using Xunit.Sdk;

namespace ChannelBot.Testing.Tests.Theories;

/// <summary>Scripts as the rows of a theory.</summary>
public sealed class TranscriptAttributeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("channelbot-theory-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [Transcript("tests/ChannelBot.Testing.Tests/Theories/echo.chat")]
    public async Task A_conversation_is_held_for_each_script_and_paraphrase(TranscriptCase conversation)
    {
        await conversation.ShouldHoldAsync(new SpokenBot(said => [$"You said {said}."]), TestContext.Current.CancellationToken);

        Assert.Contains(conversation.Name, (string[])["echo", "echo, asked as “Hello there”"]);
    }

    [Fact]
    public async Task A_script_that_does_not_hold_fails_its_test_and_one_with_a_mistake_fails_alone()
    {
        Write("good.chat", "user: hi\nbot: yes\n");
        Write("below/wrong.chat", "user: hi\nbot: no\n");
        Write("bad.chat", "user: hi\n> expect riddle\n");

        var cases = await CasesAsync("**/*.chat");

        Assert.Equal(["bad.chat", "wrong", "good"], cases.Select(one => one.Name));
        var bot = new SpokenBot(_ => ["yes"]);
        await cases[2].ShouldHoldAsync(bot, TestContext.Current.CancellationToken);
        var failed = await Assert.ThrowsAsync<ScriptFailedException>(() => cases[1].ShouldHoldAsync(bot, TestContext.Current.CancellationToken));
        Assert.Contains("[-no-]{+yes+}", failed.Message, StringComparison.Ordinal);
        var mistake = await Assert.ThrowsAsync<ScriptFormatException>(() => cases[0].ShouldHoldAsync(bot, TestContext.Current.CancellationToken));
        Assert.Contains("bad.chat:2:", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_for_a_channel_that_the_driver_cannot_be_is_skipped()
    {
        Write("teams.chat", "channelId=msteams\n\nuser: hi\n");
        await using var directLine = new DirectLineDriver(new Uri("http://127.0.0.1:9"), secret: null);

        var conversation = Assert.Single(await CasesAsync("*.chat"));

        // xunit's own assertions let such an exception through, so that it would skip this very test.
        var message = "";
        try
        {
            await conversation.ShouldHoldAsync(directLine, cancellationToken: TestContext.Current.CancellationToken);
        }
        catch (ScriptSkippedException skipped)
        {
            message = skipped.Message;
        }

        Assert.StartsWith("$XunitDynamicSkip$for the channel 'msteams', and a Direct Line service is 'directline'", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pattern_without_files_is_no_theory_that_holds() =>
        Assert.Contains("finds no file", (await Assert.ThrowsAsync<FileNotFoundException>(() => CasesAsync("*.chat"))).Message, StringComparison.Ordinal);

    private async Task<IReadOnlyList<TranscriptCase>> CasesAsync(string pattern)
    {
        await using var tracker = new DisposalTracker();
        var rows = await new TranscriptAttribute($"{_folder.FullName}/{pattern}").GetData((MethodInfo)MethodBase.GetCurrentMethod()!, tracker);
        return [.. rows.Select(row => (TranscriptCase)row.GetData()[0]!)];
    }

    private void Write(string name, string script)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, script);
    }
}

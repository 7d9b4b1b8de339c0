using System.Text;
using ChannelBot.Testing.Updating;

namespace ChannelBot.Testing.Tests.Updating;

/// <summary>New words for literal lines; every other byte of the script stays.</summary>
public sealed class ScriptUpdateTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("channelbot-update-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("user: hi\nbot: old\n", "user: hi\nbot: new\n")]
    [InlineData("user: hi\r\nbot: old\r\n> a note\r\n\r\nuser: hi\r\nbot: new", "user: hi\r\nbot: new\r\n> a note\r\n\r\nuser: hi\r\nbot: new")]
    [InlineData("user: hi\nbot: old", "user: hi\nbot: new")]
    [InlineData("\ufeffbot=Ann\nuser: hi\n\n  \nAnn:   old\n> expect says \"new\"\n> or ask \"hello\"\n", "\ufeffbot=Ann\nuser: hi\n\n  \nAnn:   new\n> expect says \"new\"\n> or ask \"hello\"\n")]
    [InlineData("user: hi\nbot: old\n> between\nlines\nuser: hi\nbot: new\n", "user: hi\nbot: new\n> between\nuser: hi\nbot: new\n")]
    [InlineData("user: hi\nbot:\nold\n", "user: hi\nbot:\nnew\n")]
    public async Task The_words_change_and_nothing_else(string script, string updated) => Assert.Equal(updated, await UpdatedAsync(script, _ => ["new"]));

    [Fact]
    public async Task A_message_of_several_lines_takes_the_place_of_one_and_the_reverse()
    {
        Assert.Equal("user: hi\r\nbot: one\r\ntwo\r\n\r\n", await UpdatedAsync("user: hi\r\nbot: old\r\n\r\n", _ => ["one\ntwo"]));
        Assert.Equal("user: hi\nbot: one\n\nuser: hi\nbot: one\n", await UpdatedAsync("user: hi\nbot: old\nand old\n\nuser: hi\nbot: one\n", _ => ["one"]));
    }

    [Fact]
    public async Task A_message_more_gets_a_line_and_a_message_less_loses_it()
    {
        Assert.Equal("user: hi\nbot: one\nbot: two\nbot: three\n> expect count messages 3\n", await UpdatedAsync("user: hi\nbot: one\n> expect count messages 3\n", _ => ["one", "two", "three"]));
        Assert.Equal("user: hi\nbot: one\n> a note\n", await UpdatedAsync("user: hi\nbot: one\nbot: two\n> a note\n", _ => ["one"]));
    }

    [Theory]
    [InlineData("bot: old\n", "a list:\nuser: not a user")]
    [InlineData("bot: old\n", "[Typing] is a sign")]
    [InlineData("bot: old [Attachment=dot.png]\n", "new")]
    [InlineData("bot: old\n> with {\"text\":\"old indeed\"}\n", "new")]
    public async Task Words_that_a_file_cannot_hold_as_they_are_are_left_to_a_person(string line, string said)
    {
        var script = Write($"user: hi\n{line}");
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, "dot.png"), [1], TestContext.Current.CancellationToken);

        var update = Assert.Single(ScriptUpdate.Of(await SpokenBot.HoldAsync(script, _ => [said])));

        Assert.Empty(update.Proposals);
        Assert.NotEmpty(update.ByHand);
        Assert.All(update.ByHand, sentence => Assert.StartsWith($"{script}:2:", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_what_is_accepted_is_taken_in_and_expectations_are_no_lines()
    {
        var script = Write("user: a\nbot: one\n> expect says \"never\"\nuser: b\nbot: two\n");

        var update = Assert.Single(ScriptUpdate.Of(await SpokenBot.HoldAsync(script, said => [$"{said} said"])));

        Assert.Equal(["one", "two"], update.Proposals.Select(proposal => proposal.Old));
        Assert.Equal("user: a\nbot: one\n> expect says \"never\"\nuser: b\nbot: b said\n", update.With([update.Proposals[1]]));
    }

    private async Task<string> UpdatedAsync(string script, Func<string, IEnumerable<string>> answer)
    {
        var path = Write(script);
        var update = Assert.Single(ScriptUpdate.Of(await SpokenBot.HoldAsync(path, answer)));
        Assert.Empty(update.ByHand);
        return update.With(update.Proposals);
    }

    private string Write(string script)
    {
        var path = Path.Combine(_folder.FullName, "a.chat");
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(script));
        return path;
    }
}

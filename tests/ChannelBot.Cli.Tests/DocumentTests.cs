using System.Text.RegularExpressions;

namespace ChannelBot.Cli.Tests;

/// <summary>The documents point at what exists. Their commands are run by tests/run.</summary>
public sealed partial class DocumentTests
{
    public static TheoryData<string> Documents => [.. Directory.GetFiles(Repository.At("docs"), "*.md")
        .Prepend(Repository.At("README.md"))
        .Select(path => Path.GetRelativePath(Repository.Root, path))];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_link_leads_to_a_file(string document)
    {
        var path = Repository.At(document);
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

        Assert.All(Link().Matches(text).Select(match => match.Groups[1].Value), link =>
            Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(path)!, link)), link));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_option_that_is_named_is_in_the_help(string document)
    {
        var help = "";
        foreach (var command in new[] { "", "ask", "chat", "build", "knowledge show", "eval", "test", "record", "transcript convert", "transcript import", "plan diff", "plan replay", "teams-package", "doctor", "backup", "completions" })
        {
            help += (await ProgramRun.OfAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"])).Out;
        }

        var text = await File.ReadAllTextAsync(Repository.At(document), TestContext.Current.CancellationToken);

        Assert.All(Call().Matches(text).SelectMany(call => Option().Matches(call.Value)), option =>
            Assert.Contains(option.Value, help, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\]\(([^)#:]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("channelbot (ask|chat|build|knowledge|eval|test|record|transcript|plan|teams-package|doctor|backup)[^\n`|]*")]
    private static partial Regex Call();

    [GeneratedRegex(@"(?<=\s)--[a-z-]+")]
    private static partial Regex Option();
}

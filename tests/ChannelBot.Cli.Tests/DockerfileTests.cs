using System.Text.RegularExpressions;

namespace ChannelBot.Cli.Tests;

/// <summary>The Dockerfile against the repository. No image is built here, so this is what can be known without: that it copies, publishes
/// and starts what is there.</summary>
public sealed partial class DockerfileTests
{
    private static readonly string s_dockerfile = File.ReadAllText(Repository.At("Dockerfile"));

    [Fact]
    public void What_it_copies_from_the_repository_is_there() => Assert.All(
        Copies().Matches(s_dockerfile).Where(copy => !copy.Value.Contains("--from", StringComparison.Ordinal)).Select(copy => copy.Groups["source"].Value),
        source => Assert.True(Path.Exists(Repository.At(source)), source));

    [Fact]
    public void What_it_copies_from_the_build_was_made_there()
    {
        var made = Made().Matches(s_dockerfile).Select(match => match.Groups["folder"].Value).ToArray();

        Assert.Equal(["/data", "/host"], Copies().Matches(s_dockerfile)
            .Where(copy => copy.Value.Contains("--from", StringComparison.Ordinal))
            .Select(copy => copy.Groups["source"].Value)
            .Order(StringComparer.Ordinal)
            .Where(made.Contains));
    }

    [Fact]
    public void It_publishes_the_host_and_starts_what_that_gives()
    {
        var project = Publish().Match(s_dockerfile).Groups["project"].Value;

        Assert.True(File.Exists(Repository.At(project, $"{Path.GetFileName(project)}.csproj")), project);
        Assert.Contains($"ENTRYPOINT [\"./{Path.GetFileName(project)}\"]", s_dockerfile, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_images_are_of_the_version_that_the_programs_are_built_for()
    {
        var version = Framework().Match(File.ReadAllText(Repository.At("Directory.Build.props"))).Groups["version"].Value;

        Assert.Equal(["sdk", "runtime-deps"], Images().Matches(s_dockerfile).Where(image => image.Groups["version"].Value == version).Select(image => image.Groups["image"].Value));
    }

    [GeneratedRegex(@"^COPY (--\S+ )*(?<source>\S+) \S+$", RegexOptions.Multiline)]
    private static partial Regex Copies();

    [GeneratedRegex(@"(-o|mkdir) (?<folder>/\w+)")]
    private static partial Regex Made();

    [GeneratedRegex(@"dotnet publish (?<project>\S+)")]
    private static partial Regex Publish();

    [GeneratedRegex(@"<TargetFramework>net(?<version>[\d.]+)<")]
    private static partial Regex Framework();

    [GeneratedRegex(@"^FROM mcr\.microsoft\.com/dotnet/(?<image>[\w-]+):(?<version>[\d.]+)", RegexOptions.Multiline)]
    private static partial Regex Images();
}

using ChannelBot.Host.Answering;
using ChannelBot.Planner.Providers;
using ChannelBot.Teaching.Sessions;
using Microsoft.Extensions.Configuration;

namespace ChannelBot.Host.Tests.Answering;

/// <summary>A key belongs in the environment or the user secrets, and not in appsettings.json.</summary>
public sealed class SecretPlacesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("channelbot-secrets-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("appsettings.json", true)]
    [InlineData("appsettings.Production.json", true)]
    [InlineData("secrets.json", false)]
    public void A_key_in_a_file_is_refused_where_such_files_are_passed_on(string file, bool isRefused)
    {
        var path = Path.Combine(_folder.FullName, file);
        File.WriteAllText(path, """{"Planner": {"ApiKey": "secret"}}""");
        var result = new SecretPlaces(new ConfigurationBuilder().AddJsonFile(path).Build()).Validate(null, new PlannerOptions());
        Assert.Equal(isRefused, result.Failed);
        Assert.DoesNotContain("\"secret\"", result.FailureMessage ?? "", StringComparison.Ordinal);
        Assert.Equal(isRefused, result.FailureMessage?.StartsWith($"Planner:ApiKey stands in {file}", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void So_is_the_educators_key()
    {
        var path = Path.Combine(_folder.FullName, "appsettings.json");
        File.WriteAllText(path, """{"Sessions": {"EducatorKey": "chalk-and-blackboard"}}""");
        var result = new SecretPlaces(new ConfigurationBuilder().AddJsonFile(path).Build()).Validate(null, new SessionsOptions());
        Assert.StartsWith("Sessions:EducatorKey stands in appsettings.json", result.FailureMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("chalk", result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_in_the_environment_is_taken()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Planner:ApiKey", "secret")]).Build();
        Assert.True(new SecretPlaces(settings).Validate(null, new PlannerOptions()).Succeeded);
    }
}

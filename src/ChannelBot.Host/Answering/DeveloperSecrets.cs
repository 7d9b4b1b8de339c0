using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace ChannelBot.Host.Answering;

/// <summary>Where a developer keeps the model's key: <c>dotnet user-secrets set Planner:ApiKey KEY --id channelbot</c>.</summary>
internal static class DeveloperSecrets
{
    private const string Id = "channelbot";

    /// <summary>Reads them in Development, below the environment.</summary>
    /// <remarks>The builder itself would also watch the file for changes, and where there is none yet, all of the home folder instead.</remarks>
    public static void AddDeveloperSecrets(this ConfigurationManager settings, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment())
        {
            return;
        }

        var sources = (IList<IConfigurationSource>)settings.Sources;
        var at = sources.IndexOf(sources.OfType<EnvironmentVariablesConfigurationSource>().Last());
        foreach (var secrets in new ConfigurationBuilder().AddUserSecrets(Id, reloadOnChange: false).Sources)
        {
            sources.Insert(at, secrets);
        }
    }
}

using ChannelBot.Planner.Providers;
using ChannelBot.Teaching.Sessions;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Answering;

/// <summary>Refuses a key that stands in appsettings.json: such files are copied, committed and sent about.</summary>
internal sealed class SecretPlaces(IConfiguration configuration) : IValidateOptions<PlannerOptions>, IValidateOptions<SessionsOptions>
{
    public ValidateOptionsResult Validate(string? name, PlannerOptions options) => Validate(PlannerOptions.Section, nameof(PlannerOptions.ApiKey));

    public ValidateOptionsResult Validate(string? name, SessionsOptions options) => Validate(SessionsOptions.Section, nameof(SessionsOptions.EducatorKey));

    private ValidateOptionsResult Validate(string section, string setting)
    {
        var files = (configuration as IConfigurationRoot)?.Providers.OfType<JsonConfigurationProvider>() ?? [];
        return files.FirstOrDefault(file => Path.GetFileName(file.Source.Path)?.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) is true
                && file.TryGet($"{section}:{setting}", out var secret) && !string.IsNullOrEmpty(secret)) is { } open
            ? ValidateOptionsResult.Fail($"{section}:{setting} stands in {open.Source.Path}, where a secret does not belong. Delete it there and set {section}__{setting} in the environment, or use 'dotnet user-secrets'.")
            : ValidateOptionsResult.Success;
    }
}

using ChannelBot.Planner.Providers;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Answering;

/// <summary>Refuses a model's key that stands in appsettings.json: such files are copied, committed and sent about.</summary>
internal sealed class SecretPlaces(IConfiguration configuration) : IValidateOptions<PlannerOptions>
{
    private const string Key = $"{PlannerOptions.Section}:{nameof(PlannerOptions.ApiKey)}";

    public ValidateOptionsResult Validate(string? name, PlannerOptions options)
    {
        var files = (configuration as IConfigurationRoot)?.Providers.OfType<JsonConfigurationProvider>() ?? [];
        return files.FirstOrDefault(file => Path.GetFileName(file.Source.Path)?.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) is true
                && file.TryGet(Key, out var secret) && !string.IsNullOrEmpty(secret)) is { } open
            ? ValidateOptionsResult.Fail($"{Key} stands in {open.Source.Path}, where a secret does not belong. Delete it there and set Planner__ApiKey in the environment, or use 'dotnet user-secrets'.")
            : ValidateOptionsResult.Success;
    }
}

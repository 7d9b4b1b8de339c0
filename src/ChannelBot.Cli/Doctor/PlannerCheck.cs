using System.Globalization;
using System.Runtime.CompilerServices;
using ChannelBot.Cli.Settings;
using ChannelBot.Models;
using ChannelBot.Planner.Providers;

namespace ChannelBot.Cli.Doctor;

/// <summary>Who plans and words the answers. Where that is a language model, it is called here, once.</summary>
/// <param name="calls">Whether the network may be used.</param>
internal sealed class PlannerCheck(ProgramSettings settings, bool calls, TimeProvider clock) : ICheck
{
    private const string Key = $"{PlannerOptions.Section}:{nameof(PlannerOptions.ApiKey)}";

    public string Name => "planner";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (settings.Problems(PlannerOptions.Section, typeof(PlannerOptions), out var options).Count > 0)
        {
            // SettingsCheck says why.
            yield break;
        }

        if (settings.FileWith(Key) is { } file)
        {
            yield return Finding.Problem(Name, $"{Key} stands in {file}, where a secret does not belong: the host does not start.", "Delete it there, and set Planner__ApiKey in the environment.");
        }

        var planner = (PlannerOptions)options!;
        if (planner.IsEmbedded)
        {
            yield return Finding.Ok(Name, "embedded: needs no model and no network.");
            yield break;
        }

        yield return calls ? await CallAsync(planner, cancellationToken) : Finding.Ok(Name, $"{planner.Provider}, model {planner.Model}; not called.");
    }

    private async Task<Finding> CallAsync(PlannerOptions planner, CancellationToken cancellationToken)
    {
        using var model = ModelProviders.Open(planner, clock);
        var started = clock.GetTimestamp();
        return await model.CheckAsync(cancellationToken) is { } problem
            ? Finding.Problem(Name, $"{planner.Provider}, model {planner.Model}: {problem.Detail}.", "Mend the setting; until then the embedded planner answers, and /readyz says degraded.")
            : Finding.Ok(Name, string.Create(CultureInfo.InvariantCulture, $"{planner.Provider}, model {planner.Model}: answered in {clock.GetElapsedTime(started).TotalMilliseconds:0} ms."));
    }
}

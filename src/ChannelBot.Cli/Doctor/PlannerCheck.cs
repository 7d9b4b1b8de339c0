using ChannelBot.Cli.Settings;
using ChannelBot.Planner.Providers;

namespace ChannelBot.Cli.Doctor;

/// <summary>Who plans and words the answers. Where that is a language model, it is called here, once.</summary>
internal sealed class PlannerCheck(ProgramSettings settings) : ICheck
{
    public string Name => "planner";

    public async IAsyncEnumerable<Finding> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (settings.Problems(PlannerOptions.Section, typeof(PlannerOptions), out var options).Count > 0)
        {
            // SettingsCheck says why.
            yield break;
        }

        var planner = (PlannerOptions)options!;
        yield return Finding.Ok(Name, planner.IsEmbedded ? "embedded: needs no model and no network." : $"{planner.Provider}, model {planner.Model}; not called.");
    }
}

using System.Globalization;
using ChannelBot.Cli.Settings;

namespace ChannelBot.Cli.Doctor;

/// <summary>Whether every setting can be used, and is known: a misspelt one would be passed over in silence.</summary>
internal sealed class SettingsCheck(ProgramSettings settings) : ICheck
{
    public string Name => "settings";

    public async IAsyncEnumerable<Finding> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var (isGood, given) = (true, 0);
        foreach (var known in SettingSections.All)
        {
            var section = known.Name;
            foreach (var problem in settings.Problems(section, known.Type, out _))
            {
                isGood = false;
                yield return Finding.Problem(Name, problem, $"Set it in appsettings.json or as {section}__… in the environment; docs/operations.md lists every setting.");
            }

            string[] names = [.. SettingSections.Of(known).Select(setting => setting.Name)];
            foreach (var key in settings.Values.GetSection(section).GetChildren().Select(child => child.Key))
            {
                given++;
                if (!names.Contains(key, StringComparer.OrdinalIgnoreCase))
                {
                    yield return Finding.Note(Name, $"{section}:{key} is no setting, and is passed over.", $"The settings of {section} are {string.Join(", ", names)}.");
                }
            }
        }

        if (isGood)
        {
            yield return Finding.Ok(
                Name,
                string.Create(CultureInfo.InvariantCulture, $"{given} {(given is 1 ? "setting" : "settings")} given, the rest as usual; environment {ProgramSettings.EnvironmentName}."));
        }
    }
}

using System.Globalization;
using ChannelBot.Cli.Settings;
using ChannelBot.Storage;

namespace ChannelBot.Cli.Doctor;

/// <summary>Whether the conversations can be kept. Nothing is made or changed.</summary>
internal sealed class StoreCheck(ProgramSettings settings) : ICheck
{
    public string Name => "store";

    public async IAsyncEnumerable<Finding> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (settings.Problems(StorageOptions.Section, typeof(StorageOptions), out var options).Count > 0)
        {
            yield break;
        }

        var seen = StoreInspection.Of(((StorageOptions)options!).PathIn(settings.Folder));
        yield return seen switch
        {
            { Problem: { } problem } => Finding.Problem(Name, problem, "Set Storage:Path to a file that the program may write, or put this one right; docs/operations.md says how to bring a copy back."),
            { Exists: false } => Finding.Ok(Name, $"{seen.Path} is not there yet; the host makes it, and may."),
            _ => Finding.Ok(Name, string.Create(
                CultureInfo.InvariantCulture,
                $"{seen.Path} opens, is sound and can be written: format {seen.Version} of {StoreInspection.NewestVersion}, {seen.Conversations} conversations, {seen.Bytes / 1024:N0} KB.")),
        };
        if (seen is { Problem: null, Exists: true } && seen.Version < StoreInspection.NewestVersion)
        {
            yield return Finding.Note(
                Name,
                string.Create(CultureInfo.InvariantCulture, $"Its format {seen.Version} is an older one; the host brings it to {StoreInspection.NewestVersion} when it starts."),
                "Make a copy before: an older ChannelBot cannot read it afterwards.");
        }
    }
}

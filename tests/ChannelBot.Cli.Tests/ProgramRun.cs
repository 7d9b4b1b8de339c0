using System.Diagnostics;
using System.Text;
using ChannelBot.Cli.Settings;
using Microsoft.Extensions.Configuration;

namespace ChannelBot.Cli.Tests;

/// <summary>What a run of the program printed and returned.</summary>
internal sealed record ProgramRun(int ExitCode, string Out, string Error)
{
    /// <summary>Runs the program in this process, its streams in memory, as if piped.</summary>
    /// <param name="settings">In place of appsettings.json and the environment.</param>
    public static Task<ProgramRun> OfAsync(string[] arguments, byte[]? input = null, params (string Key, string Value)[] settings) =>
        OfAsync(arguments, input, isBuildServer: false, settings);

    public static Task<ProgramRun> OnBuildServerAsync(params string[] arguments) => OfAsync(arguments, null, isBuildServer: true);

    private static async Task<ProgramRun> OfAsync(string[] arguments, byte[]? input, bool isBuildServer, params (string Key, string Value)[] settings)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var bytes = input ?? [];
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        var terminal = new Terminal(reader, output, error, colours: false, interactive: false, TimeProvider.System)
        {
            OpenInput = () => new MemoryStream(bytes),
            Settings = SettingsOf(settings),
            IsBuildServer = isBuildServer,
        };
        var exitCode = await CommandLine.RunAsync(arguments, terminal);
        return new ProgramRun(exitCode, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    /// <summary>Runs the program in a process of its own (<see cref="Programs.Cli"/>).</summary>
    /// <param name="folder">Where it is started.</param>
    /// <param name="environment">Beside that of the tests.</param>
    public static async Task<ProgramRun> OfProcessAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Programs.Cli, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ProgramRun(process.ExitCode, await output, await error);
    }

    /// <summary>Settings of these alone; of a key given twice, the last holds.</summary>
    public static ProgramSettings SettingsOf(params (string Key, string Value)[] settings) => new(AppContext.BaseDirectory, () =>
        new ConfigurationBuilder().AddInMemoryCollection(
            settings.GroupBy(setting => setting.Key, setting => setting.Value).Select(values => KeyValuePair.Create<string, string?>(values.Key, values.Last()))).Build());

    public static Task<ProgramRun> OfAsync(params string[] arguments) => OfAsync(arguments, null);

    public static Task<ProgramRun> WithInputAsync(string input, params string[] arguments) =>
        OfAsync(arguments, Encoding.UTF8.GetBytes(input));
}

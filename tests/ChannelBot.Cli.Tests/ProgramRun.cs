using System.Text;

namespace ChannelBot.Cli.Tests;

/// <summary>What a run of the program printed and returned.</summary>
internal sealed record ProgramRun(int ExitCode, string Out, string Error)
{
    /// <summary>Runs the program in this process, its streams in memory, as if piped.</summary>
    public static async Task<ProgramRun> OfAsync(string[] arguments, byte[]? input = null)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var bytes = input ?? [];
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        var terminal = new Terminal(reader, output, error, colours: false, interactive: false, TimeProvider.System)
        {
            OpenInput = () => new MemoryStream(bytes),
        };
        var exitCode = await CommandLine.RunAsync(arguments, terminal);
        return new ProgramRun(exitCode, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    public static Task<ProgramRun> OfAsync(params string[] arguments) => OfAsync(arguments, null);

    public static Task<ProgramRun> WithInputAsync(string input, params string[] arguments) =>
        OfAsync(arguments, Encoding.UTF8.GetBytes(input));
}

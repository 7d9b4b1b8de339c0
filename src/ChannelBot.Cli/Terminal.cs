using System.Text;
using ChannelBot.Cli.Settings;
using Spectre.Console;

namespace ChannelBot.Cli;

/// <summary>What a command may touch of the world around it: its streams, their colours, the settings and the clock.</summary>
/// <param name="colours">The output is a terminal that shows styles, and nobody asked for it plain.</param>
/// <param name="interactive">A person types and reads: prompts and progress are welcome.</param>
internal sealed class Terminal(
    TextReader input, TextWriter output, TextWriter error, bool colours, bool interactive, TimeProvider clock)
{
    private const int NarrowestWrap = 40;
    private const int WidestWrap = 100;

    private AnsiWriter? _ink;
    private IAnsiConsole? _tables;

    public TextReader In { get; } = input;

    public TextWriter Out { get; } = output;

    public TextWriter Error { get; } = error;

    public bool Colours { get; } = colours;

    public bool Interactive { get; } = interactive;

    public TimeProvider Clock { get; } = clock;

    /// <summary>What appsettings.json and the environment say.</summary>
    public ProgramSettings Settings { get; init; } = ProgramSettings.OfProcess();

    /// <summary>Raw bytes of the standard input, for what may not be text.</summary>
    public Func<Stream> OpenInput { get; init; } = Console.OpenStandardInput;

    /// <summary>Progress goes to the error stream, where that is a terminal.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>A build server runs the program, and nobody is there to answer: CI=true, as all of them say.</summary>
    public bool IsBuildServer { get; init; }

    /// <summary>Where Ctrl-C arrives.</summary>
    public Interrupts Interrupts { get; init; } = new();

    /// <summary>Column at which lines are wrapped for a reader; a file or a pipe gets them whole.</summary>
    public int? WrapAt { get; init; }

    /// <summary>Writes styled text; without colours the same text plain.</summary>
    public AnsiWriter Ink => _ink ??= new AnsiWriter(Out, new AnsiCapabilities
    {
        Ansi = Colours,
        ColorSystem = Colours ? ColorSystem.Standard : ColorSystem.NoColors,
        Links = false,
        AlternateBuffer = false,
    });

    /// <summary>Draws tables, on the same stream.</summary>
    public IAnsiConsole Tables => _tables ??= Drawing(Out, Colours);

    /// <summary>The streams of this process; UTF-8 where the output is not a terminal.</summary>
    public static Terminal OfProcess()
    {
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        var output = Console.IsOutputRedirected
            ? new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), bufferSize: 16_384)
            : Console.Out;
        var plain = Console.IsOutputRedirected
            || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 }
            || Environment.GetEnvironmentVariable("TERM") is "dumb";
        return new Terminal(
            Console.In, output, Console.Error, !plain, !Console.IsInputRedirected && !Console.IsOutputRedirected, TimeProvider.System)
        {
            Interrupts = Interrupts.OfProcess(),
            IsBuildServer = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase),
            ShowsProgress = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb",
            WrapAt = Console.IsOutputRedirected ? null : Math.Clamp(Console.WindowWidth - 1, NarrowestWrap, WidestWrap),
        };
    }

    /// <summary>Says what went wrong, on the error stream.</summary>
    public async Task FailAsync(string message) => await Error.WriteLineAsync($"channelbot: {message}");

    /// <summary>Does <paramref name="work"/> under a progress bar of <paramref name="steps"/> steps.</summary>
    public Task WithProgressAsync(string title, int steps, Func<Action, Task> work)
    {
        if (!ShowsProgress)
        {
            return work(() => { });
        }

        return Drawing(Error, Colours, InteractionSupport.Yes).Progress().AutoClear(true).StartAsync(async context =>
        {
            var bar = context.AddTask(title, maxValue: steps);
            context.Refresh();
            await work(() => bar.Increment(1));
        });
    }

    public async Task FlushAsync()
    {
        await Out.FlushAsync();
        await Error.FlushAsync();
    }

    private static IAnsiConsole Drawing(TextWriter stream, bool colours, InteractionSupport interaction = InteractionSupport.Detect)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = interaction,
            Out = new AnsiConsoleOutput(stream),
        });
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}

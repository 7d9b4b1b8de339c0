using System.CommandLine;
using System.CommandLine.Parsing;
using ChannelBot.Core;
using ChannelBot.Testing.Comparison;
using ChannelBot.Testing.Running;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Cli.Scripting;

/// <summary>What <c>channelbot test</c> is asked: which scripts, how they are held, and what is made of it.</summary>
internal sealed class TestOptions
{
    private const int MostRepeats = 10_000;
    private const double UsualSeconds = 15;

    private readonly Argument<string[]> _paths = PathsArgument.Create("Scripts: .chat, .transcript, Botium's .convo.txt, test sets in .csv; or folders of them.");

    private readonly Option<string?> _filter = new("--filter") { Description = "Only scripts whose name or path holds this; * stands for anything.", HelpName = "TEXT" };
    private readonly Option<int> _repeat = new("--repeat") { Description = "Hold each conversation this often, and tell which are flaky.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<int> _parallel = new("--parallel") { Description = "Conversations at a time.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<double> _timeout = new("--timeout") { Description = "Seconds that one turn may take.", HelpName = "SECONDS", DefaultValueFactory = _ => UsualSeconds };
    private readonly Option<bool> _delays = new("--delays") { Description = "Wait the pauses that scripts ask for." };
    private readonly Option<string[]> _ignore = new("--ignore")
    {
        Description = "A field that transcripts are not compared in, besides ids, times and addresses: entities, channelData.x, …",
        HelpName = "FIELD",
    };

    private readonly Option<string?> _html = new("--html") { Description = "Write a report as a web page.", HelpName = "FILE" };
    private readonly Option<string?> _junit = new("--junit") { Description = "Write a report in JUnit's XML.", HelpName = "FILE" };
    private readonly Option<string?> _plans = new("--plans") { Description = "Write the plan of each answer: channelbot plan compares and replays them.", HelpName = "FOLDER" };
    private readonly Option<bool> _watch = new("--watch") { Description = "Run again whenever a script changes, until Ctrl-C." };
    private readonly Option<bool> _update = new("--update")
    {
        Description = "Offer the bot's new words for literal lines that do not hold, one by one, and write those that are taken. Expectations stay.",
    };

    private readonly Option<string?> _article = new("--article")
    {
        Description = "Hold the scripts with the bot of an edited article too, and tell what the edit breaks: figures, quotes, facts, plans, expectations.",
        HelpName = "NEW.txt",
    };

    private readonly Option<string?> _curation = new("--curation")
    {
        Description = "With --article: what people reviewed; what the edit took the words of is told and left out. Without it the curation.yaml beside the knowledge file.",
        HelpName = "FILE.yaml",
    };

    public void AddTo(Command command)
    {
        command.Add(_paths);
        foreach (var option in (Option[])[_filter, _repeat, _parallel, _timeout, _delays, _ignore, _html, _junit, _plans, _watch, _update, _article, _curation])
        {
            command.Add(option);
        }

        command.Validators.Add(Fit);
    }

    /// <exception cref="BadInputException">A number is out of its range.</exception>
    public AskedTest Read(ParseResult parsed) => new(parsed.GetRequiredValue(_paths))
    {
        Filter = parsed.GetValue(_filter),
        Run = new RunOptions
        {
            Repeat = InRange(parsed.GetValue(_repeat), 1, MostRepeats, "repeat"),
            Parallel = InRange(parsed.GetValue(_parallel), 1, MostRepeats, "parallel"),
            Timeout = TimeSpan.FromSeconds(InRange(parsed.GetValue(_timeout), 0.001, TimeSpan.FromDays(1).TotalSeconds, "timeout")),
            KeepsDelays = parsed.GetValue(_delays),
            Rules = ComparisonRules.Default.Ignoring(parsed.GetValue(_ignore) ?? []),
        },
        Html = Report(parsed.GetValue(_html), "html"),
        JUnit = Report(parsed.GetValue(_junit), "junit"),
        Plans = parsed.GetValue(_plans) is { } folder ? PlanFolder.Open(folder) : null,
        Watches = parsed.GetValue(_watch),
        Updates = parsed.GetValue(_update),
        Article = parsed.GetValue(_article),
        Curation = parsed.GetValue(_curation),
    };

    private void Fit(CommandResult result)
    {
        if (((Option[])[_watch, _update, _article]).Count(option => result.GetResult(option) is { Implicit: false }) > 1)
        {
            result.AddError("one at a time: --watch, --update or --article.");
        }

        if (result.GetResult(_curation) is not null && result.GetResult(_article) is null)
        {
            result.AddError("--curation is nothing without --article.");
        }
    }

    /// <summary>A report never takes the place of a script, and is not found unwritable when all is done.</summary>
    private static string? Report(string? path, string option)
    {
        if (path is null)
        {
            return null;
        }

        if (ScriptFiles.IsScript(path))
        {
            throw new BadInputException(option, $"--{option} names a script, '{path}', which the report would replace; name another file.");
        }

        UserFile.RequireWritable(path, option);
        return path;
    }

    private static T InRange<T>(T value, T least, T most, string option)
        where T : IComparable<T> => value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0
            ? value
            : throw new BadInputException(option, FormattableString.Invariant($"--{option} must be {least} to {most}, not {value}."));
}

/// <summary>A run of <c>channelbot test</c> as it was asked for.</summary>
/// <param name="Paths">Files and folders.</param>
internal sealed record AskedTest(IReadOnlyList<string> Paths)
{
    public string? Filter { get; init; }

    public required RunOptions Run { get; init; }

    public string? Html { get; init; }

    public string? JUnit { get; init; }

    /// <summary>A folder.</summary>
    public string? Plans { get; init; }

    public bool Watches { get; init; }

    public bool Updates { get; init; }

    public string? Article { get; init; }

    public string? Curation { get; init; }
}

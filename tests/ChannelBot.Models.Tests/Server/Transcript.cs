using System.Globalization;
using System.Text.RegularExpressions;

namespace ChannelBot.Models.Tests.Server;

/// <summary>What a scripted model does in one round.</summary>
internal abstract record ModelStep;

internal sealed record Says(string Text) : ModelStep;

/// <param name="Function">"figures_find".</param>
/// <param name="Arguments">JSON, or what a model takes for it.</param>
internal sealed record ScriptedCall(string Function, string Arguments);

/// <param name="ForEver">In every further round too.</param>
internal sealed record Calls(IReadOnlyList<ScriptedCall> Functions, bool ForEver = false) : ModelStep;

/// <param name="Status">Of HTTP.</param>
/// <param name="Code">The service's own word for it: "content_filter".</param>
/// <param name="RetryAfter">Seconds that it asks to wait; null for no word of it.</param>
internal sealed record Fails(int Status, string? Code, int? RetryAfter, bool ForEver) : ModelStep;

/// <summary>Begins an answer and then sends nothing more.</summary>
internal sealed record Stalls(string Text) : ModelStep;

/// <summary>Begins an answer and breaks the connection.</summary>
internal sealed record Drops(string Text) : ModelStep;

/// <summary>Thinks until something has happened.</summary>
internal sealed record Waits(Task Until, ModelStep Then) : ModelStep;

/// <summary>Ends an answer with the content filter's word.</summary>
internal sealed record Filters(string Text) : ModelStep;

/// <summary>What must be so at the end: a name and what it is held to.</summary>
internal sealed record Expectation(string About, string What);

/// <summary>One conversation between a user and a scripted model, and what must come of it: a file that reads from top to bottom.</summary>
/// <remarks>
/// <c>user:</c> asks; earlier questions are asked of the rules. <c>model says</c>, <c>model calls</c>, <c>model fails</c>, <c>model stalls after</c>,
/// <c>model drops after</c>, <c>model filters</c> are one round each; <c>model also calls</c> joins the call before. <c>then</c> says what must be so.
/// </remarks>
internal sealed partial record Transcript(
    string Story, string Wires, IReadOnlyList<string> Questions, IReadOnlyList<ModelStep> Steps, IReadOnlyList<Expectation> Expectations)
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "ChannelBot.Models.Tests", "Transcripts");

    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal);

    public static Transcript Read(string name)
    {
        var (story, wires) = ("small", "openai azure ollama");
        var (questions, steps, expectations) = (new List<string>(), new List<ModelStep>(), new List<Expectation>());
        foreach (var line in File.ReadAllLines(Path.Combine(Folder, name + ".txt")).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (Line().Match(line) is not { Success: true } read)
            {
                throw new FormatException($"{name}: cannot be read: {line}");
            }

            var (kind, rest) = (read.Groups["kind"].Value, read.Groups["rest"].Value.Trim());
            switch (kind)
            {
                case "story:":
                    story = rest;
                    break;
                case "wires:":
                    wires = rest;
                    break;
                case "user:":
                    questions.Add(rest);
                    break;
                case "then":
                    var colon = rest.IndexOf(':', StringComparison.Ordinal);
                    expectations.Add(new Expectation(rest[..colon], rest[(colon + 1)..].Trim()));
                    break;
                case "model also calls":
                    steps[^1] = new Calls([.. ((Calls)steps[^1]).Functions, Call(rest)]);
                    break;
                default:
                    steps.Add(Step(kind, rest));
                    break;
            }
        }

        return new Transcript(story, wires, questions, steps, expectations);
    }

    private static ModelStep Step(string kind, string rest) => kind switch
    {
        "model says" => new Says(Long().Replace(rest, match => string.Concat(Enumerable.Repeat(match.Groups["word"].Value + " ", Number(match.Groups["count"].Value))))),
        "model calls" => new Calls([Call(rest)]),
        "model for ever calls" => new Calls([Call(rest)], ForEver: true),
        "model stalls after" => new Stalls(rest),
        "model drops after" => new Drops(rest),
        "model filters" => new Filters(rest),
        _ => Failure(rest, kind.Contains("ever", StringComparison.Ordinal)),
    };

    private static Fails Failure(string rest, bool forEver)
    {
        var words = rest.Split(' ');
        var wait = Array.IndexOf(words, "retry-after");
        return new Fails(Number(words[0]), words.Length > 1 && wait != 1 ? words[1] : null, wait > 0 ? Number(words[wait + 1]) : null, forEver);
    }

    private static ScriptedCall Call(string rest)
    {
        var space = rest.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? new ScriptedCall(rest, "{}") : new ScriptedCall(rest[..space], rest[(space + 1)..]);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<kind>story:|wires:|user:|then|model (also calls|for ever calls|calls|says|stalls after|drops after|filters|for ever fails|fails))(?<rest>.*)$")]
    private static partial Regex Line();

    /// <summary>"(blah 20000 times)"</summary>
    [GeneratedRegex(@"\((?<word>\S+) (?<count>\d+) times\)")]
    private static partial Regex Long();
}

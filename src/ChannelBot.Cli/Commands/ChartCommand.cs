using System.CommandLine;
using System.Globalization;
using ChannelBot.Cli.Knowledge;
using ChannelBot.Core;
using ChannelBot.Core.Answers;
using ChannelBot.Pictures;
using ChannelBot.Teaching.Charts;

namespace ChannelBot.Cli.Commands;

/// <summary><c>channelbot chart</c>: bars for a few figures of the article, with their bounds.</summary>
internal static class ChartCommand
{
    public static Command Create(Terminal terminal)
    {
        var knowledge = KnowledgeOption.Create();
        var figures = new Argument<string[]>("figures")
        {
            Description = "Ids of the figures to compare; without any, those that can be drawn are listed.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var output = new Option<string?>("--out", "-o") { Description = "Write the picture to this file; without it the chart is told in words.", HelpName = "FILE.svg|.png" };
        var command = new Command("chart", "Draw figures of the article as bars, their bounds as bounds, with the same in words.") { figures, output, knowledge };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var maker = new ChartMaker(await KnowledgeOption.ReadAsync(parsed.GetValue(knowledge), terminal.Settings, cancellationToken));
            var (ids, file) = (parsed.GetValue(figures) ?? [], parsed.GetValue(output));
            if (ids.Length == 0)
            {
                await ListAsync(terminal, maker);
                return ExitCode.Done;
            }

            var chart = maker.Make(ids);
            await terminal.Out.WriteLineAsync(ChartText.Of(chart));
            if (file is not null)
            {
                await WriteAsync(file, chart, cancellationToken);
                await terminal.Out.WriteLineAsync($"Wrote {file}.");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static async Task ListAsync(Terminal terminal, ChartMaker maker)
    {
        foreach (var drawable in maker.Drawables)
        {
            await terminal.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{drawable.Id}\t{drawable.Bar.Text}\t{drawable.Bar.Label} (paragraph {drawable.Bar.Paragraph})"));
        }
    }

    private static Task WriteAsync(string file, Chart chart, CancellationToken cancellationToken) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".svg" => UserFile.WriteAsync(file, "out", ChartSvg.Of(chart), cancellationToken),
        ".png" => UserFile.WriteAsync(file, "out", ChartPng.Of(chart), cancellationToken),
        var ending => throw new BadInputException("out", $"'{ending}' is no kind of picture that can be written. Give the file a name that ends in .svg or .png."),
    };
}

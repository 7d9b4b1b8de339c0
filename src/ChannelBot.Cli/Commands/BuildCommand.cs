using System.CommandLine;
using System.Globalization;
using ChannelBot.Core;
using ChannelBot.Core.Knowledge;
using ChannelBot.KnowledgeBuilder;

namespace ChannelBot.Cli.Commands;

/// <summary><c>channelbot build</c>: makes a knowledge file of an article.</summary>
internal static class BuildCommand
{
    public static Command Create(Terminal terminal)
    {
        var article = new Argument<string>("article") { Description = "The article: plain text in UTF-8, one paragraph a line." };
        var curation = new Option<string?>("--curation", "-c")
        {
            Description = "What a person adds to it: names, relations, facts, in YAML.",
            HelpName = "FILE.yaml",
        };
        var output = new Option<string>("--out", "-o") { Description = "The knowledge file to write.", HelpName = "FILE.json", Required = true };
        var check = new Option<bool>("--check")
        {
            Description = "Write nothing; fail where the file is not what the article and its curation give.",
        };
        var command = new Command("build", "Build a knowledge file from an article: the same input gives the same bytes.")
        {
            article, curation, output, check,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (source, additions, target) = (parsed.GetRequiredValue(article), parsed.GetValue(curation), parsed.GetRequiredValue(output));
            KeepSources(source, additions, target);
            var knowledge = await KnowledgeCompiler.BuildAsync(source, additions, cancellationToken);
            return parsed.GetValue(check)
                ? await CheckAsync(terminal, knowledge, target, cancellationToken)
                : await WriteAsync(terminal, knowledge, target, cancellationToken);
        });
        return command;
    }

    private static async Task<int> CheckAsync(Terminal terminal, KnowledgeFile knowledge, string target, CancellationToken cancellationToken)
    {
        if (await KnowledgeCompiler.CheckAsync(knowledge, target, cancellationToken) is { } difference)
        {
            await terminal.FailAsync($"{difference.TrimEnd('.')}. Build it again, and look at what changed.");
            return ExitCode.CallersError;
        }

        await terminal.Out.WriteLineAsync($"{target} is what its sources give.");
        return ExitCode.Done;
    }

    private static async Task<int> WriteAsync(Terminal terminal, KnowledgeFile knowledge, string target, CancellationToken cancellationToken)
    {
        await KnowledgeCompiler.WriteAsync(knowledge, target, cancellationToken);
        await terminal.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Built {target}: {knowledge.Article.Paragraphs.Count} paragraphs, {knowledge.Sentences.Count} sentences, {knowledge.Entities.Count} entities, {knowledge.Figures.Count} figures, {knowledge.Quotes.Count} quotes, {knowledge.Statements.Count} statements, {knowledge.Facts.Count} facts."));
        return ExitCode.Done;
    }

    /// <summary>A slip of the hand must not replace an article by what was made of it.</summary>
    private static void KeepSources(string article, string? curation, string target)
    {
        if (IsSame(article, target) || (curation is not null && IsSame(curation, target)))
        {
            throw new BadInputException("out", $"--out '{target}' is one of the files to build from; name another.");
        }
    }

    private static bool IsSame(string one, string other) =>
        one.Length > 0 && other.Length > 0 && string.Equals(Path.GetFullPath(one), Path.GetFullPath(other), StringComparison.Ordinal);
}

using System.CommandLine;
using System.Globalization;
using ChannelBot.Cli.Drafting;
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
        var output = new Option<string?>("--out", "-o") { Description = "The knowledge file to write.", HelpName = "FILE.json" };
        var check = new Option<bool>("--check")
        {
            Description = "Write nothing; fail where the file is not what the article and its curation give.",
        };
        var draft = new Option<string?>("--draft-curation")
        {
            Description = "Build nothing; ask the configured language model to draft a curation file for a person to review.",
            HelpName = "FILE.yaml",
        };
        var command = new Command("build", "Build a knowledge file from an article: the same input gives the same bytes.")
        {
            article, curation, output, check, draft,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(article) is { Tokens.Count: > 0 } && (result.GetResult(output) is null) == (result.GetResult(draft) is null))
            {
                result.AddError("build needs --out FILE.json, or --draft-curation FILE.yaml, and not both.");
            }
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(draft) is { } drafted)
            {
                return await DraftAsync(terminal, parsed.GetRequiredValue(article), drafted, cancellationToken);
            }

            var (source, additions, target) = (parsed.GetRequiredValue(article), parsed.GetValue(curation), parsed.GetValue(output)!);
            KeepSources(source, additions, target);
            var knowledge = await KnowledgeCompiler.BuildAsync(source, additions, cancellationToken);
            return parsed.GetValue(check)
                ? await CheckAsync(terminal, knowledge, target, cancellationToken)
                : await WriteAsync(terminal, knowledge, target, cancellationToken);
        });
        return command;
    }

    /// <summary>What cannot be built yet is written all the same: a person mends it faster than writes it.</summary>
    private static async Task<int> DraftAsync(Terminal terminal, string source, string target, CancellationToken cancellationToken)
    {
        UserFile.RequireNew(target, "draft-curation");
        using var file = UserFile.OpenRead(source, "article");
        using var article = new MemoryStream();
        await file.CopyToAsync(article, cancellationToken);
        using var model = terminal.Settings.OpenModel(terminal.Clock);
        var draft = await new CurationDraft(model).WriteAsync(article.ToArray(), source, cancellationToken);
        await UserFile.WriteAsync(
            target, "draft-curation", $"# Drafted by {model.Provider}, {model.Name}; no person has reviewed it yet. See docs/building-knowledge.md.\n{draft.Yaml}\n", cancellationToken);
        if (draft.Problem is not null)
        {
            await terminal.FailAsync($"wrote the draft to {target}, but it cannot be built yet: {draft.Problem}");
            return ExitCode.CallersError;
        }

        await terminal.Out.WriteLineAsync($"Drafted {target}. Review it: each item is the article's words, but whether it means what they say a person must judge. Then: channelbot build {source} --curation {target} --out FILE.json");
        return ExitCode.Done;
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

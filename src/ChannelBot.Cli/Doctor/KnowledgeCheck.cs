using System.Globalization;
using System.Runtime.CompilerServices;
using ChannelBot.Cli.Settings;
using ChannelBot.Core;
using ChannelBot.Core.Knowledge;
using ChannelBot.KnowledgeBuilder;

namespace ChannelBot.Cli.Doctor;

/// <summary>Whether the knowledge file can be read, is of this version, was not edited, and is what its article and curation give.</summary>
internal sealed class KnowledgeCheck(ProgramSettings settings) : ICheck
{
    public string Name => "knowledge";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (settings.Problems(KnowledgeOptions.Section, typeof(KnowledgeOptions), out var options).Count > 0)
        {
            yield break;
        }

        var path = ((KnowledgeOptions)options!).PathIn(settings.Folder);
        var (knowledge, problem) = Read(path);
        if (knowledge is null)
        {
            yield return Finding.Problem(Name, problem!, "Set Knowledge:Path to a file that 'channelbot build' made, or build it again.");
            yield break;
        }

        yield return Finding.Ok(Name, string.Create(
            CultureInfo.InvariantCulture,
            $"{path} reads: {knowledge.Article.Title}, {knowledge.Sentences.Count} sentences, {knowledge.Figures.Count} figures, format {knowledge.SchemaVersion}, its hash agrees ({knowledge.ContentSha256[..12]}…)."));
        yield return await CompareAsync(path, cancellationToken);
    }

    private static (KnowledgeFile? Knowledge, string? Problem) Read(string path)
    {
        try
        {
            return (KnowledgeReader.Read(path), null);
        }
        catch (BadInputException bad)
        {
            return (null, bad.Message);
        }
    }

    private async Task<Finding> CompareAsync(string path, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(path)!;
        var (article, curation) = (Path.Combine(folder, "article.txt"), Path.Combine(folder, "curation.yaml"));
        if (!File.Exists(article))
        {
            return Finding.Note(
                Name, "The article is not beside the file, so the two were not compared.", "None is needed to answer. Compare them where the article lies: channelbot build --check.");
        }

        var sources = File.Exists(curation) ? $"{article} and {curation}" : article;
        try
        {
            var built = await KnowledgeCompiler.BuildAsync(article, File.Exists(curation) ? curation : null, cancellationToken);
            return await KnowledgeCompiler.CheckAsync(built, path, cancellationToken) is { } difference
                ? Finding.Problem(Name, difference, "Build it again with 'channelbot build', and look at what changed.")
                : Finding.Ok(Name, $"It is what {sources} give.");
        }
        catch (BadInputException bad)
        {
            return Finding.Problem(Name, bad.Message, $"Mend {sources}, then build again.");
        }
    }
}

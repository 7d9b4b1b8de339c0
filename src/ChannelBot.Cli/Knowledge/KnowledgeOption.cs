using System.CommandLine;
using ChannelBot.Cli.Settings;
using ChannelBot.Core;
using ChannelBot.Core.Knowledge;
using ChannelBot.KnowledgeBuilder;

namespace ChannelBot.Cli.Knowledge;

/// <summary><c>--knowledge</c>: which article answers.</summary>
internal static class KnowledgeOption
{
    private const string FileName = "knowledge.json";
    private const string CurationName = "curation.yaml";
    private const string ArticleName = "article.txt";
    private const string ArticleExtension = ".txt";

    public static Option<string?> Create() => new("--knowledge", "-k")
    {
        Description = "A knowledge file, the folder of one, or an article as plain text (.txt), which is then read at once. "
            + "Without it the one that the setting Knowledge:Path names answers, which is the Channel crossings story.",
        HelpName = "FILE",
    };

    /// <param name="path">What the option says; null where it was not given.</param>
    /// <exception cref="BadInputException">There is no such file, or it cannot be used.</exception>
    public static async Task<KnowledgeFile> ReadAsync(string? path, ProgramSettings settings, CancellationToken cancellationToken)
    {
        var file = FileOf(path, settings);
        return IsArticle(file) ? await KnowledgeCompiler.BuildAsync(file, curationPath: null, cancellationToken) : KnowledgeReader.Read(file);
    }

    /// <summary>What people reviewed about the article that answers: the curation beside its knowledge file; null where there is none.</summary>
    /// <param name="path">What the option says; null where it was not given.</param>
    public static string? CurationOf(string? path, ProgramSettings settings)
    {
        var file = FileOf(path, settings);
        var curation = Path.Combine(Path.GetDirectoryName(file) ?? "", CurationName);
        return !IsArticle(file) && File.Exists(curation) ? curation : null;
    }

    /// <summary>What a folder holds to answer from: a knowledge file, else an article; null for neither.</summary>
    public static string? InFolder(string folder) =>
        new[] { FileName, ArticleName }.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static string FileOf(string? path, ProgramSettings settings)
    {
        var file = path ?? settings.KnowledgePath();
        return Directory.Exists(file) ? InFolder(file) ?? Path.Combine(file, FileName) : file;
    }

    private static bool IsArticle(string file) => Path.GetExtension(file).Equals(ArticleExtension, StringComparison.OrdinalIgnoreCase);
}

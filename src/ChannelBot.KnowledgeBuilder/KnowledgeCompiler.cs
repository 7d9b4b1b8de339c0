using System.Globalization;
using ChannelBot.Core;
using ChannelBot.Core.Knowledge;
using ChannelBot.KnowledgeBuilder.Curation;
using ChannelBot.KnowledgeBuilder.Extraction;

namespace ChannelBot.KnowledgeBuilder;

/// <summary>Turns an article and its curation into a knowledge file: the same input gives the same bytes.</summary>
public static class KnowledgeCompiler
{
    /// <summary>Builds in memory.</summary>
    /// <param name="article">The article's bytes: UTF-8, one paragraph a line.</param>
    /// <param name="curationYaml">The curation's text; null for none.</param>
    /// <param name="articleName">What messages call the article, usually its path.</param>
    /// <param name="curationName">What messages call the curation, usually its path.</param>
    /// <exception cref="BadInputException">The article cannot be used, or an item of the curation does not hold.</exception>
    public static KnowledgeFile Build(
        byte[] article, string? curationYaml = null, string articleName = "article", string curationName = "curation")
    {
        ArgumentNullException.ThrowIfNull(article);
        return Build(article, curationYaml, articleName, curationName, lost: null);
    }

    /// <summary>Builds from files; nothing is written.</summary>
    /// <exception cref="BadInputException">A file cannot be opened or used.</exception>
    public static async Task<KnowledgeFile> BuildAsync(string articlePath, string? curationPath, CancellationToken cancellationToken = default)
    {
        var (article, curation) = await OpenBothAsync(articlePath, curationPath, cancellationToken);
        return Build(article, curation, articlePath, curationPath ?? "curation");
    }

    /// <summary>Builds from files, and leaves out what the curation says and the article does not bear out: for an article that was edited
    /// since people reviewed it.</summary>
    /// <returns>Beside the knowledge, what was left out and why, a sentence for each item.</returns>
    /// <exception cref="BadInputException">A file cannot be opened, or is none of its kind.</exception>
    public static async Task<(KnowledgeFile Knowledge, IReadOnlyList<string> Lost)> BuildWhatHoldsAsync(
        string articlePath, string? curationPath, CancellationToken cancellationToken = default)
    {
        var (article, curation) = await OpenBothAsync(articlePath, curationPath, cancellationToken);
        var lost = new List<string>();
        return (Build(article, curation, articlePath, curationPath ?? "curation", lost), lost);
    }

    /// <summary>Writes to a temporary file, reads it back, checks it, and moves it into place.</summary>
    /// <exception cref="BadInputException">The place cannot be written to.</exception>
    public static async Task WriteAsync(KnowledgeFile knowledge, string path, CancellationToken cancellationToken = default)
    {
        try
        {
            await KnowledgeWriter.WriteAsync(knowledge, path, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException("out", $"'{path}' cannot be written: {exception.Message}");
        }
    }

    /// <summary>Compares with the file on disk: null where it has exactly these bytes, else where the first difference is.</summary>
    public static async Task<string?> CheckAsync(KnowledgeFile knowledge, string path, CancellationToken cancellationToken = default)
    {
        var there = await OpenAsync(path, "knowledge", cancellationToken);
        var built = KnowledgeWriter.Serialize(knowledge);
        if (there.AsSpan().SequenceEqual(built))
        {
            return null;
        }

        var same = there.AsSpan().CommonPrefixLength(built);
        var line = there.AsSpan(0, same).Count((byte)'\n') + 1;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"'{path}' is not what its article and curation give: line {line} has '{LineAt(there, same)}', now built '{LineAt(built, same)}'.");
    }

    /// <param name="lost">Takes what the curation says and does not hold; null where that is an error.</param>
    private static KnowledgeFile Build(byte[] article, string? curationYaml, string articleName, string curationName, List<string>? lost)
    {
        var text = ArticleText.Read(article, articleName);
        var curation = curationYaml is null ? CurationFile.Empty : CurationReader.Read(curationYaml, curationName);
        var found = Extractor.Find(text);
        while (true)
        {
            try
            {
                var knowledge = new CurationApplier(text, curation).Apply(found);
                KnowledgeValidation.Check(knowledge, articleName);
                return KnowledgeWriter.Seal(knowledge);
            }
            catch (CurationMismatchException mismatch)
            {
                if (lost is null || curation.Without(mismatch.Item) is not { } rest)
                {
                    throw new BadInputException("curation", $"The curation '{curationName}' does not hold: {mismatch.Message}");
                }

                lost.Add(mismatch.Message);
                curation = rest;
            }
        }
    }

    private static string LineAt(byte[] bytes, int at)
    {
        var start = bytes.AsSpan(0, Math.Min(at, bytes.Length)).LastIndexOf((byte)'\n') + 1;
        var rest = bytes.AsSpan(start);
        var end = rest.IndexOf((byte)'\n');
        var line = System.Text.Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]).Trim();
        return line.Length > 160 ? line[..160] + "…" : line;
    }

    private static async Task<(byte[] Article, string? Curation)> OpenBothAsync(string articlePath, string? curationPath, CancellationToken cancellationToken) => (
        await OpenAsync(articlePath, "article", cancellationToken),
        curationPath is null ? null : ArticleText.Decode(await OpenAsync(curationPath, "curation", cancellationToken), "curation", curationPath));

    private static async Task<byte[]> OpenAsync(string path, string field, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException(field, $"The {field} file '{path}' cannot be opened: {exception.Message}");
        }
    }
}

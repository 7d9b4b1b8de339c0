using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChannelBot.Bot;
using ChannelBot.Bot.Rendering;
using ChannelBot.Core;
using ChannelBot.Core.Articles;
using ChannelBot.Core.Knowledge;
using ChannelBot.Host.Answering;
using ChannelBot.KnowledgeBuilder;
using ChannelBot.KnowledgeBuilder.Review;
using ChannelBot.Teaching.Sessions;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Library;

/// <summary>The articles that educators brought: each is kept with its corrections, and opened once somebody asks it.</summary>
internal sealed class ArticleLibrary(IArticleStore store, ConfiguredModel model, AnswerRenderers renderers, IOptions<ArticlesOptions> options, TimeProvider time) : IDisposable
{
    private const int LengthOfId = 24;
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    private readonly ConcurrentDictionary<string, HostedArticle> _open = new(StringComparer.Ordinal);

    /// <summary>One is read at a time: that takes a processor for a moment, which questions need.</summary>
    private readonly SemaphoreSlim _reading = new(1, 1);

    public int MostCharacters => options.Value.MostCharacters;

    /// <summary>Reads and keeps a text.</summary>
    /// <exception cref="BadInputException">It is no article, too long, or one too many.</exception>
    public async Task<(StoredArticle Article, KnowledgeFile Knowledge)> BringAsync(string? text, CancellationToken cancellationToken)
    {
        var article = new StoredArticle(RandomNumberGenerator.GetString(Letters, LengthOfId), time.GetUtcNow(), Plain(text), null);
        var knowledge = await BuildAsync(article, cancellationToken);
        return await store.AddAsync(article, options.Value.MostKept, cancellationToken)
            ? (article, knowledge)
            : throw new BadInputException("text", string.Create(CultureInfo.InvariantCulture, $"{options.Value.MostKept} articles are kept here, which is the most. Delete one that nobody needs."));
    }

    /// <returns>Null where there is no such article, or not any more.</returns>
    public async Task<(StoredArticle Article, KnowledgeFile Knowledge)?> ReadAsync(string id, CancellationToken cancellationToken) =>
        store.Find(id) is { } article ? (article, await BuildAsync(article, cancellationToken)) : null;

    /// <summary>Keeps corrections, once the builder has made something of them.</summary>
    /// <exception cref="BadInputException">They do not hold.</exception>
    public async Task<(StoredArticle Article, KnowledgeFile Knowledge)?> CorrectAsync(string id, Correction correction, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, cancellationToken) is not var (article, knowledge))
        {
            return null;
        }

        article = article with { Curation = CurationYaml.Of(knowledge, correction, article.Curation) };
        knowledge = await BuildAsync(article, cancellationToken);
        await store.CorrectAsync(id, article.Curation, cancellationToken);
        Close(id);
        return (article, knowledge);
    }

    /// <summary>The article with what answers questions about it; null where there is no such article, or not any more.</summary>
    public HostedArticle? Find(string id) => _open.TryGetValue(id, out var open) ? open
        : id.Length == LengthOfId && store.Find(id) is { } article ? _open.GetOrAdd(id, _ => Open(article))
        : null;

    /// <summary>The one among those opened that has this knowledge.</summary>
    public HostedArticle? FindOpen(string knowledgeSha256) => _open.Values.FirstOrDefault(article => article.Knowledge.ContentSha256 == knowledgeSha256);

    /// <summary>Notes that a session was started on it: it is kept as long as the session.</summary>
    public Task UseAsync(string id) => store.UseAsync(id, time.GetUtcNow());

    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        await store.DeleteAsync(id, cancellationToken);
        Close(id);
    }

    /// <returns>How many.</returns>
    public async Task<int> DeleteOlderAsync(DateTimeOffset oldest, CancellationToken cancellationToken)
    {
        var ids = await store.DeleteOlderAsync(oldest, cancellationToken);
        foreach (var id in ids)
        {
            Close(id);
        }

        return ids.Count;
    }

    public void Dispose() => _reading.Dispose();

    private void Close(string id) => _open.TryRemove(id, out _);

    private HostedArticle Open(StoredArticle article)
    {
        var knowledge = Build(article);
        var planner = model.PlannerOf(knowledge);
        var starters = new StarterQuestions(knowledge, planner);

        // The rules answer at once; whoever comes earlier is offered nothing to begin with.
        _ = starters.FindAsync();
        return new HostedArticle(article.Id, knowledge, new AnswerCache(planner), starters, renderers);
    }

    private async Task<KnowledgeFile> BuildAsync(StoredArticle article, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Build(article), cancellationToken);
        }
        finally
        {
            _reading.Release();
        }
    }

    private static KnowledgeFile Build(StoredArticle article) =>
        KnowledgeCompiler.Build(Encoding.UTF8.GetBytes(article.Text), article.Curation, "your text", "your corrections");

    private string Plain(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new BadInputException("text", "There is no text. Paste the article, or choose a file with it: plain text, one paragraph a line.");
        }

        if (text.Length > MostCharacters)
        {
            throw new BadInputException("text", string.Create(CultureInfo.InvariantCulture, $"The text has {text.Length:N0} characters; {MostCharacters:N0} are the most."));
        }

        return text.Any(letter => letter is '\uFFFD' || (char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')))
            ? throw new BadInputException("text", "That is not plain text in UTF-8: it has characters that no article has. Save it as plain text, or paste the words.")
            : text;
    }
}

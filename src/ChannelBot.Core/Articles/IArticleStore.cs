namespace ChannelBot.Core.Articles;

/// <summary>Where articles are kept that educators bring. A task that has ended without an exception is durable.</summary>
/// <remarks>Members may be called from any thread.</remarks>
public interface IArticleStore
{
    /// <summary>Keeps a new article.</summary>
    /// <returns>False where as many are kept as may be.</returns>
    Task<bool> AddAsync(StoredArticle article, int most, CancellationToken cancellationToken = default);

    /// <summary>Keeps other corrections of an article. Nothing is kept of one that is no more.</summary>
    Task CorrectAsync(string id, string curation, CancellationToken cancellationToken = default);

    /// <summary>Notes that an article was used, so that it is kept for longer.</summary>
    Task UseAsync(string id, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Reads at once.</summary>
    /// <returns>Null where there is no such article, or not any more.</returns>
    StoredArticle? Find(string id);

    Task DeleteAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Deletes the articles that were used last before a time.</summary>
    /// <returns>Their ids.</returns>
    Task<IReadOnlyList<string>> DeleteOlderAsync(DateTimeOffset oldest, CancellationToken cancellationToken = default);
}

/// <param name="Id">Not to be guessed: who knows it can use the article.</param>
/// <param name="UsedAt">When it came, or when a session was started on it last.</param>
/// <param name="Text">As it came.</param>
/// <param name="Curation">What its educator corrected, as YAML; null for nothing.</param>
public sealed record StoredArticle(string Id, DateTimeOffset UsedAt, string Text, string? Curation);

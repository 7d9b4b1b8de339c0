using System.ComponentModel.DataAnnotations;

namespace ChannelBot.Teaching.Sessions;

/// <summary>The <c>Articles</c> section of appsettings.json: articles that educators bring.</summary>
public sealed class ArticlesOptions
{
    public const string Section = "Articles";

    /// <summary>Characters of one.</summary>
    [Range(1_000, 1_000_000)]
    public int MostCharacters { get; init; } = 60_000;

    /// <summary>How many are kept at a time.</summary>
    [Range(1, 10_000)]
    public int MostKept { get; init; } = 50;
}

namespace ChannelBot.Cli.Teams;

/// <summary>What a Teams app package says about the bot.</summary>
/// <param name="AppId">The bot's app id in Azure; also the id of the Teams app.</param>
/// <param name="Host">The name under which the bot is reached, without https and path.</param>
/// <param name="Article">The title of the article that it answers from.</param>
internal sealed record TeamsApp(Guid AppId, string Host, string Article)
{
    public string Version { get; init; } = "1.0.0";

    public string Name { get; init; } = "ChannelBot";

    public string Developer { get; init; } = "ChannelBot";

    /// <summary>Where users read what is kept of them.</summary>
    public Uri? PrivacyUrl { get; init; }

    public Uri? TermsUrl { get; init; }

    /// <summary>Questions to begin with.</summary>
    public IReadOnlyList<string> Prompts { get; init; } = [];
}

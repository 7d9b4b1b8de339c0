namespace ChannelBot.BotFramework.Authentication;

/// <summary>One of the clouds in which Azure Bot Service runs: who signs a channel's tokens, and where the bot gets its own.</summary>
/// <remarks>Source: Azure Bot Service, "Authentication with the Bot Connector API"; protocol checklist 1.3, 1.7, 1.13, 2.1.</remarks>
/// <param name="ChannelIssuer">The <c>iss</c> of a channel's token.</param>
/// <param name="ChannelMetadata">OpenID metadata that leads to the channels' signing keys.</param>
/// <param name="Login">Entra's address, where the bot gets its token.</param>
/// <param name="EntraMetadata">OpenID metadata that leads to the keys of Entra tokens, with which emulators sign.</param>
/// <param name="Scope">What the bot asks a token for.</param>
/// <param name="ServiceHosts">Hosts of connectors in this cloud, and of all below them, besides those that every cloud shares.</param>
public sealed record BotCloud(
    string ChannelIssuer, Uri ChannelMetadata, Uri Login, Uri EntraMetadata, string Scope, IReadOnlyList<string> ServiceHosts)
{
    /// <summary>For whom a managed identity's token must be made to be taken in place of a secret. (Entra, "Workload identity federation";
    /// each cloud has its own.)</summary>
    public string TokenExchange { get; init; } = "api://AzureADTokenExchange";

    public static BotCloud Public { get; } = new(
        "https://api.botframework.com",
        new Uri("https://login.botframework.com/v1/.well-known/openidconfiguration"),
        new Uri("https://login.microsoftonline.com/"),
        new Uri("https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration"),
        "https://api.botframework.com/.default",
        ["botframework.com"]);

    public static BotCloud UsGovernment { get; } = new(
        "https://api.botframework.us",
        new Uri("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
        new Uri("https://login.microsoftonline.us/"),
        new Uri("https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration"),
        "https://api.botframework.us/.default",
        ["botframework.us", "botframework.azure.us", "teams.microsoft.us"])
    {
        TokenExchange = "api://AzureADTokenExchangeUSGov",
    };

    public static BotCloud China { get; } = new(
        "https://api.botframework.azure.cn",
        new Uri("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration"),
        new Uri("https://login.partner.microsoftonline.cn/"),
        new Uri("https://login.partner.microsoftonline.cn/a55a4d5b-9241-49b1-b4ff-befa8db00269/v2.0/.well-known/openid-configuration"),
        "https://api.botframework.azure.cn/.default",
        ["botframework.azure.cn"])
    {
        TokenExchange = "api://AzureADTokenExchangeChina",
    };
}

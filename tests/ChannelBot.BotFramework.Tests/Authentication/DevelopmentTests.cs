using ChannelBot.BotFramework.Tests.Support;

namespace ChannelBot.BotFramework.Tests.Authentication;

/// <summary>What is easier on a developer's machine, and nowhere else.</summary>
public sealed class DevelopmentTests : IAsyncLifetime
{
    private const string Tenant = "d6d49420-f39b-4df7-a1dc-d59a935871db";
    private const string Local = "http://localhost:56150";

    private TokenMaker _tokens = null!;

    public async ValueTask InitializeAsync() => _tokens = await TokenMaker.StartAsync();

    public ValueTask DisposeAsync() => _tokens.DisposeAsync();

    [Fact]
    public async Task A_bot_without_registration_takes_anybody_from_its_own_machine_in_development()
    {
        await using var bot = await BotServer.StartAsync(null, "Development");
        Assert.Equal(202, (await bot.PostAsync(BotServer.Body(serviceUrl: Local))).Status);
        Assert.Equal(202, (await bot.PostAsync(BotServer.Body(serviceUrl: Local), "Bearer whatever")).Status);
    }

    [Fact]
    public async Task A_bot_without_registration_takes_nobody_who_comes_through_a_tunnel()
    {
        await using var bot = await BotServer.StartAsync(null, "Development");
        Assert.Equal(401, (await bot.PostAsync(BotServer.Body(serviceUrl: Local), forwardedFor: "203.0.113.7")).Status);
    }

    [Fact]
    public async Task A_bot_without_registration_sends_to_its_own_machine_and_to_connectors_only()
    {
        await using var bot = await BotServer.StartAsync(null, "Development");
        Assert.Equal(403, (await bot.PostAsync(BotServer.Body(serviceUrl: "https://evil.example/"))).Status);
        Assert.Equal(403, (await bot.PostAsync(BotServer.Body(serviceUrl: ""))).Status);
        Assert.Equal(200, (await bot.PostAsync(BotServer.Body(serviceUrl: "", more: ""","deliveryMode":"expectReplies" """))).Status);
    }

    [Fact]
    public async Task A_bot_without_registration_takes_nobody_in_production_and_says_what_to_set()
    {
        await using var bot = await BotServer.StartAsync(null);
        var (status, body) = await bot.PostAsync(BotServer.Body(serviceUrl: Local));
        Assert.Equal(503, status);
        Assert.Contains("Bot:AppId", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registered_bot_wants_a_token_in_development_too()
    {
        await using var bot = await BotServer.StartAsync(_tokens, "Development");
        Assert.Equal(401, (await bot.PostAsync(BotServer.Body(serviceUrl: Local))).Status);
    }

    [Theory]
    [InlineData("1.0", "appid", $"https://sts.windows.net/{Tenant}/")]
    [InlineData("2.0", "azp", $"https://login.microsoftonline.com/{Tenant}/v2.0")]
    [InlineData("2.0", "azp", "https://login.microsoftonline.com/99999999-2222-3333-4444-555555555555/v2.0")]
    public async Task An_emulator_with_the_bots_own_registration_comes_in_in_development_only(string version, string caller, string issuer)
    {
        var tenant = issuer.Contains(Tenant, StringComparison.Ordinal) ? Tenant : "99999999-2222-3333-4444-555555555555";
        var claims = Claims(("ver", version), (caller, TokenMaker.AppId), ("tid", tenant));
        Assert.Equal(202, await PostAsEmulator("Development", issuer, claims));
        Assert.Equal(401, await PostAsEmulator("Production", issuer, claims));
    }

    [Theory]
    [InlineData("1.0", "appid", "99999999-2222-3333-4444-555555555555", Tenant)]
    [InlineData("1.0", "azp", TokenMaker.AppId, Tenant)]
    [InlineData("3.0", "appid", TokenMaker.AppId, Tenant)]
    [InlineData("1.0", "appid", TokenMaker.AppId, "99999999-2222-3333-4444-555555555555")]
    public async Task An_emulator_token_of_another_app_version_or_tenant_is_refused(string version, string caller, string app, string tenant) =>
        Assert.Equal(401, await PostAsEmulator(
            "Development", $"https://sts.windows.net/{Tenant}/", Claims(("ver", version), (caller, app), ("tid", tenant))));

    [Fact]
    public async Task An_emulator_token_of_a_tenant_of_its_own_choice_is_refused() => Assert.Equal(401, await PostAsEmulator(
        "Development",
        "https://sts.windows.net/88888888-2222-3333-4444-555555555555/",
        Claims(("ver", "1.0"), ("appid", TokenMaker.AppId), ("tid", "88888888-2222-3333-4444-555555555555"))));

    [Fact]
    public async Task A_channels_key_does_not_sign_for_an_emulator()
    {
        await using var entra = await TokenMaker.StartAsync(firstKey: 100);
        await using var bot = await BotServer.StartAsync(_tokens, "Development", entra: entra);
        var token = _tokens.Make(
            bot.Clock.GetUtcNow(),
            issuer: $"https://sts.windows.net/{Tenant}/",
            claims: Claims(("ver", "1.0"), ("appid", TokenMaker.AppId), ("tid", Tenant)));
        Assert.Equal(401, (await bot.PostAsync(BotServer.Body(serviceUrl: Local), $"Bearer {token}")).Status);
    }

    private static Dictionary<string, object> Claims(params (string Name, string Value)[] claims) =>
        claims.ToDictionary(claim => claim.Name, claim => (object)claim.Value);

    private async Task<int> PostAsEmulator(string environment, string issuer, Dictionary<string, object> claims)
    {
        await using var entra = await TokenMaker.StartAsync(firstKey: 100);
        await using var bot = await BotServer.StartAsync(_tokens, environment, entra: entra);
        var token = entra.Make(bot.Clock.GetUtcNow(), issuer: issuer, claims: claims);
        return (await bot.PostAsync(BotServer.Body(serviceUrl: Local), $"Bearer {token}")).Status;
    }
}

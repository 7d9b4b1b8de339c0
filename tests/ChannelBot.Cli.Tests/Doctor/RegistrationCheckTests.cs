using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ChannelBot.BotFramework.Authentication;
using ChannelBot.Cli.Doctor;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Identity.Client;

namespace ChannelBot.Cli.Tests.Doctor;

/// <summary>The registration, with an OpenID server of this machine and Entra's answers as they come.</summary>
public sealed class RegistrationCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Where_keys_and_a_token_can_be_had_the_bot_can_talk()
    {
        await using var server = await OpenIdServerAsync();
        using var http = new HttpClient();

        var findings = await FindAsync(http, new Entra(refusal: null), ("Bot:OpenIdMetadata", $"{server.Urls.First()}/openid"));

        Assert.All(findings, finding => Assert.Equal(FindingKind.Ok, finding.Kind));
        Assert.Equal("Entra gives the bot a token: answers can be sent.", findings[^1].Found);
    }

    [Fact]
    public async Task Keys_that_cannot_be_fetched_are_a_problem()
    {
        using var http = new HttpClient();

        var findings = await FindAsync(http, new Entra(refusal: null), ("Bot:OpenIdMetadata", "http://127.0.0.1:1/openid"));

        Assert.Equal((FindingKind.Problem, "The signing keys of http://127.0.0.1:1/openid cannot be fetched."), (findings[1].Kind, findings[1].Found));
    }

    [Theory]
    [InlineData("AADSTS7000215: Invalid client secret provided.", "Bot:AppPassword is wrong: copy the secret's value, not its id.")]
    [InlineData("AADSTS7000222: The provided client secret keys are expired.", "The secret has ended: make a new one and set Bot:AppPassword.")]
    [InlineData("AADSTS700016: Application was not found in the directory.", "The app is not in that tenant: see Bot:AppId, Bot:TenantId and Bot:AppType.")]
    public async Task Why_there_is_no_token_is_said_in_words_that_help(string refusal, string advice)
    {
        await using var server = await OpenIdServerAsync();
        using var http = new HttpClient();

        var finding = (await FindAsync(http, new Entra(refusal), ("Bot:OpenIdMetadata", $"{server.Urls.First()}/openid")))[^1];

        Assert.Equal((FindingKind.Problem, $"The bot gets no token: {refusal}", advice), (finding.Kind, finding.Found, finding.ToDo));
    }

    [Theory]
    [InlineData(400, "Ok")]
    [InlineData(10, "Note")]
    [InlineData(-1, "Problem")]
    public async Task A_certificate_is_read_and_its_end_is_seen(int daysLeft, string kind)
    {
        var path = _folder.Write("bot.pfx", Certificate(daysLeft));

        var findings = await FindAsync(null, new Entra(refusal: null), ("Bot:AppPassword", ""), ("Bot:CertificatePath", path));

        Assert.Equal(kind, findings[^1].Kind.ToString());
    }

    [Fact]
    public async Task A_file_that_is_no_certificate_is_a_problem()
    {
        var path = _folder.Write("bot.pfx", "no certificate");

        Assert.Equal(FindingKind.Problem, (await FindAsync(null, new Entra(refusal: null), ("Bot:AppPassword", ""), ("Bot:CertificatePath", path)))[^1].Kind);
    }

    private static async Task<IReadOnlyList<Finding>> FindAsync(HttpClient? http, Entra entra, params (string Key, string Value)[] settings)
    {
        var all = ProgramRun.SettingsOf(
            [("Bot:AppId", "11111111-1111-1111-1111-111111111111"), ("Bot:TenantId", "22222222-2222-2222-2222-222222222222"), ("Bot:AppPassword", "x"), .. settings]);
        return await new DoctorRun([new RegistrationCheck(all, http, _ => entra, TimeProvider.System)]).FindAsync(CancellationToken.None);
    }

    private static byte[] Certificate(int daysLeft)
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(Math.Min(-1, daysLeft - 1)), now.AddDays(daysLeft));
        return certificate.Export(X509ContentType.Pkcs12);
    }

    private static async Task<WebApplication> OpenIdServerAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/openid", (HttpRequest request) => new { issuer = "https://api.botframework.com", jwks_uri = $"http://{request.Host}/keys" });
        app.MapGet("/keys", () => new { keys = Array.Empty<string>() });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private sealed class Entra(string? refusal) : IAccessTokenSource
    {
        public Task<AccessToken> AcquireAsync(bool isForced, CancellationToken cancellationToken) => refusal is null
            ? Task.FromResult(new AccessToken("token", DateTimeOffset.UnixEpoch))
            : throw new MsalServiceException("invalid_client", refusal);
    }
}

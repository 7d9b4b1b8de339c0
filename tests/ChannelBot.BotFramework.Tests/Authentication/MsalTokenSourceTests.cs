using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ChannelBot.BotFramework.Authentication;
using ChannelBot.BotFramework.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Identity.Client;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;

namespace ChannelBot.BotFramework.Tests.Authentication;

/// <summary>How the bot asks Entra for its token. What it sends to the login host arrives at a server on this machine.</summary>
public sealed class MsalTokenSourceTests : IMsalHttpClientFactory, IAsyncLifetime
{
    private readonly List<(string Host, string Path, Dictionary<string, string> Form)> _calls = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("channelbot-").FullName;
    private LocalServer _login = null!;
    private HttpClient _http = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _login = await LocalServer.StartAsync(_ => { }, app => app.Run(AnswerAsync));
        _http = new HttpClient(new ToThisMachine(_login.Address));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _login.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(BotAppType.SingleTenant, BotCloudName.Public, "login.microsoftonline.com", "/99999999-2222-3333-4444-555555555555/oauth2/v2.0/token", "https://api.botframework.com/.default")]
    [InlineData(BotAppType.MultiTenant, BotCloudName.Public, "login.microsoftonline.com", "/botframework.com/oauth2/v2.0/token", "https://api.botframework.com/.default")]
    [InlineData(BotAppType.SingleTenant, BotCloudName.UsGovernment, "login.microsoftonline.us", "/99999999-2222-3333-4444-555555555555/oauth2/v2.0/token", "https://api.botframework.us/.default")]
    [InlineData(BotAppType.SingleTenant, BotCloudName.China, "login.partner.microsoftonline.cn", "/99999999-2222-3333-4444-555555555555/oauth2/v2.0/token", "https://api.botframework.azure.cn/.default")]
    public async Task A_secret_is_shown_to_the_tenant_of_the_cloud(BotAppType type, BotCloudName cloud, string host, string path, string scope)
    {
        var token = await Acquire(Options(type, cloud, password: "secret"));
        Assert.Equal("entra-token", token.Text);
        var call = Assert.Single(_calls);
        Assert.Equal((host, path), (call.Host, call.Path));
        Assert.Equal((TokenMaker.AppId, "secret", "client_credentials"), (call.Form["client_id"], call.Form["client_secret"], call.Form["grant_type"]));
        Assert.Contains(scope, call.Form["scope"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bot.pem")]
    [InlineData("bot.pfx")]
    public async Task A_certificate_signs_an_assertion_and_goes_with_it(string name)
    {
        var path = Path.Combine(_folder, name);
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        await (name.EndsWith(".pem", StringComparison.Ordinal)
            ? File.WriteAllTextAsync(path, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem(), Cancel)
            : File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pfx, "p"), Cancel));
        await Acquire(Options(BotAppType.SingleTenant, BotCloudName.Public, certificate: path));
        var assertion = new JsonWebToken(Assert.Single(_calls).Form["client_assertion"]);
        Assert.Equal(TokenMaker.AppId, assertion.Issuer);
        Assert.True(assertion.TryGetHeaderValue<object>("x5c", out _));
    }

    [Fact]
    public async Task A_federated_token_is_read_anew_for_each_request_and_shown_in_place_of_a_secret()
    {
        var path = Path.Combine(_folder, "token");
        await File.WriteAllTextAsync(path, "first\n", Cancel);
        var options = new BotOptions { AppId = TokenMaker.AppId, TenantId = "99999999-2222-3333-4444-555555555555", FederatedTokenFile = path };
        var source = new MsalTokenSource(options, BotCloud.Public, this);
        await source.AcquireAsync(isForced: false, Cancel);
        await File.WriteAllTextAsync(path, "second", Cancel);
        await source.AcquireAsync(isForced: true, Cancel);
        Assert.Equal(["first", "second"], _calls.Select(call => call.Form["client_assertion"]));
    }

    [Fact]
    public async Task A_managed_identity_that_the_registration_trusts_stands_in_for_a_secret()
    {
        await Acquire(new BotOptions
        {
            AppId = TokenMaker.AppId, TenantId = "99999999-2222-3333-4444-555555555555", FederatedIdentityId = "88888888-2222-3333-4444-555555555555",
        });
        var asked = _calls.Last(call => call.Path == "/metadata/identity/oauth2/token" && call.Form.ContainsKey("client_id"));
        Assert.Equal(("88888888-2222-3333-4444-555555555555", "api://AzureADTokenExchange"), (asked.Form["client_id"], asked.Form["resource"]));
        Assert.Equal(("entra-token", TokenMaker.AppId), (_calls[^1].Form["client_assertion"], _calls[^1].Form["client_id"]));
    }

    [Fact]
    public async Task A_token_is_asked_for_again_only_when_told()
    {
        var source = new MsalTokenSource(Options(BotAppType.SingleTenant, BotCloudName.Public, password: "secret"), BotCloud.Public, this);
        await source.AcquireAsync(isForced: false, Cancel);
        await source.AcquireAsync(isForced: false, Cancel);
        Assert.Single(_calls);
        await source.AcquireAsync(isForced: true, Cancel);
        Assert.Equal(2, _calls.Count);
    }

    [Fact]
    public async Task A_managed_identity_needs_no_secret()
    {
        var token = await Acquire(Options(BotAppType.UserAssignedMsi, BotCloudName.Public));
        Assert.Equal("entra-token", token.Text);
        var call = _calls[^1];
        Assert.Equal(("169.254.169.254", "/metadata/identity/oauth2/token"), (call.Host, call.Path));
        Assert.Equal((TokenMaker.AppId, "https://api.botframework.com"), (call.Form["client_id"], call.Form["resource"]));
    }

    HttpClient IMsalHttpClientFactory.GetHttpClient() => _http;

    private static BotOptions Options(BotAppType type, BotCloudName cloud, string password = "", string certificate = "") => new()
    {
        AppId = TokenMaker.AppId,
        TenantId = "99999999-2222-3333-4444-555555555555",
        AppType = type,
        Cloud = cloud,
        AppPassword = password,
        CertificatePath = certificate,
        CertificatePassword = "p",
    };

    private Task<AccessToken> Acquire(BotOptions options) => new MsalTokenSource(options, options.ToCloud(), this).AcquireAsync(isForced: false, Cancel);

    private async Task AnswerAsync(HttpContext context)
    {
        IEnumerable<KeyValuePair<string, StringValues>> form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : context.Request.Query;
        _calls.Add((context.Request.Host.Host, context.Request.Path.Value!, form.ToDictionary(pair => pair.Key, pair => pair.Value.ToString())));
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"token_type":"Bearer","expires_in":3599,"expires_on":"4102444800","access_token":"entra-token"}""");
    }

    /// <summary>Sends everything to this machine, under the name it was meant for.</summary>
    private sealed class ToThisMachine(Uri address) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Host = request.RequestUri!.Host;
            request.RequestUri = new Uri(address, request.RequestUri.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}

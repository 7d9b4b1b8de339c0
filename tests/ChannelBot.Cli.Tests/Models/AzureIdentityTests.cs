using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using ChannelBot.Models.Tests.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ChannelBot.Cli.Tests.Models;

/// <summary>Azure OpenAI without a key: the program, a process of its own, gets its token as an App Service would give it one, by Azure.Identity.</summary>
/// <remarks>Source: Azure App Service, "Managed identities", REST endpoint reference: IDENTITY_ENDPOINT and IDENTITY_HEADER. A token goes over
/// https alone, so the process is told to trust a certificate of the test's; Linux only, where the environment can tell it.</remarks>
public sealed class AzureIdentityTests : IDisposable
{
    private const string Secret = "a secret of the platform";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_identity_that_the_program_runs_under_calls_the_model()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "SSL_CERT_FILE is for Linux.");
        var steps = new Queue<ModelStep>(
        [
            new Calls([new ScriptedCall("figures_find", """{"words": "arrivals this year"}""")]),
            new Says("""{"outcome": "answered", "text": "{figure:f:arrivals-this-year} people arrived this year.", "missing": null}"""),
        ]);
        using var certificate = Certificate();
        await using var model = await ScriptedModelServer.StartAsync(_ => steps.TryDequeue(out var step) ? step : null, certificate);
        await using var platform = await Platform.StartAsync(isAssigned: true);
        var run = await RunAsync(model, platform, certificate, "ask", "--json", "How many people arrived this year?");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal("azure-openai", (string?)JsonNode.Parse(run.Out)!["planner"]);
        Assert.Equal(2, model.Requests.Count);
        Assert.Empty(model.Complaints);
        Assert.Equal(["https://cognitiveservices.azure.com"], platform.Asked.Distinct());
    }

    [Fact]
    public async Task The_doctor_says_that_there_is_no_identity()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "SSL_CERT_FILE is for Linux.");
        using var certificate = Certificate();
        await using var model = await ScriptedModelServer.StartAsync(_ => null, certificate);
        await using var platform = await Platform.StartAsync(isAssigned: false);
        var run = await RunAsync(model, platform, certificate, "doctor");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("no Azure identity was found to call the model with: sign in, assign one to this host, or set Planner:ApiKey", run.Out, StringComparison.Ordinal);
        Assert.Empty(model.Requests);
    }

    private Task<ProgramRun> RunAsync(ScriptedModelServer model, Platform platform, X509Certificate2 certificate, params string[] arguments) => ProgramRun.OfProcessAsync(
        _folder.Path,
        new Dictionary<string, string>
        {
            ["SSL_CERT_FILE"] = _folder.Write("trusted.pem", certificate.ExportCertificatePem()),
            ["IDENTITY_ENDPOINT"] = platform.Endpoint,
            ["IDENTITY_HEADER"] = Secret,
            ["Planner__Provider"] = "azure-openai",
            ["Planner__Endpoint"] = model.Address.AbsoluteUri,
            ["Planner__Model"] = "scripted",
            ["Planner__Retries"] = "0",
            ["Storage__Path"] = Path.Combine(_folder.Path, "conversations.db"),
        },
        arguments);

    /// <summary>For 127.0.0.1, and its own authority.</summary>
    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(90));
    }

    /// <summary>The part of an App Service that gives a program tokens for its identity.</summary>
    private sealed class Platform : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private readonly bool _isAssigned;

        private Platform(WebApplication app, bool isAssigned) => (_app, _isAssigned) = (app, isAssigned);

        /// <summary>For what tokens were asked.</summary>
        public List<string> Asked { get; } = [];

        public string Endpoint => _app.Urls.First() + "/msi/token";

        public static async Task<Platform> StartAsync(bool isAssigned)
        {
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var platform = new Platform(app, isAssigned);
            app.Run(platform.GiveAsync);
            await app.StartAsync();
            return platform;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private async Task GiveAsync(HttpContext context)
        {
            var mayHave = context.Request.Headers["X-IDENTITY-HEADER"] == Secret && context.Request.Query["api-version"] == "2019-08-01" && _isAssigned;
            lock (Asked)
            {
                Asked.Add(context.Request.Query["resource"].ToString());
            }

            context.Response.StatusCode = mayHave ? 200 : 400;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(mayHave
                ? $$"""{"access_token": "{{ScriptedModelServer.Token}}", "expires_on": "4000000000", "resource": "https://cognitiveservices.azure.com", "token_type": "Bearer", "client_id": "any"}"""
                : """{"statusCode": 400, "message": "No managed identity found for specified ClientId/ResourceId/PrincipalId."}""");
        }
    }
}

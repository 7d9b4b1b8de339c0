using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ChannelBot.BotFramework.Tests.Support;

/// <summary>An OpenID provider that signs tokens, as Azure Bot Service and Entra do.</summary>
internal sealed class TokenMaker : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Issuer = "https://api.botframework.com";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    /// <summary>Keys take long to make, so all tests use the same ones.</summary>
    private static readonly ConcurrentDictionary<int, Lazy<RSAParameters>> s_made = new();

    private readonly Dictionary<string, RSA> _keys = [];
    private readonly int _firstKey;
    private LocalServer? _server;

    private TokenMaker(int firstKey)
    {
        _firstKey = firstKey;
        AddKey("first");
    }

    public Uri Metadata => new(_server!.Address, "/.well-known/openidconfiguration");

    /// <summary>Ids of the keys that the provider publishes.</summary>
    public HashSet<string> Published { get; } = ["first"];

    public string[]? Endorsements { get; set; } = ["msteams", "directline"];

    public bool IsDown { get; set; }

    /// <summary>How often the keys were fetched.</summary>
    public int Fetches { get; private set; }

    /// <param name="firstKey">Makers with different numbers have different keys.</param>
    public static async Task<TokenMaker> StartAsync(int firstKey = 0)
    {
        var maker = new TokenMaker(firstKey);
        maker._server = await LocalServer.StartAsync(_ => { }, app =>
        {
            app.MapGet("/.well-known/openidconfiguration", () => maker.IsDown
                ? Results.StatusCode(500)
                : Results.Text(new JsonObject { ["issuer"] = Issuer, ["jwks_uri"] = new Uri(maker._server!.Address, "/keys").AbsoluteUri }.ToJsonString(), "application/json"));
            app.MapGet("/keys", () => Results.Text(maker.KeySet(), "application/json"));
        });
        return maker;
    }

    public void AddKey(string id) => _keys[id] = RSA.Create(
        s_made.GetOrAdd(_firstKey + _keys.Count, _ => new Lazy<RSAParameters>(() => RSA.Create(2048).ExportParameters(true))).Value);

    public RSA Key(string id = "first") => _keys[id];

    /// <summary>A channel's token, right in everything that is not given.</summary>
    public string Make(
        DateTimeOffset now,
        string issuer = Issuer,
        string audience = AppId,
        TimeSpan startsIn = default,
        TimeSpan? endsIn = null,
        string keyId = "first",
        SigningCredentials? credentials = null,
        IDictionary<string, object>? claims = null) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            NotBefore = (now + startsIn).UtcDateTime,
            Expires = (now + (endsIn ?? TimeSpan.FromHours(1))).UtcDateTime,
            Claims = claims ?? new Dictionary<string, object> { ["serviceurl"] = ServiceUrl },
            SigningCredentials = credentials ?? new SigningCredentials(new RsaSecurityKey(_keys[keyId]) { KeyId = keyId }, SecurityAlgorithms.RsaSha256),
        });

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private string KeySet()
    {
        Fetches++;
        var keys = Published.Select(id =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_keys[id].ExportParameters(false)) { KeyId = id });
            var json = new JsonObject { ["kty"] = key.Kty, ["use"] = "sig", ["kid"] = id, ["n"] = key.N, ["e"] = key.E };
            if (Endorsements is not null)
            {
                json["endorsements"] = new JsonArray([.. Endorsements.Select(name => (JsonNode)name)]);
            }

            return (JsonNode)json;
        });
        return new JsonObject { ["keys"] = new JsonArray([.. keys]) }.ToJsonString();
    }
}

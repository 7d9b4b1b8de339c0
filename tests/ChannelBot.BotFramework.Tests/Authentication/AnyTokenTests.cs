using System.Net;
using ChannelBot.BotFramework.Authentication;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Tests.Support;
using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;

namespace ChannelBot.BotFramework.Tests.Authentication;

/// <summary>Whatever stands in the Authorization header, the answer is a refusal and never a failure.</summary>
public sealed class AnyTokenTests : IAsyncLifetime
{
    private static readonly string[] s_values =
    [
        "null", "7", "-1", "1e999", "\"\"", "\"x\"", "[]", "{}", "[\"x\"]", "true", "\"\\ud800\"", "9999999999999999999", "\"https://api.botframework.com\"",
        "\"first\"", "\"RS256\"", "\"https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/\"",
    ];

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly HttpClient _http = new();
    private TokenMaker _tokens = null!;
    private ActivityAuthenticator _authenticator = null!;

    public async ValueTask InitializeAsync()
    {
        _tokens = await TokenMaker.StartAsync();
        var cloud = BotCloud.Public with { ChannelMetadata = _tokens.Metadata, EntraMetadata = _tokens.Metadata };
        var keys = new SigningKeys(_tokens.Metadata, _http, _clock, NullLogger<SigningKeys>.Instance);
        _authenticator = new ActivityAuthenticator(
            new BotOptions { AppId = TokenMaker.AppId },
            isDevelopment: true,
            new ChannelTokenValidator(TokenMaker.AppId, cloud, keys, _clock),
            new EmulatorTokenValidator(TokenMaker.AppId, "", cloud, keys, _clock),
            new OutboundHosts(cloud, [], allowsLoopback: true));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _tokens.DisposeAsync();
    }

    [Fact]
    public Task Any_text_is_refused() => Gen.String.SampleAsync(async text => await IsRefused(text) && await IsRefused($"Bearer {text}"));

    [Fact]
    public Task Any_damage_to_a_token_is_refused()
    {
        var whole = _tokens.Make(_clock.GetUtcNow());
        return Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Char["ABCabc019-_.=+/ {\u0000é"]).Array[1, 3].SampleAsync(async marks =>
        {
            var token = whole.ToCharArray();
            foreach (var (at, value) in marks)
            {
                token[at] = value;
            }

            // The last sign of a signature has bits that mean nothing, so a change there may change nothing.
            return token.AsSpan()[..^1].SequenceEqual(whole.AsSpan()[..^1]) || await IsRefused($"Bearer {new string(token)}");
        });
    }

    [Fact]
    public Task Any_claims_without_a_signature_are_refused()
    {
        var claim = Gen.Select(Gen.OneOf("iss", "aud", "exp", "nbf", "tid", "ver", "appid", "serviceurl", "alg", "kid", "typ"), Gen.OneOf(s_values));
        var claims = claim.Array[0, 5].Select(pairs => "{" + string.Join(',', pairs.Select(pair => $"\"{pair.Item1}\":{pair.Item2}")) + "}");
        return Gen.Select(claims, claims).SampleAsync(parts =>
            IsRefused($"Bearer {Base64UrlEncoder.Encode(parts.Item1)}.{Base64UrlEncoder.Encode(parts.Item2)}.c2ln"));
    }

    private async Task<bool> IsRefused(string header)
    {
        var activity = new Activity(ActivityTypes.Message) { ChannelId = "msteams", ServiceUrl = TokenMaker.ServiceUrl };
        var outcome = await _authenticator.AuthenticateAsync(header, activity, IPAddress.Loopback, isForwarded: false, CancellationToken.None);
        return !outcome.IsAccepted;
    }
}

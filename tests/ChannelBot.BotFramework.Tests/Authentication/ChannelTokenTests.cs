using System.Text;
using ChannelBot.BotFramework.Tests.Support;
using Microsoft.IdentityModel.Tokens;

namespace ChannelBot.BotFramework.Tests.Authentication;

/// <summary>Who may post an activity to a registered bot in production: nobody but a channel with its token for this activity.</summary>
public sealed class ChannelTokenTests : IAsyncLifetime
{
    private TokenMaker _tokens = null!;
    private BotServer _bot = null!;

    private DateTimeOffset Now => _bot.Clock.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        _tokens = await TokenMaker.StartAsync();
        _bot = await BotServer.StartAsync(_tokens);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _tokens.DisposeAsync();
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha256)]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public async Task A_channels_token_opens_the_door(string algorithm)
    {
        var credentials = new SigningCredentials(new RsaSecurityKey(_tokens.Key()) { KeyId = "first" }, algorithm);
        Assert.Equal((202, ""), await Post(_tokens.Make(Now, credentials: credentials)));
        Assert.Equal("hi", Assert.Single(_bot.Accepted).Text);
    }

    [Theory]
    [InlineData("serviceUrl")]
    [InlineData("serviceurl")]
    public async Task The_claim_of_the_service_may_be_spelled_as_documented_or_as_sent(string claim)
    {
        var claims = new Dictionary<string, object> { [claim] = TokenMaker.ServiceUrl.ToUpperInvariant() };
        Assert.Equal(202, (await Post(_tokens.Make(Now, claims: claims))).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer not-a-token")]
    [InlineData("Bearer e30.e30.")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Basic dTpw")]
    public async Task Without_a_token_nobody_comes_in(string? authorization) =>
        AssertRefused(401, "Unauthorized", await _bot.PostAsync(BotServer.Body(), authorization));

    [Fact]
    public async Task A_token_with_a_third_part_in_the_header_is_refused() =>
        AssertRefused(401, "Unauthorized", await _bot.PostAsync(BotServer.Body(), $"Bearer {_tokens.Make(Now)} more"));

    [Fact]
    public async Task A_token_is_good_for_five_minutes_more_and_no_longer()
    {
        Assert.Equal(202, (await Post(_tokens.Make(Now, startsIn: TimeSpan.FromHours(-2), endsIn: TimeSpan.FromMinutes(-4)))).Status);
        _bot.Accepted.Clear();
        AssertRefused(401, "Unauthorized", await Post(_tokens.Make(Now, startsIn: TimeSpan.FromHours(-2), endsIn: TimeSpan.FromMinutes(-6))));
    }

    [Fact]
    public async Task A_token_is_good_five_minutes_early_and_no_sooner()
    {
        Assert.Equal(202, (await Post(_tokens.Make(Now, startsIn: TimeSpan.FromMinutes(4)))).Status);
        _bot.Accepted.Clear();
        AssertRefused(401, "Unauthorized", await Post(_tokens.Make(Now, startsIn: TimeSpan.FromMinutes(6))));
    }

    [Fact]
    public async Task A_token_for_another_bot_is_refused() =>
        AssertRefused(401, "Unauthorized", await Post(_tokens.Make(Now, audience: "99999999-2222-3333-4444-555555555555")));

    [Theory]
    [InlineData("https://api.botframework.us")]
    [InlineData("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")]
    [InlineData("https://login.microsoftonline.com/99999999-2222-3333-4444-555555555555/v2.0")]
    public async Task A_token_of_another_issuer_is_refused(string issuer) =>
        AssertRefused(401, "Unauthorized", await Post(_tokens.Make(Now, issuer: issuer)));

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        var payload = _tokens.Make(Now).Split('.')[1];
        foreach (var algorithm in new[] { "none", "None", "NONE", "" })
        {
            var header = Base64UrlEncoder.Encode($$"""{"alg":"{{algorithm}}","typ":"JWT","kid":"first"}""");
            AssertRefused(401, "Unauthorized", await Post($"{header}.{payload}."));
        }
    }

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_a_secret_is_refused()
    {
        foreach (var secret in new[] { _tokens.Key().ExportSubjectPublicKeyInfo(), Encoding.UTF8.GetBytes(_tokens.Key().ExportSubjectPublicKeyInfoPem()) })
        {
            var key = new SymmetricSecurityKey(secret) { KeyId = "first" };
            AssertRefused(401, "Unauthorized", await Post(_tokens.Make(Now, credentials: new SigningCredentials(key, SecurityAlgorithms.HmacSha256))));
        }
    }

    [Fact]
    public async Task A_token_signed_with_padding_that_is_not_allowed_is_refused()
    {
        var credentials = new SigningCredentials(new RsaSecurityKey(_tokens.Key()) { KeyId = "first" }, SecurityAlgorithms.RsaSsaPssSha256);
        AssertRefused(401, "Unauthorized", await Post(_tokens.Make(Now, credentials: credentials)));
    }

    [Fact]
    public async Task A_token_of_an_unknown_key_is_refused()
    {
        _tokens.AddKey("foreign");
        AssertRefused(401, "Unauthorized", await Post(_tokens.Make(Now, keyId: "foreign")));
    }

    [Fact]
    public async Task A_foreign_key_under_a_known_name_is_refused()
    {
        _tokens.AddKey("foreign");
        var credentials = new SigningCredentials(new RsaSecurityKey(_tokens.Key("foreign")) { KeyId = "first" }, SecurityAlgorithms.RsaSha256);
        AssertRefused(401, "Unauthorized", await Post(_tokens.Make(Now, credentials: credentials)));
    }

    [Fact]
    public async Task A_token_whose_words_were_changed_is_refused()
    {
        var parts = _tokens.Make(Now).Split('.');
        var payload = Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace(TokenMaker.ServiceUrl, "https://evil.botframework.com/", StringComparison.Ordinal));
        AssertRefused(401, "Unauthorized", await _bot.PostAsync(
            BotServer.Body(serviceUrl: "https://evil.botframework.com/"), $"Bearer {parts[0]}.{payload}.{parts[2]}"));
    }

    [Theory]
    [InlineData("webchat")]
    [InlineData("MSTEAMS")]
    [InlineData("")]
    public async Task A_key_that_is_not_endorsed_for_the_channel_is_refused(string channel) =>
        AssertRefused(403, "Forbidden", await _bot.PostAsync(BotServer.Body(channel: channel), $"Bearer {_tokens.Make(Now)}"));

    [Fact]
    public async Task A_key_without_endorsements_is_refused()
    {
        _tokens.Endorsements = null;
        AssertRefused(403, "Forbidden", await Post(_tokens.Make(Now)));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/")]
    [InlineData("https://evil.example/")]
    [InlineData("")]
    public async Task A_token_for_another_service_is_refused(string serviceUrl) =>
        AssertRefused(403, "Forbidden", await _bot.PostAsync(BotServer.Body(serviceUrl: serviceUrl), $"Bearer {_tokens.Make(Now)}"));

    [Fact]
    public async Task A_token_for_no_service_is_refused() =>
        AssertRefused(403, "Forbidden", await Post(_tokens.Make(Now, claims: new Dictionary<string, object>())));

    [Fact]
    public async Task A_service_to_which_the_bot_may_not_send_is_refused_even_with_a_token()
    {
        const string evil = "https://evil.example/";
        var token = _tokens.Make(Now, claims: new Dictionary<string, object> { ["serviceurl"] = evil });
        AssertRefused(403, "Forbidden", await _bot.PostAsync(BotServer.Body(serviceUrl: evil), $"Bearer {token}"));
    }

    [Fact]
    public async Task When_the_keys_cannot_be_fetched_it_is_not_the_senders_fault()
    {
        _tokens.IsDown = true;
        AssertRefused(503, "ServiceUnavailable", await Post(_tokens.Make(Now)));
        _tokens.IsDown = false;
        _bot.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(202, (await Post(_tokens.Make(Now))).Status);
    }

    [Fact]
    public async Task A_new_key_is_taken_at_once_but_unknown_ones_make_the_bot_ask_once_an_hour()
    {
        Assert.Equal(202, (await Post(_tokens.Make(Now))).Status);
        _tokens.AddKey("second");
        _tokens.Published.Add("second");
        Assert.Equal(401, (await Post(_tokens.Make(Now, keyId: "second"))).Status);
        Assert.Equal(1, _tokens.Fetches);

        _bot.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(202, (await Post(_tokens.Make(Now, keyId: "second"))).Status);
        _tokens.AddKey("third");
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(401, (await Post(_tokens.Make(Now, keyId: "third"))).Status);
        }

        Assert.Equal(2, _tokens.Fetches);
    }

    [Fact]
    public async Task Keys_are_fetched_again_each_day_while_the_old_ones_still_serve()
    {
        Assert.Equal(202, (await Post(_tokens.Make(Now))).Status);
        _tokens.AddKey("second");
        _tokens.Published.Add("second");
        _bot.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(202, (await Post(_tokens.Make(Now))).Status);
        Assert.Equal(202, (await Post(_tokens.Make(Now, keyId: "second"))).Status);
        Assert.Equal(2, _tokens.Fetches);
    }

    private Task<(int Status, string Body)> Post(string token) => _bot.PostAsync(BotServer.Body(), $"Bearer {token}");

    private void AssertRefused(int status, string code, (int Status, string Body) answer)
    {
        Assert.Equal(status, answer.Status);
        Assert.StartsWith($$$"""{"error":{"code":"{{{code}}}","message":""", answer.Body, StringComparison.Ordinal);
        Assert.Empty(_bot.Accepted);
    }
}

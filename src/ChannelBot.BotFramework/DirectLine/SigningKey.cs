using System.Security.Cryptography;
using ChannelBot.Core.Conversations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>The key that signs tokens: configured, or made once and kept with the conversations. Read before the first request is served.</summary>
internal sealed class SigningKey(IOptions<DirectLineOptions> options, IConversationStore store) : IHostedService
{
    private const string Name = "directline-signing-key";
    private SigningCredentials? _credentials;

    public SigningCredentials Credentials =>
        _credentials ?? throw new InvalidOperationException("The signing key is read when the host starts, which it has not.");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var key = options.Value.SigningKey is { Length: > 0 } configured
            ? Convert.FromBase64String(configured)
            : (await store.KeepOnceAsync(Name, RandomNumberGenerator.GetBytes(32), cancellationToken)).ToArray();
        _credentials = new SigningCredentials(new SymmetricSecurityKey(key), SecurityAlgorithms.HmacSha256);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

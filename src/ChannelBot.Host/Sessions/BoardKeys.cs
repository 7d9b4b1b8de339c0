using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ChannelBot.Core.Conversations;

namespace ChannelBot.Host.Sessions;

/// <summary>The keys of the educators' boards: each follows from its session's code and a secret of this host's store, so that none is
/// kept, and none can be guessed.</summary>
internal sealed class BoardKeys(IConversationStore store) : IHostedService
{
    private const int SecretBytes = 32;

    private byte[] _secret = [];

    public async Task StartAsync(CancellationToken cancellationToken) =>
        _secret = (await store.KeepOnceAsync("boards", RandomNumberGenerator.GetBytes(SecretBytes), cancellationToken)).ToArray();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>43 letters, digits, hyphens and underscores.</summary>
    public string Of(string code) => Base64Url.EncodeToString(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(code)));

    /// <summary>Whether it is the key of this session's board; how long that takes says nothing of it.</summary>
    public bool Is(string code, string? key) =>
        key is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(code)), Encoding.UTF8.GetBytes(key));
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ChannelBot.Core.Conversations;
using ChannelBot.Teaching.Sessions;

namespace ChannelBot.Host.Sessions;

/// <summary>The keys of the educators' boards: each follows from its session's code and a secret of this host's store, so that none is
/// kept, and none can be guessed.</summary>
internal sealed class BoardKeys(IConversationStore store) : IHostedService
{
    private const int SecretBytes = 32;

    /// <summary>Of a ticket's letters: 34 bits, tried out at no more than a few a minute.</summary>
    private const int TicketLength = 8;

    private byte[] _secret = [];

    public async Task StartAsync(CancellationToken cancellationToken) =>
        _secret = (await store.KeepOnceAsync("boards", RandomNumberGenerator.GetBytes(SecretBytes), cancellationToken)).ToArray();

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>43 letters, digits, hyphens and underscores.</summary>
    public string Of(string code) => Base64Url.EncodeToString(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(code)));

    /// <summary>Whether it is the key of this session's board; how long that takes says nothing of it.</summary>
    public bool Is(string code, string? key) =>
        key is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Of(code)), Encoding.UTF8.GetBytes(key));

    /// <summary>The board's address for another browser, from the host's root. What is behind the # is sent to no server, and stands in no log.</summary>
    public string LinkOf(string code) => $"/sessions#{code}.{Of(code)}";

    /// <summary>What lets a session run in a group's chat. Those who read it there could let it run in another chat, and no more than that.</summary>
    public string PhraseOf(string code) => $"session here {code}-{TicketOf(code)}";

    public bool IsTicket(string code, string? ticket) =>
        ticket is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(TicketOf(code)), Encoding.UTF8.GetBytes(ticket));

    private string TicketOf(string code) =>
        string.Concat(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"chat {code}")).Take(TicketLength).Select(JoinCode.LetterOf));
}

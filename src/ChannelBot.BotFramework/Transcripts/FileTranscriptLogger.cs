using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChannelBot.BotFramework.Schema;
using Microsoft.Extensions.Logging;

namespace ChannelBot.BotFramework.Transcripts;

/// <summary>Writes each conversation into a file of its own, <c>FOLDER/CHANNEL/CONVERSATION.transcript</c>, whole after every turn.</summary>
/// <param name="anonymise">Whether people are replaced by numbers.</param>
public sealed partial class FileTranscriptLogger(string folder, bool anonymise, ILogger<FileTranscriptLogger> log) : ITranscriptLogger, IDisposable
{
    private const int LongestName = 100;

    /// <summary>Conversations whose people's numbers are remembered; beyond, and after a restart, they are numbered anew.</summary>
    private const int MostAnonymisers = 10_000;

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly Dictionary<string, Anonymiser> _anonymisers = new(StringComparer.Ordinal);

    public async Task LogTurnAsync(IReadOnlyList<Activity> activities, CancellationToken cancellationToken = default)
    {
        if (activities is not [var first, ..])
        {
            return;
        }

        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var path = PathOf(first.ChannelId, first.Conversation?.Id);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var told = anonymise ? AnonymiserOf(path).Replace(activities) : activities;
            await (told.All(TranscriptFile.IsNew) ? TranscriptFile.AppendAsync(path, told, cancellationToken) : TranscriptFile.FoldAsync(path, told, cancellationToken));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            LogNotWritten(problem, folder);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Deletes what a user of a channel said and was told: whole conversations where nobody else spoke.</summary>
    public async Task ForgetUserAsync(string? channelId, string userId, CancellationToken cancellationToken = default)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            foreach (var path in Directory.Exists(FolderOf(channelId)) ? Directory.GetFiles(FolderOf(channelId), $"*{TranscriptFile.Extension}") : [])
            {
                var activities = await TranscriptFile.ReadAsync(path, cancellationToken);
                Activity[] others = [.. activities.Where(activity => activity.From?.Id != userId && activity.Recipient?.Id != userId)];
                if (others.Length < activities.Count)
                {
                    await TranscriptFile.WriteAsync(path, others, cancellationToken);
                }

                if (others.Length is 0)
                {
                    File.Delete(path);
                }
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or JsonException)
        {
            LogNotForgotten(problem, folder);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Deletes conversations in which nothing was said since.</summary>
    public async Task DeleteOlderThanAsync(DateTimeOffset oldest, CancellationToken cancellationToken = default)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var files = Directory.Exists(folder) ? Directory.GetFiles(folder, $"*{TranscriptFile.Extension}*", SearchOption.AllDirectories) : [];
            Array.ForEach([.. files.Where(path => File.GetLastWriteTimeUtc(path) < oldest.UtcDateTime)], File.Delete);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Where a conversation is written. Channels choose its id: nothing in it leads out of the folder.</summary>
    public string PathOf(string? channelId, string? conversationId) =>
        Path.Combine(FolderOf(channelId), NameOf(conversationId, anonymise) + TranscriptFile.Extension);

    public void Dispose() => _oneAtATime.Dispose();

    private Anonymiser AnonymiserOf(string path)
    {
        if (_anonymisers.Count >= MostAnonymisers)
        {
            _anonymisers.Clear();
        }

        return _anonymisers.TryGetValue(path, out var known) ? known : _anonymisers[path] = new Anonymiser();
    }

    private string FolderOf(string? channelId) => Path.Combine(folder, NameOf(channelId, isSecret: false));

    /// <summary>The id where a file can have it as its name, else the part of it that can, with a hash to tell it from others.</summary>
    private static string NameOf(string? id, bool isSecret)
    {
        id ??= "unknown";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..16];
        if (isSecret)
        {
            return $"conversation-{hash}";
        }

        var name = string.Concat(id.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '_'));
        return name == id && name.Length is > 0 and <= LongestName ? name : $"{name[..Math.Min(name.Length, LongestName)]}-{hash}";
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A turn could not be written to a transcript in {Folder}")]
    private partial void LogNotWritten(Exception problem, string folder);

    [LoggerMessage(Level = LogLevel.Error, Message = "A user could not be forgotten in the transcripts in {Folder}: delete their conversations by hand")]
    private partial void LogNotForgotten(Exception problem, string folder);
}

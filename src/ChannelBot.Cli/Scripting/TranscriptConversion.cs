using System.Text.Json;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Transcripts;
using ChannelBot.Core;
using ChannelBot.Testing.Chat;
using ChannelBot.Testing.Scripts;
using ChannelBot.Testing.Transcripts;

namespace ChannelBot.Cli.Scripting;

/// <summary>A conversation on its way from one kind of file into another; both are told by their endings.</summary>
/// <param name="to">Null for the other kind than that of <paramref name="from"/>.</param>
internal sealed class TranscriptConversion(string from, string? to)
{
    private const string Chat = ".chat";
    private const string Transcript = ".transcript";

    public bool IsBrief { get; init; }

    public bool IsAsChatdown { get; init; }

    public bool IsAnonymised { get; init; }

    /// <returns>The text of the file to write.</returns>
    /// <exception cref="ScriptFormatException">The file holds mistakes.</exception>
    public string Run()
    {
        var (source, target) = (KindOf(from, "in"), to is null ? null : KindOf(to, "out"));
        target ??= source is Chat ? Transcript : Chat;
        if (source == target && !(IsAnonymised && source is Transcript))
        {
            throw new BadInputException("out", $"'{from}' and '{to}' are the same kind of file; only a {Transcript} with --anonymise becomes one of its kind.");
        }

        var read = source is Chat ? FromChat() : TranscriptDocument.Parse(ScriptFiles.ReadBytes(from), from);
        var document = IsAnonymised ? Anonymised(read) : read;
        return target is Transcript ? document.ToString() : ChatPrinter.Print(document, new ChatPrinting { IsBrief = IsBrief });
    }

    /// <summary>The same activities with nobody's name in them.</summary>
    public static TranscriptDocument Anonymised(TranscriptDocument document)
    {
        var replaced = new Anonymiser().Replace([.. document.Entries.Select(entry => entry.Activity)]);
        return TranscriptDocument.Of(replaced.Select(activity => JsonSerializer.SerializeToNode(activity, ProtocolJson.Wire.Activity)!.AsObject()), document.Path);
    }

    private TranscriptDocument FromChat()
    {
        var activities = ChatReader.Read(ChatDocument.Parse(ScriptFiles.ReadText(from), from), new ChatReading { IsAsChatdown = IsAsChatdown });
        return TranscriptDocument.Of(activities.Select(activity => activity.Json), from);
    }

    private static string KindOf(string path, string field) =>
        new[] { Chat, Transcript }.FirstOrDefault(kind => path.EndsWith(kind, StringComparison.OrdinalIgnoreCase))
        ?? throw new BadInputException(field, $"'{path}' is no kind of file I convert. Expected one that ends in {Chat} or {Transcript}.");
}

using System.Text.Json;
using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Transcripts;
using ChannelBot.Testing.Chat;
using ChannelBot.Testing.Expectations;
using ChannelBot.Testing.Scripts;
using ChannelBot.Testing.Transcripts;

namespace ChannelBot.Cli.Scripting;

/// <summary>A conversation on its way to a file: to .chat what was said, to .transcript every activity with all its fields.</summary>
/// <param name="path">Tells by its ending which it is.</param>
internal sealed class Recording(string path)
{
    public const string Chat = ".chat";
    public const string Transcript = ".transcript";

    private readonly List<Activity> _activities = [];

    /// <summary>Whether a conversation can be written to a file of this name.</summary>
    public static bool CanBe(string path) => new[] { Chat, Transcript }.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    public void Add(TurnObservation turn)
    {
        _activities.Add(turn.Sent);
        _activities.AddRange(turn.Replies.Where(reply => !reply.IsType(ActivityTypes.Typing)).Select(reply => ActivityCopy.Of(reply, copy =>
        {
            // A bot need not say who it is.
            copy.From ??= new ChannelAccount("bot");
            copy.From.Role ??= "bot";
        })));
    }

    /// <summary>The file's text.</summary>
    /// <param name="isAnonymised">Whether people's names and ids are replaced, the same by the same.</param>
    public string Text(bool isAnonymised)
    {
        var activities = isAnonymised ? new Anonymiser().Replace(_activities) : _activities;
        return path.EndsWith(Transcript, StringComparison.OrdinalIgnoreCase)
            ? TranscriptDocument.Of(activities.Select(Json), path).ToString()
            : ChatPrinter.Print(TranscriptDocument.Of(activities.Where(activity => !activity.IsType(ActivityTypes.ConversationUpdate)).Select(Words), path), new ChatPrinting { IsBrief = true });
    }

    private static JsonObject Json(Activity activity) => JsonSerializer.SerializeToNode(activity, ProtocolJson.Wire.Activity)!.AsObject();

    /// <summary>What a person would write down: who said which words, and where.</summary>
    private static JsonObject Words(Activity activity)
    {
        var said = Json(activity);
        foreach (var field in said.Select(member => member.Key).Except(["type", "text", "from", "recipient", "channelId"]).ToArray())
        {
            said.Remove(field);
        }

        return said;
    }
}

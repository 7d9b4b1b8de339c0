using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Chat;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Transcripts;

/// <summary>Makes a script of a transcript: what came from the user's side is sent again, and the bot must say again what it said, to the
/// last field that the comparison does not ignore.</summary>
public static class TranscriptScript
{
    /// <exception cref="ScriptFormatException">The file is no transcript, or nobody can tell who of it is the bot.</exception>
    public static Script Read(ReadOnlyMemory<byte> utf8, string path) => Of(TranscriptDocument.Parse(utf8, path));

    /// <inheritdoc cref="Read"/>
    public static Script Of(TranscriptDocument document)
    {
        var sides = new TranscriptSides(document.Entries);
        var entries = document.Fold(sides);
        if (document.Entries is [var start, ..] && sides.Bot is null)
        {
            throw new ScriptFormatException(
                start.Place, "Nothing tells who is the bot. Expected a 'recipient' with an id, or a 'from' or 'recipient' with \"role\": \"bot\".");
        }

        var turns = new List<(TranscriptEntry Sent, List<ExpectedReply> Replies)>();
        var byId = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!sides.IsFromBot(entry.Activity))
            {
                byId[entry.Activity.Id ?? ""] = turns.Count;
                turns.Add((entry, []));
                continue;
            }

            if (turns.Count is 0)
            {
                turns.Add((Joining(entry), []));
            }

            // What was said to one thing may come after the next was said.
            var turn = entry.Activity.ReplyToId is { } id && byId.TryGetValue(id, out var answered) ? answered : turns.Count - 1;
            turns[turn].Replies.Add(new ExpectedReply(entry.Activity, entry.Place, entry.LastLine));
        }

        if (turns.Count is 0)
        {
            throw new ScriptFormatException(new ScriptPlace(document.Path, 1, 1), "Nobody says anything. Expected activities of a user, and of a bot that answers.");
        }

        return new Script
        {
            Path = document.Path,
            Name = ScriptFiles.NameOf(document.Path),
            Header = Header(entries, sides),
            Turns = [.. turns.Select(turn => new ScriptTurn { Place = turn.Sent.Place, Activity = WhatIsSaid(turn.Sent.Activity), Replies = turn.Replies, IsExact = true })],
        };
    }

    private static ScriptHeader Header(IReadOnlyList<TranscriptEntry> entries, TranscriptSides sides)
    {
        string[] users =
        [
            .. entries.Select(entry => entry.Activity).Where(activity => !sides.IsFromBot(activity))
                .Select(activity => activity.From?.Name ?? activity.From?.Id).OfType<string>().Where(name => name.Length > 0).Distinct(StringComparer.Ordinal),
        ];
        var channel = entries.Select(entry => entry.Activity.ChannelId).FirstOrDefault(channel => channel is { Length: > 0 });
        return new ScriptHeader
        {
            Bot = sides.Bot?.Name is { Length: > 0 } name ? name : new ScriptHeader().Bot,
            Users = users.Length > 0 ? users : new ScriptHeader().Users,
            ChannelId = channel,
            IsForAnyChannel = channel is Channels.Emulator or Channels.Test or ChatReading.Channel,
        };
    }

    /// <summary>Without what a channel gives: a driver does that anew. Whoever speaks keeps the account, which mentions may name.</summary>
    private static Activity WhatIsSaid(Activity activity) => ActivityCopy.Of(activity, copy =>
        (copy.Id, copy.Timestamp, copy.ServiceUrl, copy.CallerId, copy.DeliveryMode) = (null, null, null, null, null));

    /// <summary>A bot that speaks first speaks to somebody's coming.</summary>
    private static TranscriptEntry Joining(TranscriptEntry greeting) => greeting with
    {
        Activity = new Activity(ActivityTypes.ConversationUpdate)
        {
            From = greeting.Activity.Recipient,
            Recipient = greeting.Activity.From,
            MembersAdded = [.. new[] { greeting.Activity.From, greeting.Activity.Recipient }.OfType<ChannelAccount>()],
        },
    };
}

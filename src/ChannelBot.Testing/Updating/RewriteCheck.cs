using System.Text.Json;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Chat;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Updating;

/// <summary>Reads a rewritten file back: nothing but the one line may be another, and it must say what the bot said. Words that look like
/// .chat's own signs, and a line with attachments, do not pass.</summary>
internal static class RewriteCheck
{
    public static bool Holds(string text, string path, LineProposal proposal)
    {
        try
        {
            var document = ChatDocument.Parse(text, path);
            var wanted = ChatScript.Of(document);
            var written = ChatScript.Read(ChatRewrite.Of(document, proposal), path);
            return Told(wanted, proposal).SequenceEqual(Told(written, null), StringComparer.Ordinal);
        }
        catch (ScriptFormatException)
        {
            return false;
        }
    }

    /// <summary>All that a script says, in its order, with a proposal taken in.</summary>
    private static IEnumerable<string> Told(Script script, LineProposal? proposal)
    {
        yield return $"{script.Header.ChannelId} {script.Header.Bot} {string.Join(',', script.Header.Users)}";
        for (var index = 0; index < script.Turns.Count; index++)
        {
            var turn = script.Turns[index];
            yield return $"user {Json(turn.Activity)} {turn.Delay}";
            foreach (var reply in Replies(turn, proposal?.Turn == index ? proposal : null))
            {
                yield return $"bot {Json(reply)}";
            }

            foreach (var line in turn.Paraphrases.Select(paraphrase => paraphrase.Text).Concat(turn.Expectations.Select(expectation => expectation.Text)))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<Activity> Replies(ScriptTurn turn, LineProposal? proposal)
    {
        foreach (var reply in turn.Replies)
        {
            var isIt = proposal is not null && reply.Place == proposal.Reply.Place;
            if (!isIt || proposal!.Old is null)
            {
                yield return reply.Activity;
            }

            if (isIt && proposal!.New is { } words)
            {
                yield return ActivityCopy.Of(reply.Activity, copy => copy.Text = words);
            }
        }
    }

    private static string Json(Activity activity) => JsonSerializer.Serialize(activity, ProtocolJson.Wire.Activity);
}

using ChannelBot.BotFramework.Schema;
using ChannelBot.Core;
using ChannelBot.Core.Sessions;
using ChannelBot.Host.Answering;
using ChannelBot.Host.Operations;
using ChannelBot.Teaching.Sessions;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Sessions;

/// <summary>What educators say to the bot in a chat: to start a session, to let one run in a group's chat, to get their board's link.</summary>
internal sealed class SessionCommands(
    LiveSessions sessions, EducatorKey key, BoardKeys boards, JoinLinks links, GuessLimits guesses, Articles articles, IOptions<SessionsOptions> options)
{
    private const string Help =
        """
        For educators:
        session start "Title" – starts a session; in a chat of several it runs in that chat
        session here CODE – lets a session run in this chat too; its board shows what to write
        session board – the links of your boards, in a personal chat
        """;

    private const string NeedsKey = "Starting a session needs the educator key: session start \"Title\" KEY, and in a personal chat only. Or whoever runs this host puts you on its list of educators.";
    private const string KeyInPublic = "A key does not belong in a chat that others read. Delete that message, and tell whoever runs this host that a new key is needed.";
    private const string OnThePage = "In a web chat a key would be kept with the conversation. Start your session on the page /sessions.";
    private const string Personal = "Ask me that in a personal chat: who has the link sees all questions.";
    private const string NoSession = "That opens no session here. The board of your session shows what to write.";

    /// <returns>What to say to it; null where the message is no command.</returns>
    public async Task<string?> CarryOutAsync(Activity activity)
    {
        if (!activity.IsType(ActivityTypes.Message) || SessionCommand.Read(activity.RemoveRecipientMention()) is not { } command)
        {
            return null;
        }

        try
        {
            return command.Verb switch
            {
                SessionVerb.Start => await StartAsync(activity, command),
                SessionVerb.Here => await LinkAsync(activity, command),
                SessionVerb.Board => IsPersonal(activity) ? Boards(activity) : Personal,
                _ => Help,
            };
        }
        catch (Exception refusal) when (refusal is BadInputException or TooMuchAtOnceException)
        {
            return refusal.Message;
        }
    }

    private async Task<string> StartAsync(Activity activity, SessionCommand command)
    {
        if (activity.ChannelId is Channels.Directline)
        {
            return OnThePage;
        }

        if (!IsPersonal(activity) && command.Key is not null)
        {
            return KeyInPublic;
        }

        if (!IsListed(activity))
        {
            var isRight = key.Is(command.Key);
            guesses.RequireKey(PersonOf(activity).ToString(), isRight || command.Key is null);
            if (!isRight)
            {
                return NeedsKey;
            }
        }

        var live = await sessions.OpenAsync(SessionText.Title(command.Title), articles.Own.Id, ReleaseMode.AtOnce, PersonOf(activity));
        if (IsPersonal(activity))
        {
            return $"{Begun(live.Now)}\n{BoardOf(live.Now)}\nIn a group's chat, write: {boards.PhraseOf(live.Now.Code)}";
        }

        await sessions.LinkAsync(live, activity.ChannelId ?? "", activity.Conversation?.Id ?? "");
        return $"{Begun(live.Now)}\n{Asking()}\nFor the board, say “session board” to me in a personal chat.";
    }

    private async Task<string> LinkAsync(Activity activity, SessionCommand command)
    {
        if (IsPersonal(activity))
        {
            return "Write that in the chat of the group or channel in which the session is to run.";
        }

        var live = command.Code is { } code ? await sessions.FindAsync(code) : null;
        var mayLink = live is not null && (boards.IsTicket(live.Now.Code, command.Ticket) || live.Now.Starter == PersonOf(activity) || IsListed(activity));
        guesses.RequireCode(PersonOf(activity).ToString(), mayLink);
        if (!mayLink)
        {
            return NoSession;
        }

        await sessions.LinkAsync(live!, activity.ChannelId ?? "", activity.Conversation?.Id ?? "");
        return $"{Begun(live!.Now)}\n{Asking()}";
    }

    private string Boards(Activity activity)
    {
        var own = sessions.StartedBy(PersonOf(activity));
        return own.Count is 0 ? "You have started no session that goes on." : string.Join('\n', own.Select(session => $"“{session.Title}” ({session.Code}): {BoardOf(session)}"));
    }

    private string Begun(Session session) =>
        $"The session “{session.Title}” goes on. {(links.Of(session.Code) is { } link ? $"Join in a browser: {link} or with the code {session.Code}." : $"The code to join in a browser is {session.Code}.")}";

    private string Asking() => FormattableString.Invariant(
        $"Questions that you ask me here stand on the teacher's board with your name. The session is deleted {options.Value.RetentionDays} days after its start; “forget me” deletes what is kept of you.");

    private string BoardOf(Session session) => links.From(boards.LinkOf(session.Code)) is { } link
        ? $"Your board, for you alone: {link}"
        : $"Your board, for you alone, behind this host's address: {boards.LinkOf(session.Code)}";

    private bool IsListed(Activity activity) =>
        activity is { ChannelId: Channels.Msteams, From.AadObjectId: { Length: > 0 } id } && options.Value.Educators.Contains(id, StringComparer.OrdinalIgnoreCase);

    private static bool IsPersonal(Activity activity) => activity.Conversation is { IsGroup: not true, ConversationType: null or "personal" };

    private static SessionPerson PersonOf(Activity activity) => new(activity.ChannelId ?? "", activity.From?.Id ?? "");
}

using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Expectations;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Drivers;

/// <summary>A way to a bot: in this process, at its messages endpoint, or through a Direct Line service.</summary>
public interface IBotDriver : IAsyncDisposable
{
    /// <summary>For reports: "in process", "https://bot.example/api/messages".</summary>
    string Name { get; }

    /// <summary>Why a conversation cannot be held there, whatever the bot: its script needs a channel that this way to a bot cannot be. Null where
    /// it can.</summary>
    string? WhyNot(ScriptHeader header) => null;

    /// <summary>Opens a conversation that no other turn shares. May be called for many conversations at once.</summary>
    /// <exception cref="BotDriverException">The bot cannot be reached, or refuses.</exception>
    Task<IBotConversation> StartAsync(ScriptHeader header, CancellationToken cancellationToken = default);
}

/// <summary>One conversation with a bot. Turns are sent one after the other.</summary>
public interface IBotConversation : IAsyncDisposable
{
    /// <summary>Sends an activity of the user's side and waits until the bot has said all that it says to it.</summary>
    /// <param name="activity">Type, text, value …; the driver adds accounts, conversation, id and time. A driver whose channel announces the
    /// user by itself (Direct Line) answers a conversationUpdate with what the bot said to that.</param>
    /// <param name="awaited">How many messages the answer is to have. A bot that answers elsewhere than in its response tells nobody when
    /// its answer has ended: the first of them is waited for as long as the caller likes, the others for a while.</param>
    /// <exception cref="BotDriverException">The bot cannot be reached, refuses, fails or does not answer in time.</exception>
    Task<TurnObservation> SendAsync(Activity activity, int awaited, CancellationToken cancellationToken = default);
}

/// <summary>A bot could not be asked, or did not answer.</summary>
/// <param name="message">Where it was asked and what happened, for the person who runs the test.</param>
public sealed class BotDriverException(string message, Exception? cause = null) : Exception(message, cause);

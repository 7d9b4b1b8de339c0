using System.Runtime.CompilerServices;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Turns;
using ChannelBot.Testing.Drivers;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Running;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Fluent;

/// <summary>A conversation with a bot, said in code: nothing happens before <see cref="RunAsync"/>.</summary>
/// <example><code>
/// await new BotTest(bot)
///     .Asks("What share of the letters came in March?").ShouldCite("p2").ShouldComputeFrom("letters-in-march", "letters")
///     .Asks("And in April?").ShouldBe(Outcome.Computed)
///     .RunAsync();
/// </code></example>
public sealed class BotTest
{
    private readonly IBotDriver _driver;
    private readonly ScriptHeader _header;

    /// <param name="driver">The caller's to dispose of; one serves many conversations.</param>
    /// <param name="header">Who speaks, on which channel.</param>
    public BotTest(IBotDriver driver, ScriptHeader? header = null)
        : this(driver, header ?? new ScriptHeader(), [])
    {
    }

    /// <summary>A bot in this process, with a clock that stands and ids that are the same in every run.</summary>
    public BotTest(IBot bot, ScriptHeader? header = null)
        : this(new InProcessDriver(bot), header)
    {
    }

    private BotTest(IBotDriver driver, ScriptHeader header, IReadOnlyList<ScriptTurn> turns) => (_driver, _header, Turns) = (driver, header, turns);

    internal IReadOnlyList<ScriptTurn> Turns { get; }

    /// <summary>The user says this.</summary>
    public BotTestTurn Asks(string words, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Sends(new Activity(ActivityTypes.Message) { Text = words }, file, line);

    /// <summary>The user and the bot come together: a conversationUpdate.</summary>
    public BotTestTurn Joins([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Sends(new Activity(ActivityTypes.ConversationUpdate), file, line);

    /// <summary>The user's channel sends this; accounts, ids and time are filled in.</summary>
    public BotTestTurn Sends(Activity activity, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(this, new ScriptTurn { Place = new ScriptPlace(Path.GetFileName(file), line, 1), Activity = activity });

    /// <summary>Holds the conversation.</summary>
    /// <exception cref="ScriptFailedException">Something does not hold, or the bot could not be asked.</exception>
    public async Task RunAsync(RunOptions? options = null, CancellationToken cancellationToken = default)
    {
        var script = new Script { Path = Turns is [var first, ..] ? first.Place.File : "", Name = "conversation", Header = _header, Turns = Turns };
        ScriptFailedException.ThrowUnlessPassed(await new ScriptRunner(_driver, options).RunAsync([script], cancellationToken: cancellationToken));
    }

    internal BotTest With(ScriptTurn turn) => new(_driver, _header, [.. Turns, turn]);
}

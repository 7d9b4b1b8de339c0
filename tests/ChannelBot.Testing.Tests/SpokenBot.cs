using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Turns;
using ChannelBot.Testing.Drivers;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Running;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Tests;

/// <summary>A bot that says to each message what a function says; to anything else, nothing.</summary>
internal sealed class SpokenBot(Func<string, IEnumerable<string>> answer) : IBot
{
    /// <summary>The scripts in a file's text, held with a bot of these words.</summary>
    public static async Task<IReadOnlyList<ScriptResult>> HoldAsync(string path, Func<string, IEnumerable<string>> answer, RunOptions? options = null) =>
        await new ScriptRunner(new InProcessDriver(new SpokenBot(answer)), options).RunAsync(ScriptFiles.Read(path), cancellationToken: TestContext.Current.CancellationToken);

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        foreach (var words in turnContext.Activity.IsType(ActivityTypes.Message) ? answer(turnContext.Activity.Text ?? "") : [])
        {
            await turnContext.SendActivityAsync(words, cancellationToken: cancellationToken);
        }
    }
}

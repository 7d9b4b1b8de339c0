using System.Runtime.CompilerServices;
using ChannelBot.BotFramework.DirectLine;
using ChannelBot.BotFramework.Hosting;
using ChannelBot.Cli.Settings;

namespace ChannelBot.Cli.Doctor;

/// <summary>Settings of the web chat and the limits that work, and that one may regret.</summary>
internal sealed class WebChatCheck(ProgramSettings settings) : ICheck
{
    private const int ShortestSecret = 24;

    public string Name => "web chat";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        if (settings.Problems(DirectLineOptions.Section, typeof(DirectLineOptions), out var found).Count > 0
            || settings.Problems(RateLimitOptions.Section, typeof(RateLimitOptions), out var limits).Count > 0)
        {
            yield break;
        }

        var options = (DirectLineOptions)found!;
        yield return Finding.Ok(Name, options.Secret is { Length: > 0 }
            ? "The page and who knows DirectLine:Secret can start conversations."
            : "The page can start conversations, other servers cannot: there is no DirectLine:Secret.");
        if (options.Secret is { Length: > 0 and < ShortestSecret })
        {
            yield return Finding.Note(Name, "DirectLine:Secret is short enough to be guessed.", "Set a random one: openssl rand -base64 32.");
        }

        if (options.CorsOrigins.Contains("*"))
        {
            yield return Finding.Note(Name, "DirectLine:CorsOrigins lets pages of every site call.", "Name the sites that may.");
        }

        if (!((RateLimitOptions)limits!).Enabled)
        {
            yield return Finding.Note(Name, "RateLimits:Enabled is false: one caller can take the bot from all others.", "Leave it out, but for tests of load.");
        }
    }
}

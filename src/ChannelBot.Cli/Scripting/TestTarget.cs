using System.CommandLine;
using System.CommandLine.Parsing;
using ChannelBot.Bot;
using ChannelBot.BotFramework.DirectLine;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Cli.Knowledge;
using ChannelBot.Core;
using ChannelBot.Core.Knowledge;
using ChannelBot.Testing.Drivers;

namespace ChannelBot.Cli.Scripting;

/// <summary>Which bot scripts are run against: the article's own in this process, one at an endpoint, or one behind a Direct Line service.</summary>
internal sealed class TestTarget
{
    private readonly Option<string?> _endpoint = new("--endpoint")
    {
        Description = "Test the bot at this messages endpoint, instead of the article's own bot in this process.",
        HelpName = "URL",
    };

    private readonly Option<bool> _connector = new("--connector")
    {
        Description = "With --endpoint: take the answers as a channel does, at a connector that is opened on 127.0.0.1, rather than in the response.",
    };

    private readonly Option<string?> _directLine = new("--directline")
    {
        Description = "Test the bot behind this Direct Line service.",
        HelpName = "URL",
    };

    private readonly Option<string?> _secret = new("--secret")
    {
        Description = "With --directline: the service's secret. Without it the setting DirectLine:Secret holds.",
        HelpName = "SECRET",
    };

    private readonly Option<bool> _polling = new("--polling")
    {
        Description = "With --directline: fetch the answers by asking again and again, not over a WebSocket.",
    };

    private readonly Option<string?> _channel = new("--channel")
    {
        Description = "The channel whose rendering is wanted where a script names none: msteams, directline, test, …",
        HelpName = "ID",
    };

    private readonly Option<string?> _knowledge = KnowledgeOption.Create();

    public IEnumerable<Option> Options => [_endpoint, _connector, _directLine, _secret, _polling, _channel, _knowledge];

    public void Check(CommandResult result)
    {
        if (IsGiven(_endpoint) && IsGiven(_directLine))
        {
            result.AddError("one bot at a time: --endpoint or --directline, not both.");
        }

        Need(_directLine, _secret, _polling);
        Need(_endpoint, _connector);
        if (IsGiven(_directLine) && IsGiven(_channel))
        {
            result.AddError("--channel is nothing to a Direct Line service, which is a channel itself.");
        }

        if ((IsGiven(_endpoint) || IsGiven(_directLine)) && IsGiven(_knowledge))
        {
            result.AddError("--knowledge is for the article's own bot in this process, not for one elsewhere.");
        }

        void Need(Option where, params Option[] options)
        {
            foreach (var option in options.Where(option => IsGiven(option) && !IsGiven(where)))
            {
                result.AddError($"{option.Name} is nothing without {where.Name}.");
            }
        }

        bool IsGiven(Option option) => result.GetResult(option) is { Implicit: false };
    }

    /// <summary>The options that name the same bot again, for a command that a person can copy; empty for the article's own. A secret is not repeated.</summary>
    public string OptionsOf(ParseResult parsed)
    {
        var words = new List<string>();
        foreach (var option in Options.Where(option => option != _channel && parsed.GetResult(option) is { Implicit: false }))
        {
            words.Add(option.Name);
            words.AddRange(parsed.GetResult(option)!.Tokens.Select(token => option == _secret ? "…" : token.Value));
        }

        return string.Concat(words.Select(word => $" {word}"));
    }

    /// <summary>Whether the bot is the article's own, in this process.</summary>
    public bool IsInProcess(ParseResult parsed) => parsed.GetValue(_endpoint) is null && parsed.GetValue(_directLine) is null;

    public string? KnowledgeOf(ParseResult parsed) => parsed.GetValue(_knowledge);

    public string? ChannelOf(ParseResult parsed) => parsed.GetValue(_channel);

    public async Task<IBotDriver> OpenAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var channel = ChannelOf(parsed);
        if (parsed.GetValue(_endpoint) is { } endpoint)
        {
            return new EndpointDriver(
                AddressOf(endpoint, "endpoint"),
                parsed.GetValue(_connector) ? ReplyDelivery.Connector : ReplyDelivery.ExpectReplies,
                channel ?? Channels.Emulator,
                time: terminal.Clock);
        }

        if (parsed.GetValue(_directLine) is { } service)
        {
            var secret = parsed.GetValue(_secret) ?? terminal.Settings.Of<DirectLineOptions>(DirectLineOptions.Section).Secret;
            return new DirectLineDriver(
                AddressOf(service, "directline"),
                string.IsNullOrEmpty(secret) ? null : secret,
                parsed.GetValue(_polling) ? DirectLineReading.Polling : DirectLineReading.WebSocket,
                time: terminal.Clock);
        }

        return await OpenAsync(await KnowledgeOption.ReadAsync(KnowledgeOf(parsed), terminal.Settings, cancellationToken), channel, terminal, cancellationToken);
    }

    /// <summary>The bot of an article, in this process.</summary>
    public static async Task<IBotDriver> OpenAsync(KnowledgeFile knowledge, string? channel, Terminal terminal, CancellationToken cancellationToken)
    {
        var bot = await ArticleBot.OpenAsync(knowledge, terminal.Settings.CreatePlanner(knowledge, terminal.Clock), cancellationToken);
        return ArticleBotDriver.Of(bot, channel, terminal.Clock);
    }

    private static Uri AddressOf(string text, string option) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new BadInputException(option, $"--{option} needs an address such as https://bot.example/api/messages, not '{text}'.");
}

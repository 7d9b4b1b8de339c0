using System.CommandLine;
using System.Globalization;
using ChannelBot.Cli.Knowledge;
using ChannelBot.Cli.Teams;
using ChannelBot.Core;

namespace ChannelBot.Cli.Commands;

/// <summary><c>channelbot teams-package</c>: makes the zip with which the bot is added to Teams.</summary>
internal static class TeamsPackageCommand
{
    private static readonly string[] s_prompts = ["What is the article about?", "Who is who?"];

    public static Command Create(Terminal terminal)
    {
        var appId = new Option<string>("--app-id") { Description = "The bot's app (client) id in Azure.", HelpName = "GUID", Required = true };
        var host = new Option<string>("--host") { Description = "The name under which the bot is reached, such as bot.example.org.", HelpName = "HOST", Required = true };
        var output = new Option<string>("--out", "-o") { Description = "The package to write.", HelpName = "FILE.zip", DefaultValueFactory = _ => "channelbot-teams.zip" };
        var version = new Option<string>("--package-version") { Description = "Raise it with each upload.", HelpName = "1.0.0", DefaultValueFactory = _ => "1.0.0" };
        var name = new Option<string>("--name") { Description = "What Teams calls the bot.", DefaultValueFactory = _ => "ChannelBot" };
        var developer = new Option<string>("--developer") { Description = "Who offers it: your organisation.", DefaultValueFactory = _ => "ChannelBot" };
        var privacy = new Option<string?>("--privacy-url") { Description = "Where users read what is kept of them; else the bot's page." };
        var terms = new Option<string?>("--terms-url") { Description = "Your terms of use; else the bot's page." };
        var prompts = new Option<string[]>("--prompt") { Description = "A question to begin with, in place of the usual ones; may be given several times." };
        var knowledge = KnowledgeOption.Create();
        var command = new Command("teams-package", "Make the app package with which the bot is added to Microsoft Teams, and check it.")
        {
            appId, host, output, version, name, developer, privacy, terms, prompts, knowledge,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var article = (await KnowledgeOption.ReadAsync(parsed.GetValue(knowledge), terminal.Settings, cancellationToken)).Article;
            var app = new TeamsApp(AppId(parsed.GetRequiredValue(appId)), Host(parsed.GetRequiredValue(host)), article.Title)
            {
                Version = parsed.GetRequiredValue(version),
                Name = parsed.GetRequiredValue(name),
                Developer = parsed.GetRequiredValue(developer),
                PrivacyUrl = Address(parsed.GetValue(privacy), "privacy-url"),
                TermsUrl = Address(parsed.GetValue(terms), "terms-url"),
                Prompts = parsed.GetValue(prompts) is { Length: > 0 } own ? own : s_prompts,
            };
            var target = parsed.GetRequiredValue(output);
            var package = TeamsPackage.Write(app);
            if (TeamsPackageCheck.FindProblems(package) is { Count: > 0 } problems)
            {
                throw new BadInputException("teams-package", $"Teams would refuse this package. {string.Join(' ', problems)}");
            }

            await UserFile.WriteAsync(target, "out", package, cancellationToken);
            await terminal.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"Wrote {target} for {app.Host}: manifest {TeamsManifest.SchemaVersion}, version {app.Version}, checked. docs/teams.md says how to upload it."));
            return ExitCode.Done;
        });
        return command;
    }

    private static Guid AppId(string text) => Guid.TryParse(text, out var id) && id != Guid.Empty
        ? id
        : throw new BadInputException("app-id", $"--app-id '{text}' is no GUID; Azure shows it as Application (client) ID.");

    private static string Host(string text) => Uri.CheckHostName(text) == UriHostNameType.Dns && text.Contains('.', StringComparison.Ordinal)
        ? text.ToLowerInvariant()
        : throw new BadInputException("host", $"--host '{text}' is no name of a host; leave out https:// and any path, as in bot.example.org.");

    private static Uri? Address(string? text, string option)
    {
        if (text is null)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? address
            : throw new BadInputException(option, $"--{option} '{text}' is no https address.");
    }
}

using System.Text.Json.Nodes;
using ChannelBot.Core.Conversations;

namespace ChannelBot.Cli.Teams;

/// <summary>Writes manifest.json of a Teams app.</summary>
/// <remarks>Source: Microsoft 365 app manifest schema 1.28 (1.27 is the first whose commands may be prompts).</remarks>
internal static class TeamsManifest
{
    public const string SchemaVersion = "1.28";
    public const string ColourIcon = "color.png";
    public const string OutlineIcon = "outline.png";

    public static JsonObject Write(TeamsApp app)
    {
        var home = $"https://{app.Host}/";
        return new JsonObject
        {
            ["$schema"] = $"https://developer.microsoft.com/json-schemas/teams/v{SchemaVersion}/MicrosoftTeams.schema.json",
            ["manifestVersion"] = SchemaVersion,
            ["version"] = app.Version,
            ["id"] = app.AppId.ToString(),
            ["developer"] = new JsonObject
            {
                ["name"] = app.Developer,
                ["websiteUrl"] = home,
                ["privacyUrl"] = app.PrivacyUrl?.AbsoluteUri ?? home,
                ["termsOfUseUrl"] = app.TermsUrl?.AbsoluteUri ?? home,
            },
            ["name"] = new JsonObject { ["short"] = app.Name },
            ["description"] = new JsonObject
            {
                ["short"] = "Answers questions about a news story, every answer with its source.",
                ["full"] = $"Ask about {app.Article}. Every answer cites the sentences it stands on, every number is quoted or worked out "
                    + "step by step, and where the article does not say, the answer says so.",
            },
            ["icons"] = new JsonObject { ["color"] = ColourIcon, ["outline"] = OutlineIcon },
            ["accentColor"] = "#1F3A5F",
            ["bots"] = new JsonArray(new JsonObject
            {
                ["botId"] = app.AppId.ToString(),
                ["scopes"] = new JsonArray("personal", "team", "groupChat"),
                ["isNotificationOnly"] = false,
                ["supportsFiles"] = false,
                ["commandLists"] = new JsonArray(CommandList(app, "personal"), CommandList(app, "team", "groupChat")),
            }),
            ["permissions"] = new JsonArray("identity", "messageTeamMembers"),
            ["validDomains"] = new JsonArray(app.Host),
        };
    }

    private static JsonObject CommandList(TeamsApp app, params string[] scopes)
    {
        var prompts = app.Prompts.Select(prompt => Command(prompt, "A question to begin with", "prompt", prompt));
        var commands = BotCommands.All.Select(command => Command(command.Name, Sentence(command.Meaning), "basic", null));
        return new JsonObject
        {
            ["scopes"] = new JsonArray([.. scopes.Select(scope => (JsonNode)scope)]),
            ["commands"] = new JsonArray([.. prompts.Concat(commands)]),
        };
    }

    private static string Sentence(string meaning) => char.ToUpperInvariant(meaning[0]) + meaning[1..];

    private static JsonObject Command(string title, string description, string type, string? prompt)
    {
        var command = new JsonObject { ["title"] = title, ["description"] = description, ["type"] = type };
        if (prompt is not null)
        {
            command["prompt"] = prompt;
        }

        return command;
    }
}

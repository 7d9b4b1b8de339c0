using System.CommandLine;
using ChannelBot.BotFramework.Authentication;
using ChannelBot.Cli.Doctor;
using ChannelBot.Cli.Settings;

namespace ChannelBot.Cli.Commands;

/// <summary><c>channelbot doctor</c>: checks what the bot needs, and says what to do about what it has not.</summary>
internal static class DoctorCommand
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    public static Command Create(Terminal terminal)
    {
        var json = new Option<bool>("--json") { Description = "Print the findings as one line of JSON." };
        var offline = new Option<bool>("--offline") { Description = "Call nothing: no keys, no token, no language model, not the public address." };
        var folder = HostFolder.CreateOption();
        var command = new Command("doctor", "Check the settings, the registration, the knowledge and the store, the host's too, and say what to put right.")
        {
            json, offline, folder,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var http = parsed.GetValue(offline) ? null : new HttpClient { Timeout = s_patience };
            var settings = HostFolder.SettingsOf(parsed.GetValue(folder), terminal.Settings);
            var findings = await new DoctorRun(Checks(settings, http, terminal.Clock)).FindAsync(cancellationToken);
            if (parsed.GetValue(json))
            {
                await terminal.Out.WriteLineAsync(DoctorReport.Json(findings));
            }
            else
            {
                DoctorReport.Write(findings, terminal);
            }

            return findings.Any(finding => finding.Kind is FindingKind.Fault) ? ExitCode.OurFault
                : findings.Any(finding => finding.Kind is FindingKind.Problem) ? ExitCode.CallersError
                : ExitCode.Done;
        });
        return command;
    }

    /// <summary>In the order of a start: what is set, what answers, where it is kept, who may reach it.</summary>
    private static ICheck[] Checks(ProgramSettings settings, HttpClient? http, TimeProvider clock) =>
    [
        new SettingsCheck(settings),
        new PlannerCheck(settings, calls: http is not null, clock),
        new KnowledgeCheck(settings),
        new StoreCheck(settings),
        new WebChatCheck(settings),
        new PublicUrlCheck(settings, http),
        new RegistrationCheck(settings, http, options => new MsalTokenSource(options, options.ToCloud()), clock),
    ];
}

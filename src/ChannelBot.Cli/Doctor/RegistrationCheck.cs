using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using ChannelBot.BotFramework.Authentication;
using ChannelBot.Cli.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChannelBot.Cli.Doctor;

/// <summary>The bot's registration in Azure: what is set, and where the network may be used, whether keys and a token can be had.</summary>
/// <param name="http">Null where nothing is to be called.</param>
/// <param name="tokens">Where a bot with these settings gets its token.</param>
internal sealed class RegistrationCheck(
    ProgramSettings settings, HttpClient? http, Func<BotOptions, IAccessTokenSource> tokens, TimeProvider clock) : ICheck
{
    private static readonly TimeSpan s_soon = TimeSpan.FromDays(30);

    public string Name => "registration";

    public async IAsyncEnumerable<Finding> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (settings.Problems(BotOptions.Section, typeof(BotOptions), out var found).Count > 0)
        {
            yield break;
        }

        var options = (BotOptions)found!;
        if (!options.IsRegistered)
        {
            yield return Finding.Note(
                Name, "There is no Bot:AppId: /api/messages answers 503 in Production, and takes calls of this machine alone in Development. The web page works.",
                "To reach Teams, set Bot:AppId, Bot:TenantId and Bot:AppPassword: docs/teams.md.");
            yield break;
        }

        yield return Finding.Ok(Name, $"App {options.AppId}, {options.AppType}{(options.TenantId.Length > 0 ? $" of tenant {options.TenantId}" : "")}, {Credential(options)}.");
        if (options.AppType is BotAppType.MultiTenant)
        {
            yield return Finding.Note(Name, "Bot:AppType is MultiTenant.", "Azure makes no new ones since July 2025. Where the registration is newer, set SingleTenant and Bot:TenantId.");
        }

        if (options.CertificatePath.Length > 0)
        {
            yield return CheckCertificate(options);
        }

        if (http is not null)
        {
            yield return await CheckKeysAsync(options.ToCloud().ChannelMetadata, http, cancellationToken);
            yield return await CheckTokenAsync(options, cancellationToken);
        }
    }

    private static string Credential(BotOptions options) =>
        options.AppType is BotAppType.UserAssignedMsi ? "by its managed identity"
        : options.CertificatePath.Length > 0 ? $"by the certificate {options.CertificatePath}"
        : options.FederatedTokenFile.Length > 0 ? $"by the federated token in {options.FederatedTokenFile}"
        : options.FederatedIdentityId.Length > 0 ? $"by the managed identity {options.FederatedIdentityId} that it trusts"
        : "by a secret";

    private Finding CheckCertificate(BotOptions options)
    {
        try
        {
            using var certificate = BotCertificate.Load(options);
            var now = clock.GetLocalNow().DateTime;
            var until = certificate.NotAfter.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
            return !certificate.HasPrivateKey
                ? Finding.Problem(Name, "The certificate has no private key.", "Export it with the key, as .pfx or as .pem with both.")
                : now > certificate.NotAfter || now < certificate.NotBefore
                ? Finding.Problem(Name, $"The certificate holds from {certificate.NotBefore.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} to {until}.", "Make a new one, and upload it to the app registration.")
                : certificate.NotAfter - now < s_soon
                ? Finding.Note(Name, $"The certificate ends on {until}.", "Make a new one in time, and upload it to the app registration.")
                : Finding.Ok(Name, $"The certificate holds until {until}.");
        }
        catch (CryptographicException problem)
        {
            return Finding.Problem(Name, $"The certificate cannot be read: {problem.Message}", "Set Bot:CertificatePath to a .pfx or .pem, and Bot:CertificatePassword to its password.");
        }
    }

    private async Task<Finding> CheckKeysAsync(Uri metadata, HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await new SigningKeys(metadata, client, clock, NullLogger<SigningKeys>.Instance).WarmUpAsync(cancellationToken);
            return Finding.Ok(Name, $"The keys of {metadata.Host} can be fetched: tokens of channels can be checked.");
        }
        catch (KeysUnavailableException problem)
        {
            return Finding.Problem(Name, problem.Message, "Every message would be refused. Let the host call this address; where a proxy is needed, set HTTPS_PROXY.");
        }
    }

    private async Task<Finding> CheckTokenAsync(BotOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await tokens(options).AcquireAsync(isForced: false, cancellationToken);
            return Finding.Ok(Name, "Entra gives the bot a token: answers can be sent.");
        }
        catch (Exception problem) when (problem is Microsoft.Identity.Client.MsalException or HttpRequestException or CryptographicException)
        {
            var message = problem.Message.Split('\n')[0].TrimEnd('.', '\r');
            return Finding.Problem(Name, $"The bot gets no token: {message}.", Advice(message));
        }
    }

    /// <summary>The mistakes that are made most, by Entra's own numbers for them.</summary>
    private static string Advice(string message) =>
        message.Contains("AADSTS7000215", StringComparison.Ordinal) ? "Bot:AppPassword is wrong: copy the secret's value, not its id."
        : message.Contains("AADSTS7000222", StringComparison.Ordinal) ? "The secret has ended: make a new one and set Bot:AppPassword."
        : message.Contains("AADSTS700016", StringComparison.Ordinal) ? "The app is not in that tenant: see Bot:AppId, Bot:TenantId and Bot:AppType."
        : message.Contains("AADSTS90002", StringComparison.Ordinal) ? "There is no such tenant: see Bot:TenantId."
        : "See Bot:AppId, Bot:TenantId, Bot:AppType and the secret or certificate: docs/teams.md.";
}

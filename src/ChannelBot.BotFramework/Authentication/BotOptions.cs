using System.ComponentModel.DataAnnotations;

namespace ChannelBot.BotFramework.Authentication;

/// <summary>How the bot proves to the connector who it is.</summary>
public enum BotAppType
{
    /// <summary>An app registration in the tenant that <see cref="BotOptions.TenantId"/> names.</summary>
    SingleTenant,

    /// <summary>An app registration for all tenants. New ones can no longer be made (since July 2025).</summary>
    MultiTenant,

    /// <summary>A user-assigned managed identity: no secret at all.</summary>
    UserAssignedMsi,
}

/// <summary>Which cloud the bot is registered in.</summary>
public enum BotCloudName
{
    Public,
    UsGovernment,
    China,
}

/// <summary>The <c>Bot</c> section of appsettings.json: the bot's registration in Azure. Without an app id nobody but a developer's own
/// machine may talk to the messages endpoint.</summary>
public sealed class BotOptions : IValidatableObject
{
    public const string Section = "Bot";

    /// <summary>The app (client) id of the registration, a GUID; empty where the bot is not registered.</summary>
    public string AppId { get; init; } = "";

    public BotAppType AppType { get; init; } = BotAppType.SingleTenant;

    /// <summary>The registration's tenant, a GUID.</summary>
    public string TenantId { get; init; } = "";

    /// <summary>A client secret. Keep it out of files: environment variable <c>Bot__AppPassword</c>.</summary>
    public string AppPassword { get; init; } = "";

    /// <summary>A certificate with its private key (.pfx, or .pem with both), in place of a secret.</summary>
    public string CertificatePath { get; init; } = "";

    /// <summary>The password of a .pfx; empty for none.</summary>
    public string CertificatePassword { get; init; } = "";

    /// <summary>A file with a token of an issuer that the registration trusts, in place of a secret; whoever runs the host keeps it fresh, as
    /// Kubernetes does with workload identity (its AZURE_FEDERATED_TOKEN_FILE).</summary>
    public string FederatedTokenFile { get; init; } = "";

    /// <summary>The client id of a user-assigned managed identity that the registration trusts, in place of a secret.</summary>
    public string FederatedIdentityId { get; init; } = "";

    public BotCloudName Cloud { get; init; } = BotCloudName.Public;

    /// <summary>Replaces the address of the channels' OpenID metadata; https, or http on this machine.</summary>
    public Uri? OpenIdMetadata { get; init; }

    /// <summary>Hosts to which the bot may send besides the connectors of its cloud; those below them are included.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Whether there is a registration.</summary>
    public bool IsRegistered => AppId.Length > 0;

    /// <summary>What the cloud's name and the settings that replace parts of it come to.</summary>
    public BotCloud ToCloud()
    {
        var cloud = Cloud switch
        {
            BotCloudName.UsGovernment => BotCloud.UsGovernment,
            BotCloudName.China => BotCloud.China,
            _ => BotCloud.Public,
        };
        return OpenIdMetadata is null ? cloud : cloud with { ChannelMetadata = OpenIdMetadata };
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (AppId.Length > 0 && !Guid.TryParse(AppId, out _))
        {
            yield return new ValidationResult($"Bot:AppId must be the GUID of an app registration; '{AppId}' is none.", [nameof(AppId)]);
        }

        if (AppId.Length > 0 && AppType != BotAppType.MultiTenant && !Guid.TryParse(TenantId, out _))
        {
            yield return new ValidationResult($"Bot:TenantId must be the tenant's GUID for a bot of type {AppType}.", [nameof(TenantId)]);
        }

        string[] proofs = [AppPassword, CertificatePath, FederatedTokenFile, FederatedIdentityId];
        if (AppId.Length > 0 && AppType != BotAppType.UserAssignedMsi && proofs.Count(proof => proof.Length > 0) != 1)
        {
            yield return new ValidationResult(
                $"A bot of type {AppType} needs one of Bot:AppPassword, Bot:CertificatePath, Bot:FederatedTokenFile and Bot:FederatedIdentityId.", [nameof(AppPassword)]);
        }

        if (FederatedIdentityId.Length > 0 && !Guid.TryParse(FederatedIdentityId, out _))
        {
            yield return new ValidationResult($"Bot:FederatedIdentityId must be the GUID of a managed identity; '{FederatedIdentityId}' is none.", [nameof(FederatedIdentityId)]);
        }

        if (FederatedTokenFile.Length > 0 && !File.Exists(FederatedTokenFile))
        {
            yield return new ValidationResult($"Bot:FederatedTokenFile: there is no file '{FederatedTokenFile}'.", [nameof(FederatedTokenFile)]);
        }

        if (CertificatePath.Length > 0 && !File.Exists(CertificatePath))
        {
            yield return new ValidationResult($"Bot:CertificatePath: there is no file '{CertificatePath}'.", [nameof(CertificatePath)]);
        }
    }
}

using System.Security.Cryptography.X509Certificates;

namespace ChannelBot.BotFramework.Authentication;

/// <summary>The certificate by which a bot may prove who it is, in place of a secret.</summary>
public static class BotCertificate
{
    /// <exception cref="System.Security.Cryptography.CryptographicException">The file or its password is wrong.</exception>
    public static X509Certificate2 Load(BotOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.CertificatePath.EndsWith(".pem", StringComparison.OrdinalIgnoreCase)
            ? X509Certificate2.CreateFromPemFile(options.CertificatePath)
            : X509CertificateLoader.LoadPkcs12FromFile(options.CertificatePath, options.CertificatePassword);
    }
}

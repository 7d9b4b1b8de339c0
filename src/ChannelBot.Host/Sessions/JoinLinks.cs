using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using ChannelBot.BotFramework.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using QRCoder;

namespace ChannelBot.Host.Sessions;

/// <summary>The addresses that an educator hands out: by Host:PublicUrl, or by this machine's address in its network. Never this machine's
/// own name for itself, which would lead every learner to their own.</summary>
internal sealed class JoinLinks(IOptions<PublicHostOptions> options, IServer server)
{
    /// <summary>In modules; the standard asks for four (ISO/IEC 18004, 6.3.8).</summary>
    private const int PixelsOfModule = 8;

    /// <summary>Where learners join; null where no other machine reaches this host.</summary>
    public Uri? Of(string code) => From($"/join/{code}");

    /// <param name="path">From the host's root, with a slash.</param>
    public Uri? From(string path) => Root() is { } root ? new Uri(root, path[1..]) : null;

    /// <summary>A picture of an address, dark on light in every theme, as cameras want it.</summary>
    public static string QrCode(Uri address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(code);
        return picture.GetGraphic(PixelsOfModule, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    /// <summary>The first address that other machines can use.</summary>
    /// <param name="listening">As the server has them: "http://[::]:5187", "http://127.0.0.1:8080", "http://+:80".</param>
    /// <param name="own">This machine's, the likeliest first.</param>
    internal static Uri? Reachable(IEnumerable<string> listening, IReadOnlyList<IPAddress> own) => listening
        .Select(address => address.Replace("//+", "//0.0.0.0", StringComparison.Ordinal).Replace("//*", "//0.0.0.0", StringComparison.Ordinal))
        .Select(address => Uri.TryCreate(address, UriKind.Absolute, out var uri) && !uri.IsLoopback ? uri : null)
        .OfType<Uri>()
        .Select(uri => IPAddress.TryParse(uri.IdnHost, out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))
            ? own is [var first, ..] ? new UriBuilder(uri) { Host = first.ToString() }.Uri : null
            : uri)
        .FirstOrDefault(uri => uri is not null);

    private Uri? Root() => options.Value.PublicUrl is { } url
        ? new Uri(url.AbsoluteUri.TrimEnd('/') + "/")
        : Reachable(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [], Own());

    /// <summary>IPv4 addresses of networks that are up, those with a way out first.</summary>
    private static IPAddress[] Own() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(network => network is { OperationalStatus: OperationalStatus.Up, NetworkInterfaceType: not NetworkInterfaceType.Loopback })
            .Select(network => network.GetIPProperties())
            .OrderByDescending(network => network.GatewayAddresses.Count)
            .SelectMany(network => network.UnicastAddresses)
            .Select(own => own.Address)
            .Where(address => address.AddressFamily is AddressFamily.InterNetwork && !IPAddress.IsLoopback(address) && address.GetAddressBytes() is not [169, 254, ..]),
    ];
}

using System.ComponentModel.DataAnnotations;

namespace ChannelBot.BotFramework.Hosting;

/// <summary>The <c>Host</c> section of appsettings.json.</summary>
public sealed class PublicHostOptions : IValidatableObject
{
    public const string Section = "Host";

    /// <summary>How the world reaches the host, for every absolute link: "https://bot.example.org". Empty where only this machine does.</summary>
    public Uri? PublicUrl { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (PublicUrl is { } url && !(url.IsAbsoluteUri && url.Scheme is "https" or "http"))
        {
            yield return new ValidationResult($"Host:PublicUrl must be an address such as https://bot.example.org, not '{url}'.", [nameof(PublicUrl)]);
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChannelBot.BotFramework.Hosting;

/// <summary>Sections of appsettings.json, and of the environment over it, as options.</summary>
public static class SettingsServices
{
    /// <summary>A section's settings, checked by their attributes before the program takes its first request.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "All members are kept, and values are texts, numbers, times, addresses and lists of texts.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The same: nothing is made of a type that is only known when the program runs.")]
    public static OptionsBuilder<T> AddSettings<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(this IServiceCollection services, string section)
        where T : class =>
        services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
}

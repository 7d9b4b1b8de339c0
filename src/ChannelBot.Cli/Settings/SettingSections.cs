using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using ChannelBot.BotFramework.Authentication;
using ChannelBot.BotFramework.DirectLine;
using ChannelBot.BotFramework.Hosting;
using ChannelBot.BotFramework.Transcripts;
using ChannelBot.Core.Knowledge;
using ChannelBot.Planner.Providers;
using ChannelBot.Storage;
using ChannelBot.Teaching.Sessions;

namespace ChannelBot.Cli.Settings;

/// <summary>Every section that the programs read, with the class that says what may stand in it.</summary>
internal static class SettingSections
{
    public static IReadOnlyList<SettingSection> All { get; } =
    [
        new(KnowledgeOptions.Section, typeof(KnowledgeOptions)),
        new(PlannerOptions.Section, typeof(PlannerOptions)),
        new(StorageOptions.Section, typeof(StorageOptions)),
        new(PublicHostOptions.Section, typeof(PublicHostOptions)),
        new(BotOptions.Section, typeof(BotOptions)),
        new(DirectLineOptions.Section, typeof(DirectLineOptions)),
        new(RateLimitOptions.Section, typeof(RateLimitOptions)),
        new(TranscriptOptions.Section, typeof(TranscriptOptions)),
        new(SessionsOptions.Section, typeof(SessionsOptions)),
        new(ArticlesOptions.Section, typeof(ArticlesOptions)),
    ];

    /// <summary>The settings of a section, by the names of those properties that a file or the environment may set: they are read once, at the
    /// start. What a program sets itself is none of them.</summary>
    public static IReadOnlyList<PropertyInfo> Of(SettingSection section) => [.. section.Type.GetProperties().Where(IsReadOnce)];

    private static bool IsReadOnce(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
}

/// <param name="Type">What may stand in it: an options class.</param>
internal sealed record SettingSection(
    string Name,
    [param: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)]
    [property: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)]
    Type Type);

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
    public static IReadOnlyList<(string Name, Type Type)> All { get; } =
    [
        (KnowledgeOptions.Section, typeof(KnowledgeOptions)),
        (PlannerOptions.Section, typeof(PlannerOptions)),
        (StorageOptions.Section, typeof(StorageOptions)),
        (PublicHostOptions.Section, typeof(PublicHostOptions)),
        (BotOptions.Section, typeof(BotOptions)),
        (DirectLineOptions.Section, typeof(DirectLineOptions)),
        (RateLimitOptions.Section, typeof(RateLimitOptions)),
        (TranscriptOptions.Section, typeof(TranscriptOptions)),
        (SessionsOptions.Section, typeof(SessionsOptions)),
        (ArticlesOptions.Section, typeof(ArticlesOptions)),
    ];

    /// <summary>The settings of a section, by the names of those properties that a file or the environment may set: they are read once, at the
    /// start. What a program sets itself is none of them.</summary>
    public static IReadOnlyList<PropertyInfo> Of(Type type) => [.. type.GetProperties().Where(IsReadOnce)];

    private static bool IsReadOnce(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
}

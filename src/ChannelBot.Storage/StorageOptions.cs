using System.ComponentModel.DataAnnotations;

namespace ChannelBot.Storage;

/// <summary>What a commit waits for.</summary>
public enum SynchronousMode
{
    /// <summary>The operating system: a killed process loses nothing, a power cut what was acknowledged in the last tenth of a second.</summary>
    Normal,

    /// <summary>The disk: a power cut loses nothing that was acknowledged either.</summary>
    Full,
}

/// <summary>The <c>Storage</c> section of appsettings.json.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The SQLite file; a relative path starts at the program's folder. Missing folders are made.</summary>
    [Required]
    public string Path { get; init; } = "data/channelbot.db";

    [EnumDataType(typeof(SynchronousMode))]
    public SynchronousMode Synchronous { get; init; } = SynchronousMode.Normal;

    /// <summary>How long the write-ahead log may get under a flood before the writer pauses for it, in MB.</summary>
    [Range(1, 65_536)]
    public int MostLogMegabytes { get; init; } = 512;

    /// <summary>After how many days what was said is deleted.</summary>
    [Range(1, 3650)]
    public int RetentionDays { get; init; } = 30;

    public string FullPath => PathIn(AppContext.BaseDirectory);

    /// <param name="folder">The program's, where a relative path starts.</param>
    public string PathIn(string folder) => System.IO.Path.GetFullPath(Path, folder);
}

using System.ComponentModel.DataAnnotations;

namespace ChannelBot.Core.Knowledge;

/// <summary>The <c>Knowledge</c> section of appsettings.json: which article answers.</summary>
public sealed class KnowledgeOptions
{
    public const string Section = "Knowledge";

    /// <summary>A knowledge file, made by <c>channelbot build</c>; a relative path starts at the program's folder.</summary>
    [Required]
    public string Path { get; init; } = "knowledge/channel-crossings/knowledge.json";

    public string FullPath => PathIn(AppContext.BaseDirectory);

    /// <param name="folder">The program's, where a relative path starts.</param>
    public string PathIn(string folder) => System.IO.Path.GetFullPath(Path, folder);
}

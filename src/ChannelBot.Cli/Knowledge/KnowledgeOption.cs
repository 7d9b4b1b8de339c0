using System.CommandLine;
using ChannelBot.Core;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.Cli.Knowledge;

/// <summary><c>--knowledge</c>: which article answers.</summary>
internal static class KnowledgeOption
{
    private const string FileName = "knowledge.json";
    private const string DefaultStory = "channel-crossings";

    public static Option<string?> Create() => new("--knowledge", "-k")
    {
        Description = "The knowledge file, or the folder that holds knowledge.json. Without it the Channel crossings story answers.",
        HelpName = "FILE",
    };

    /// <exception cref="BadInputException">There is no such file, or it cannot be used.</exception>
    public static KnowledgeFile Read(string? path)
    {
        var file = path ?? Path.Combine(AppContext.BaseDirectory, "knowledge", DefaultStory, FileName);
        return KnowledgeReader.Read(Directory.Exists(file) ? Path.Combine(file, FileName) : file);
    }
}

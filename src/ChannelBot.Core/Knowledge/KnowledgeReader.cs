namespace ChannelBot.Core.Knowledge;

/// <summary>Reads and checks a knowledge file.</summary>
public static class KnowledgeReader
{
    /// <exception cref="BadInputException">There is no such file, or it is truncated, of another version, or was edited by hand.</exception>
    public static KnowledgeFile Read(string path) => throw new BadInputException("knowledge", $"'{path}' cannot be read yet.");
}

using System.Reflection;

namespace ChannelBot.Teaching.Material;

/// <summary>The text files that come inside the library: a thing a line, comments begin with "#".</summary>
internal static class TextLines
{
    /// <param name="name">"deaths.txt".</param>
    public static string[] Of(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("teaching." + name)
            ?? throw new InvalidOperationException($"The library was built without '{name}'.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] is not '#')];
    }
}

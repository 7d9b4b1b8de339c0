using System.Reflection;
using System.Text;

namespace ChannelBot.Planner.FixedTexts;

/// <summary>Reads the text files that come inside the program.</summary>
internal static class EmbeddedText
{
    /// <summary>The lines of <paramref name="name"/> ("FixedTexts/en.txt"); null where there is no such file.</summary>
    public static string[]? Lines(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n');
    }

    /// <summary>Like <see cref="Lines"/>, for a file that must be there.</summary>
    public static string[] RequiredLines(string name) =>
        Lines(name) ?? throw new InvalidOperationException($"The program was built without '{name}'.");
}

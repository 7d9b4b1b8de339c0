using ChannelBot.Core;

namespace ChannelBot.Cli.Teaching;

/// <summary>In which form teaching material is written, and where.</summary>
internal static class TeachingFormat
{
    private static readonly Dictionary<string, string> s_byEnding = new(StringComparer.OrdinalIgnoreCase)
    {
        [".md"] = "markdown", [".html"] = "html", [".htm"] = "html", [".json"] = "json", [".csv"] = "csv", [".txt"] = "text",
    };

    /// <summary>The form asked for; else the one that the file's ending names; else null.</summary>
    /// <exception cref="BadInputException">It is none of <paramref name="accepted"/>.</exception>
    public static string? Of(string? asked, string? file, string[] accepted)
    {
        if (asked is null)
        {
            return file is not null && s_byEnding.GetValueOrDefault(Path.GetExtension(file)) is { } named && accepted.Contains(named) ? named : null;
        }

        return Array.Find(accepted, name => name.Equals(asked, StringComparison.OrdinalIgnoreCase))
            ?? throw new BadInputException("format", $"'{asked}' is no format. Use one of: {string.Join(", ", accepted)}.");
    }

    public static async Task WriteAsync(Terminal terminal, string? file, string content, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            await terminal.Out.WriteAsync(content.AsMemory(), cancellationToken);
            return;
        }

        await UserFile.WriteAsync(file, "out", content, cancellationToken);
        await terminal.Out.WriteLineAsync($"Wrote {file}.");
    }
}

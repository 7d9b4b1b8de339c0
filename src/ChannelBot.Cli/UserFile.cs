using System.Security;
using System.Text;
using ChannelBot.Core;

namespace ChannelBot.Cli;

/// <summary>Files that the user names: what goes wrong with them is the caller's to put right, and said so.</summary>
internal static class UserFile
{
    /// <summary>Invalid bytes are an error to report, not question marks to hide.</summary>
    public static Encoding StrictUtf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Stream OpenRead(string path, string field)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception problem) when (IsTheUsersToMend(problem))
        {
            throw new BadInputException(field, $"cannot read '{path}': {Reason(problem, path)}.");
        }
    }

    /// <summary>What is there already may be somebody's work, and is not replaced.</summary>
    /// <param name="other">What to name instead.</param>
    /// <exception cref="BadInputException">Something is there.</exception>
    public static void RequireNew(string path, string field, string other = "file")
    {
        if (Path.Exists(path))
        {
            throw new BadInputException(field, $"'{path}' is there already, and may be somebody's work; name another {other}.");
        }
    }

    /// <summary>Whatever will be written there can be: found before the work, and not after it.</summary>
    /// <exception cref="BadInputException">It cannot.</exception>
    public static void RequireWritable(string path, string field)
    {
        try
        {
            var temporary = TemporaryOf(path);
            File.Create(temporary).Dispose();
            File.Delete(temporary);
            if (Directory.Exists(path))
            {
                throw new IOException();
            }
        }
        catch (Exception problem) when (IsTheUsersToMend(problem))
        {
            throw new BadInputException(field, $"cannot write '{path}': {Reason(problem, path)}.");
        }
    }

    /// <summary>Writes beside the file and moves into place, so that nothing half written is ever seen under its name.</summary>
    public static Task WriteAsync(string path, string field, string content, CancellationToken cancellationToken) =>
        WriteAsync(path, field, temporary => File.WriteAllTextAsync(temporary, content, StrictUtf8, cancellationToken));

    /// <inheritdoc cref="WriteAsync(string, string, string, CancellationToken)"/>
    public static Task WriteAsync(string path, string field, byte[] content, CancellationToken cancellationToken) =>
        WriteAsync(path, field, temporary => File.WriteAllBytesAsync(temporary, content, cancellationToken));

    private static async Task WriteAsync(string path, string field, Func<string, Task> write)
    {
        string? temporary = null;
        try
        {
            temporary = TemporaryOf(path);
            await write(temporary);
            File.Move(temporary, Path.GetFullPath(path), overwrite: true);
        }
        catch (Exception problem) when (IsTheUsersToMend(problem))
        {
            throw new BadInputException(field, $"cannot write '{path}': {Reason(problem, path)}.");
        }
        finally
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }

    private static string TemporaryOf(string path) => $"{Path.GetFullPath(path)}.{Environment.ProcessId}.tmp";

    private static bool IsTheUsersToMend(Exception problem) =>
        problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or SecurityException;

    private static string Reason(Exception problem, string path) => problem switch
    {
        _ when Directory.Exists(path) => "it is a folder",
        FileNotFoundException => "there is no such file",
        DirectoryNotFoundException => "there is no such folder",
        UnauthorizedAccessException => "it may not be opened by you",
        _ => problem.Message.TrimEnd('.'),
    };
}

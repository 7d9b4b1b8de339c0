using System.Text;
using System.Text.Json;
using ChannelBot.BotFramework.Schema;

namespace ChannelBot.BotFramework.Transcripts;

/// <summary>A .transcript file: a JSON array of activities, one a line.</summary>
/// <remarks>Source: Bot Framework transcript specification, T2000 to T2310: UTF-8 without a byte order mark.</remarks>
public static class TranscriptFile
{
    internal const string Extension = ".transcript";

    private static readonly byte[] s_end = "\n]\n"u8.ToArray();

    /// <summary>Whether the activity stands by itself: no change of an earlier one.</summary>
    internal static bool IsNew(Activity activity) => activity.Type is not (ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete);

    /// <summary>The activities as a file's bytes.</summary>
    public static byte[] Write(IEnumerable<Activity> activities) => [.. "["u8, .. Lines(activities, isFirst: true), .. s_end];

    internal static async Task<IReadOnlyList<Activity>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return await JsonSerializer.DeserializeAsync(file, ProtocolJson.Wire.IReadOnlyListActivity, cancellationToken) ?? [];
    }

    internal static async Task WriteAsync(string path, IEnumerable<Activity> activities, CancellationToken cancellationToken)
    {
        await File.WriteAllBytesAsync(path + ".tmp", Write(activities), cancellationToken);
        File.Move(path + ".tmp", path, overwrite: true);
    }

    /// <summary>Adds to a file, at the cost of what is added. A file that a crash cut off is put aside.</summary>
    internal static async Task AppendAsync(string path, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        await using (var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read))
        {
            if (file.Length is 0)
            {
                await file.WriteAsync(Write(activities), cancellationToken);
                return;
            }

            if (await IsWholeAsync(file, cancellationToken))
            {
                file.Seek(-s_end.Length, SeekOrigin.End);
                await file.WriteAsync((byte[])[.. Lines(activities, isFirst: false), .. s_end], cancellationToken);
                return;
            }
        }

        File.Move(path, path + ".broken", overwrite: true);
        await WriteAsync(path, activities, cancellationToken);
    }

    /// <summary>Adds to a file where some of the activities change earlier ones: those are changed in their place.</summary>
    internal static async Task FoldAsync(string path, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        var all = File.Exists(path) ? (await ReadAsync(path, cancellationToken)).ToList() : [];
        foreach (var activity in activities)
        {
            var earlier = IsNew(activity) || activity.Id is null ? -1 : all.FindIndex(other => other.Id == activity.Id);
            if (earlier < 0)
            {
                all.Add(activity);
            }
            else if (activity.IsType(ActivityTypes.MessageDelete))
            {
                all.RemoveAt(earlier);
            }
            else
            {
                // A copy: the original is still on its way to the channel.
                all[earlier] = JsonSerializer.SerializeToNode(activity, ProtocolJson.Wire.Activity)!.Deserialize(ProtocolJson.Wire.Activity)!;
                all[earlier].Type = ActivityTypes.Message;
            }
        }

        await WriteAsync(path, all, cancellationToken);
    }

    private static async Task<bool> IsWholeAsync(FileStream file, CancellationToken cancellationToken)
    {
        var end = new byte[s_end.Length];
        if (file.Length < end.Length)
        {
            return false;
        }

        file.Seek(-end.Length, SeekOrigin.End);
        await file.ReadExactlyAsync(end, cancellationToken);
        return end.AsSpan().SequenceEqual(s_end);
    }

    private static byte[] Lines(IEnumerable<Activity> activities, bool isFirst)
    {
        var lines = new StringBuilder();
        foreach (var activity in activities)
        {
            lines.Append(isFirst ? "\n" : ",\n").Append(JsonSerializer.Serialize(activity, ProtocolJson.Wire.Activity));
            isFirst = false;
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }
}

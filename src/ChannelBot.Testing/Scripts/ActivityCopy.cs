using System.Text.Json;
using ChannelBot.BotFramework.Schema;

namespace ChannelBot.Testing.Scripts;

/// <summary>Copies of activities: a driver fills in ids and accounts, and a script may be run many times at once.</summary>
public static class ActivityCopy
{
    /// <summary>A deep copy, changed by <paramref name="change"/>.</summary>
    public static Activity Of(Activity activity, Action<Activity>? change = null)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(activity, ProtocolJson.Wire.Activity);
        var copy = JsonSerializer.Deserialize(json, ProtocolJson.Wire.Activity)!;
        change?.Invoke(copy);
        return copy;
    }
}

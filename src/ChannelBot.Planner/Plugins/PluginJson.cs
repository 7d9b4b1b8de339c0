using System.Text.Json.Serialization;

namespace ChannelBot.Planner.Plugins;

/// <summary>The JSON of what kernel functions take and return, without reflection, which a program would otherwise set up at every start.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
internal sealed partial class PluginJson : JsonSerializerContext;

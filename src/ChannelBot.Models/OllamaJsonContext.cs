using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using OllamaSharp.Models.Chat;

namespace ChannelBot.Models;

/// <summary>What goes to and comes from an Ollama server, generated with the program: a published one cannot look types up while it runs.</summary>
[JsonSerializable(typeof(ChatRequest))]
[JsonSerializable(typeof(ChatResponseStream))]
[JsonSerializable(typeof(ChatDoneResponseStream))]
[JsonSerializable(typeof(Tool))]
[JsonSerializable(typeof(Function), TypeInfoPropertyName = "ToolFunction")]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(string))]
internal sealed partial class OllamaJsonContext : JsonSerializerContext;

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChannelBot.Core.Knowledge;

/// <summary>The canonical JSON of a knowledge file: the same content gives the same bytes, and a person can read them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(FractionConverter)])]
[JsonSerializable(typeof(KnowledgeFile))]
internal sealed partial class KnowledgeJson : JsonSerializerContext
{
    private static KnowledgeJson? s_canonical;

    /// <summary>Curly quotes, dashes and accents stay as they are: the file is read by people, and never stands in a web page.</summary>
    public static KnowledgeJson Canonical => s_canonical ??= new KnowledgeJson(new JsonSerializerOptions(Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

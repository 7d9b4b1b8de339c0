using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ChannelBot.KnowledgeBuilder.Review;

/// <summary>Writes mappings, lists and texts as YAML.</summary>
internal static class YamlText
{
    public static string Of(IReadOnlyDictionary<string, object> document)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var emitter = new Emitter(text);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        Write(emitter, document);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    /// <summary>Every text is quoted: "12" and "yes" are texts as well.</summary>
    private static void Write(Emitter emitter, object node)
    {
        switch (node)
        {
            case string text:
                emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, ScalarStyle.DoubleQuoted, isPlainImplicit: false, isQuotedImplicit: true));
                break;
            case IReadOnlyDictionary<string, object> mapping:
                emitter.Emit(new MappingStart());
                foreach (var (field, value) in mapping)
                {
                    emitter.Emit(new Scalar(field));
                    Write(emitter, value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case IEnumerable<object> list:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, SequenceStyle.Block));
                foreach (var item in list)
                {
                    Write(emitter, item);
                }

                emitter.Emit(new SequenceEnd());
                break;
            default:
                throw new ArgumentException($"YAML is written of texts, lists and mappings, not of {node.GetType().Name}.", nameof(node));
        }
    }
}

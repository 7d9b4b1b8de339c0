using System.Text.Json;
using System.Text.Json.Serialization;
using ChannelBot.Core.Answers;

namespace ChannelBot.Core.Conversations;

/// <summary>Conversations as compact JSON in UTF-8, for stores.</summary>
public static class ConversationStateJson
{
    public static byte[] Write(ConversationState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Utf8Json.Write(
            state, static (writer, value) => JsonSerializer.Serialize(writer, value, ConversationJsonContext.Default.ConversationState), AnswerJson.WriterOptions);
    }

    /// <exception cref="JsonException">It is no conversation state.</exception>
    public static ConversationState Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, ConversationJsonContext.Default.ConversationState) ?? throw new JsonException("The conversation state is null.");

    /// <summary>One question with its answer: what a turn adds.</summary>
    public static byte[] WriteTurn(PastTurn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return Utf8Json.Write(
            turn, static (writer, value) => JsonSerializer.Serialize(writer, value, ConversationJsonContext.Default.PastTurn), AnswerJson.WriterOptions);
    }

    /// <exception cref="JsonException">It is no turn.</exception>
    public static PastTurn ReadTurn(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, ConversationJsonContext.Default.PastTurn) ?? throw new JsonException("The past turn is null.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ConversationState))]
internal sealed partial class ConversationJsonContext : JsonSerializerContext;

using Microsoft.ML.Tokenizers;

namespace ChannelBot.Models;

/// <summary>Counts tokens by the vocabulary of OpenAI's present models; others count alike to within a tenth or two.</summary>
internal static class ModelTokens
{
    private static readonly Lazy<TiktokenTokenizer> Tokenizer = new(() => TiktokenTokenizer.CreateForEncoding("o200k_base"));

    public static int Count(string text) => Tokenizer.Value.CountTokens(text);
}

namespace ChannelBot.Core.Language;

/// <summary>Cuts a text into words, numbers and signs.</summary>
public static class Tokenizer
{
    /// <summary>The tokens in order; white space is left out.</summary>
    public static Token[] Tokenize(string text) => [];
}

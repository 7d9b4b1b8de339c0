using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;

namespace ChannelBot.Core.Language;

/// <summary>Lucene's Porter stemmer, asked for one word at a time.</summary>
internal static class PorterStem
{
    private static readonly Lock Turn = new();
    private static readonly OneWord Input = new();
    private static readonly PorterStemFilter Stemmer = new(Input);
    private static readonly ICharTermAttribute Output = Stemmer.GetAttribute<ICharTermAttribute>();

    /// <param name="word">Lower case.</param>
    public static string Of(string word)
    {
        lock (Turn)
        {
            Input.Next = word;
            Stemmer.IncrementToken();
            return Output.Length == word.Length && Output.ToString() == word ? word : Output.ToString();
        }
    }

    private sealed class OneWord : TokenStream
    {
        private readonly ICharTermAttribute _term;

        public OneWord() => _term = AddAttribute<ICharTermAttribute>();

        public string Next { get; set; } = "";

        public override bool IncrementToken()
        {
            _term.SetEmpty().Append(Next);
            return true;
        }
    }
}

using Lucene.Net.Tartarus.Snowball.Ext;

namespace ChannelBot.Core.Language;

/// <summary>Lucene's Porter stemmer, asked for one word at a time.</summary>
/// <remarks>The stemmer itself, not the token filter around it: the filter's attributes alone cost a cold start 25 ms.</remarks>
internal static class PorterStem
{
    private static readonly Lock Turn = new();
    private static readonly PorterStemmer Stemmer = new();

    /// <param name="word">Lower case.</param>
    public static string Of(string word)
    {
        lock (Turn)
        {
            Stemmer.SetCurrent(word);
            Stemmer.Stem();
            var stem = Stemmer.Current;
            return stem == word ? word : stem;
        }
    }
}

using System.ComponentModel;
using System.Globalization;
using System.Text;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using Microsoft.SemanticKernel;

namespace ChannelBot.Planner.Plugins;

/// <summary>Lets the model look up what the article says, so that it quotes it and never recalls it.</summary>
public sealed class ArticlePlugin(ArticleIndex index)
{
    public const string Name = "article";
    public const string Search = "search";

    private const int MostToReturn = 12;
    private const int MostToShow = 5;

    [KernelFunction(Search)]
    [Description("Finds what the article says, by words. Each line has the sentence id to cite, how much of the words it covers (0 to 1), who says so, and the article's own words. No line means that the article has nothing on it.")]
    public string Find(
        [Description("The words of the question that matter, names included, for example 'who opened the bridge on Friday'.")] string words,
        Kernel kernel)
    {
        var tokens = Tokenizer.Tokenize(words);
        var terms = index.Terms(tokens, QuantityScanner.Scan(words));
        return Lines(TurnLedger.Of(kernel).Return(new Found(terms, index.Search(tokens, terms, MostToReturn))));
    }

    private static string Lines(Found found)
    {
        var lines = new StringBuilder();
        foreach (var hit in found.Hits.Take(MostToShow))
        {
            var passage = hit.Passage;
            lines.Append(CultureInfo.InvariantCulture, $"{passage.Sentence.Id} {hit.Score:0.00} ");
            if (passage.Speaker is not null)
            {
                lines.Append(passage.Speaker).Append(": ");
            }

            lines.Append(passage.Sentence.Text).Append('\n');
        }

        return lines.Length == 0 ? $"The article has nothing on these words." : lines.ToString();
    }
}

/// <param name="Terms">What the words ask about.</param>
/// <param name="Hits">Best first; each covers the terms in their order.</param>
public sealed record Found(IReadOnlyList<Term> Terms, IReadOnlyList<Hit> Hits);

using System.ComponentModel;
using System.Globalization;
using System.Runtime.CompilerServices;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Sources;
using Microsoft.SemanticKernel;

namespace ChannelBot.Planner.Plugins;

/// <summary>Lets the model look up what the article says, so that it quotes it and never recalls it.</summary>
public sealed class ArticlePlugin(ArticleIndex index)
{
    public const string Name = "article";
    public const string Search = "search";

    public const string Identify = "identify";
    public const string Source = "source";

    private const int MostToReturn = 24;

    /// <summary>Without a curation more tells between sentences than the words that they share.</summary>
    private const int MostOfUncurated = 48;
    private const int MostToShow = 5;
    private const int MostExpected = 8;
    private const float ContextWeight = 0.4f;

    [KernelFunction(Search)]
    [Description("Finds what the article says, by words. Each line has the sentence id to cite, how much of the words it covers (0 to 1), who says so, and the article's own words. No line means that the article has nothing on it.")]
    public string Find(
        [Description("The words of the question that matter, names included, for example 'who opened the bridge on Friday'.")] string words,
        Kernel kernel,
        [Description("The earlier question that this one leans on, where it does; its words count less.")] string? context = null)
    {
        var tokens = Tokenizer.Tokenize(words);
        var before = context is null ? [] : Tokenizer.Tokenize(context);
        var expected = index.Expected(tokens, before, MostExpected);
        var terms = index.Terms(tokens, QuantityScanner.Scan(words));
        var own = terms.Count;
        if (context is not null)
        {
            Lean(ref tokens, terms, before);
        }

        return Lines(TurnLedger.Of(kernel).Return(new Found(terms, own, index.Search(tokens, terms, index.IsCurated ? MostToReturn : MostOfUncurated), expected)));
    }

    [KernelFunction(Identify)]
    [Description("Says who or what a name of the article is: full name, role, and the sentence to cite.")]
    public string Identity(
        [Description("A name as the article has it, for example 'Mary Smith' or 'the Mayor'.")] string name,
        Kernel kernel)
    {
        if (index.Named(name) is not { } entity)
        {
            TurnLedger.Of(kernel).Return<Identity?>(null);
            return $"The article names nobody and nothing like '{name}'.";
        }

        var identity = TurnLedger.Of(kernel).Return(new Identity(entity, index.Introducing(entity)));
        return $"{entity.Name}{(entity.Role is null ? "" : $", {entity.Role}")}. {identity.Sentence.Id}: {identity.Sentence.Text}";
    }

    [KernelFunction(Source)]
    [Description("Says who is behind what the article says at a place: the speaker it quotes or reports; or that the article says so itself.")]
    public string SourceOf(
        [Description("Id of a sentence, 'p3.s1', or of a figure.")] string place,
        Kernel kernel)
    {
        var figure = index.Knowledge.Figures.FirstOrDefault(figure => figure.Id == place);
        if (index.Knowledge.Sentences.FirstOrDefault(sentence => sentence.Id == (figure?.Sentence ?? place)) is not { } sentence)
        {
            TurnLedger.Of(kernel).Return<Attributed?>(null);
            return $"The article has no sentence and no figure '{place}'.";
        }

        var by = Attribution.Of(index, sentence, figure is null ? sentence.Span : new Span(figure.Start, figure.End));
        TurnLedger.Of(kernel).Return(new Attributed(sentence, by, by is null ? null : index.Introducing(by)));
        return by is null ? $"The article names nobody: it says so itself. {sentence.Id}: {sentence.Text}" : $"{by.Name}. {sentence.Id}: {sentence.Text}";
    }

    private void Lean(ref Token[] tokens, List<Term> terms, Token[] context)
    {
        var offset = tokens.Length;
        foreach (var term in index.Terms(context, []))
        {
            if (!terms.Exists(own => own.Key == term.Key))
            {
                terms.Add(term with { FirstToken = term.FirstToken + offset, EndToken = term.EndToken + offset, Weight = term.Weight * ContextWeight });
            }
        }

        tokens = [.. tokens, .. context];
    }

    private static string Lines(Found found)
    {
        if (found.Hits.Count == 0)
        {
            return "The article has nothing on these words.";
        }

        var lines = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);
        foreach (var hit in found.Hits.Take(MostToShow))
        {
            var (sentence, speaker) = (hit.Passage.Sentence, hit.Passage.Speaker);
            lines.AppendLiteral(sentence.Id);
            lines.AppendLiteral(" ");
            lines.AppendFormatted(hit.Score, "0.00");
            lines.AppendLiteral(" ");
            lines.AppendLiteral(speaker ?? "");
            lines.AppendLiteral(speaker is null ? "" : ": ");
            lines.AppendLiteral(sentence.Text);
            lines.AppendLiteral("\n");
        }

        return lines.ToStringAndClear();
    }
}

/// <param name="Terms">What the words ask about, then what the earlier question asked about.</param>
/// <param name="Own">How many of the terms are the question's own.</param>
/// <param name="Hits">Best first; each covers the terms in their order.</param>
/// <param name="Expected">What of that which the curation expects questions about the words are likely about, the likeliest first.</param>
public sealed record Found(IReadOnlyList<Term> Terms, int Own, IReadOnlyList<Hit> Hits, IReadOnlyList<ExpectedQuestionMatch> Expected);

/// <param name="Sentence">Where the article says who or what it is; else where it is first named.</param>
public sealed record Identity(Entity Entity, Sentence Sentence);

/// <param name="By">Whom the article has it from; null where it says so itself.</param>
/// <param name="Named">Where the article says who that is.</param>
public sealed record Attributed(Sentence Sentence, Entity? By, Sentence? Named);

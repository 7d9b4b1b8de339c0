using System.Runtime.CompilerServices;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;

namespace ChannelBot.Core.Evidence;

/// <summary>How near a sentence is to a question in meaning, and how near its whole paragraph: from -1 to 1.</summary>
public readonly record struct SentenceMeaning(float OfSentence, float OfParagraph);

/// <summary>How near each sentence of an article is to a question in meaning, whatever words they share.</summary>
internal sealed class SentenceMeanings
{
    /// <summary>What a sentence is about stands in part in the rest of its paragraph, and what follows goes on about it.</summary>
    private const float OfTheParagraph = 0.55f;
    private const float OfTheNext = 0.4f;

    private static readonly ConditionalWeakTable<KnowledgeFile, SentenceMeanings> s_all = [];

    private readonly float[][] _sentences;
    private readonly float[][] _paragraphs;

    private SentenceMeanings(IReadOnlyList<Sentence> sentences)
    {
        var tokens = sentences.ToDictionary(sentence => sentence.Id, sentence => Tokenizer.Tokenize(sentence.Text), StringComparer.Ordinal);
        _sentences = [.. sentences.Select(sentence => Meanings.English.Of(tokens[sentence.Id]))];
        var paragraphs = sentences.GroupBy(sentence => sentence.Paragraph)
            .ToDictionary(group => group.Key, group => Meanings.English.Of([.. group.SelectMany(sentence => tokens[sentence.Id])]));
        _paragraphs = [.. sentences.Select(sentence => paragraphs[sentence.Paragraph])];
    }

    /// <summary>Those of an article, worked out once however many ask for them.</summary>
    public static SentenceMeanings Of(KnowledgeFile knowledge) => s_all.GetValue(knowledge, static file => new SentenceMeanings(file.Sentences));

    /// <summary>How near each sentence and its paragraph are to the question.</summary>
    public SentenceMeaning[] Of(ReadOnlySpan<Token> question)
    {
        var place = Meanings.English.Of(question);
        var meanings = new SentenceMeaning[_sentences.Length];
        for (var i = 0; i < meanings.Length; i++)
        {
            meanings[i] = new SentenceMeaning(Meanings.Product(place, _sentences[i]), Meanings.Product(place, _paragraphs[i]));
        }

        return meanings;
    }

    /// <summary>For each sentence how far it is behind the one that is nearest to the question in meaning, 0 for that itself.</summary>
    public float[] Nearness(ReadOnlySpan<Token> question)
    {
        var place = Meanings.English.Of(question);
        var nearness = new float[_sentences.Length];
        var best = float.MinValue;
        for (var i = 0; i < nearness.Length; i++)
        {
            nearness[i] = Meanings.Product(place, _sentences[i]);
        }

        for (var i = 0; i < nearness.Length; i++)
        {
            nearness[i] += (OfTheParagraph * Meanings.Product(place, _paragraphs[i])) + (i + 1 < nearness.Length ? OfTheNext * nearness[i + 1] : 0);
            best = Math.Max(best, nearness[i]);
        }

        for (var i = 0; i < nearness.Length; i++)
        {
            nearness[i] -= best;
        }

        return nearness;
    }
}

using System.Text;
using ChannelBot.Core.Knowledge;
using CsCheck;

namespace ChannelBot.KnowledgeBuilder.Tests;

/// <summary>Whatever the text, the builder gives knowledge whose every place is exact: a build checks that itself before it returns.</summary>
public sealed class ExtractionPropertyTests
{
    private static readonly Gen<string> NewsWords = OneOf(
        "the", "a", "of", "in", "Ann", "Lee", "Dr", "said", "says", "council", "Council", "police", "was", "were", "has", "by", "to", "and", "but", "that", "who",
        "which", "after", "because", "60", "1.2 million", "£3.4bn", "12 per cent", "a third", "Tuesday", "on", "2021", "at least", "rose", "fell", "found", "not",
        "River", "Harrow", "No. 10", "U.S.", "will", "closing", "closed", "open", "her", "it", "they", "as", "including", "EPC", "Mayor", "mayor", "for", "people",
        "year", "this", "last", "three-day", "don’t", "council’s", "workers’", "so that", "in order to", "according to", "Leeds", "near", "old", "34", "up", "out");

    private static readonly Gen<string> Marks = OneOf(
        " ", " ", " ", " ", " ", ", ", ". ", "; ", ": ", " “", "” ", " \"", "\" ", "‘", "’ ", " — ", "—", " (", ") ", "\n", "\n\n", "! ", "? ", "-", "'", "…", "/", "&", "\u200B", "😀", "é");

    private static readonly Gen<string> NewsText =
        Gen.Select(NewsWords, Marks).Array[1, 80].Select(parts => string.Concat(parts.Select(part => part.Item1 + part.Item2)));

    [Fact]
    public void Build_of_shuffled_news_words_gives_exact_places() =>
        NewsText.Sample(text => Check(text), iter: 1000, threads: 1);

    [Fact]
    public void Build_of_any_characters_gives_exact_places() =>
        Gen.String[1, 200].Select(text => text.Replace('\0', ' ') + "x").Sample(text => Check(text), iter: 400, threads: 1);

    [Fact]
    public void Build_twice_gives_the_same_bytes() =>
        NewsText.Sample(
            text => Assert.True(KnowledgeWriter.Serialize(Build(text)).AsSpan().SequenceEqual(KnowledgeWriter.Serialize(Build(text)))), iter: 100, threads: 1);

    [Fact]
    public void Read_gives_back_what_Build_gave() =>
        NewsText.Sample(
            text =>
            {
                var bytes = KnowledgeWriter.Serialize(Build(text));
                Assert.True(KnowledgeWriter.Serialize(KnowledgeReader.Parse(bytes, "shuffled.json")).AsSpan().SequenceEqual(bytes));
            },
            iter: 100,
            threads: 1);

    private static Gen<string> OneOf(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static void Check(string text)
    {
        var knowledge = Build(text);
        foreach (var statement in knowledge.Statements)
        {
            Assert.Contains(statement.Predicate, knowledge.Article.Text[statement.Start..statement.End], StringComparison.Ordinal);
            var sentence = knowledge.Sentences.First(other => other.Id == statement.Sentence);
            Assert.True(sentence.Start <= statement.Start && statement.End <= sentence.End);
        }
    }

    /// <summary>Lone surrogates cannot be written as UTF-8; the encoder replaces them, and the article is what it wrote.</summary>
    private static KnowledgeFile Build(string text) => KnowledgeCompiler.Build(Encoding.UTF8.GetBytes(text + " x"));
}

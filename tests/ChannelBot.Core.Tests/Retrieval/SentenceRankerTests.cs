using ChannelBot.Core.Language;
using ChannelBot.Core.Retrieval;
using CsCheck;

namespace ChannelBot.Core.Tests.Retrieval;

public sealed class SentenceRankerTests
{
    private static readonly string[] Words =
        ["ferry", "harbour", "Brandt", "mayor", "sank", "rescued", "the", "of", "12", "Friday", "they", "city", "Paris", "said", "storm", "how", "who", "when"];

    private static readonly Gen<string> Text = Gen.Int[0, Words.Length - 1].Array[1, 12].Select(words => string.Join(' ', words.Select(word => Words[word])));

    private static readonly Gen<SourceSentence[]> Collections = Gen.Select(Text, Gen.Bool, Gen.Int[0, 9]).Array[1, 60].Select(Places);

    [Theory]
    [InlineData("Who sank the ferry?", "A captain, Tomas Lindqvist, sank the ferry.", "The ferry was sunk and raised again.")]
    [InlineData("When was the bridge opened?", "The bridge was opened in 1932.", "The bridge was opened with a band.")]
    [InlineData("How many lorries crossed the bridge?", "In a day 340 lorries crossed the bridge.", "Lorries crossed the bridge in a storm.")]
    [InlineData("In which country is the factory?", "The factory is in Norway now.", "The factory is in a forest now.")]
    [InlineData("Which minister resigned?", "The minister Anna Berg resigned over it.", "A minister resigned over it and left.")]
    public void Of_two_sentences_with_the_question_s_words_the_one_with_an_answer_comes_first(string question, string answer, string other)
    {
        Assert.Equal(1, Best(question, [other, answer]));
        Assert.Equal(0, Best(question, [answer, other]));
    }

    [Fact]
    public void A_sentence_that_goes_on_about_the_one_before_is_found_by_what_the_other_names() =>
        Assert.Equal(2, Best("Why was the lighthouse closed?",
            ["A fair was held.", "The lighthouse is old.", "It was closed for repairs.", "A shop was closed in May."]));

    [Fact]
    public void Of_sentences_alike_the_one_in_an_article_about_the_question_s_subject_comes_first()
    {
        SourceSentence[] sentences =
        [
            new("A fire began in the kitchen.", 0, 0), new("Guests left a hotel.", 1, 0), new("A hotel reopened.", 2, 0),
            new("The Vasa is a ship.", 3, 1), new("A storm hit the Vasa.", 4, 1), new("A fire began in the kitchen.", 5, 1), new("The Vasa sank.", 6, 1),
        ];
        Assert.Equal(5, SentenceRanker.Build(sentences).Rank("Where did the fire on the Vasa begin?", 1)[0].Index);
    }

    [Fact]
    public void A_synonym_finds_a_sentence_and_the_word_itself_finds_it_first()
    {
        var ranker = SentenceRanker.Build(["Nobody came.", "The automobile was stolen.", "The car was stolen."]);
        Assert.Equal([2, 1], ranker.Rank("Whose car was stolen?", 2).Select(sentence => sentence.Index));
    }

    [Fact]
    public void A_question_without_a_word_of_content_finds_nothing() => Assert.Empty(SentenceRanker.Build(["A ferry sank."]).Rank("What is it?", 3));

    [Fact]
    public void Confidence_is_higher_where_the_paragraph_has_more_of_the_question()
    {
        SourceSentence[] sentences = [new("The mayor opened the bridge.", 0), new("The mayor went home.", 1), new("Rain fell.", 2)];
        var ranker = SentenceRanker.Build(sentences);
        var confidence = ranker.Rank("When did the mayor open the bridge?", 3).ToDictionary(sentence => sentence.Index, sentence => sentence.Confidence);
        Assert.True(confidence[0] > confidence[1]);
    }

    [Fact]
    public void Rank_gives_each_sentence_once_best_first_and_shares_from_0_to_1() =>
        Gen.Select(Collections, Text).Sample((sentences, question) =>
        {
            var ranked = SentenceRanker.Build(sentences).Rank(question, sentences.Length);
            Assert.Equal(ranked.OrderByDescending(sentence => sentence.Score).ThenBy(sentence => sentence.Index), ranked);
            Assert.Equal(ranked.Count, ranked.Select(sentence => sentence.Index).Distinct().Count());
            Assert.All(ranked, sentence =>
            {
                Assert.InRange(sentence.Index, 0, sentences.Length - 1);
                Assert.InRange(sentence.Coverage, 0, 1.0001);
                Assert.InRange(sentence.Confidence, 0, 1);
            });
        });

    [Fact]
    public void Rank_within_a_paragraph_stays_in_it() =>
        Gen.Select(Collections, Text, Gen.Int[0, 59]).Sample((sentences, question, any) =>
        {
            var paragraph = sentences[Math.Min(any, sentences.Length - 1)].Paragraph;
            var first = Array.FindIndex(sentences, sentence => sentence.Paragraph == paragraph);
            var range = new SentenceRange(first, sentences.Count(sentence => sentence.Paragraph == paragraph));
            Assert.All(
                SentenceRanker.Build(sentences).Rank(Tokenizer.Tokenize(question), sentences.Length, range),
                sentence => Assert.InRange(sentence.Index, range.First, range.End - 1));
        });

    [Fact]
    public void What_was_asked_before_changes_nothing() =>
        Gen.Select(Collections, Text, Text).Sample((sentences, question, before) =>
        {
            var ranker = SentenceRanker.Build(sentences);
            var first = ranker.Rank(question, 5);
            ranker.Rank(before, 5);
            Assert.Equal(first, ranker.Rank(question, 5));
        });

    [Fact]
    public void In_a_large_collection_the_sentence_with_the_rare_words_is_found()
    {
        var filler = Enumerable.Range(0, 2_000).Select(i => new SourceSentence($"The mayor of town{i} said the harbour was closed on day{i}.", i, i / 10));
        var ranker = SentenceRanker.Build([.. filler, new SourceSentence("A wolverine was seen near the harbour by Astrid Holm.", 5_000, 5_000)]);
        Assert.Equal(2_000, ranker.Rank("Who saw the wolverine near the harbour?", 3)[0].Index);
    }

    [Fact]
    public void Any_text_may_be_asked() =>
        Gen.String.Sample(question => Assert.NotNull(SentenceRanker.Build(["The mayor went home.", "A ferry sank."]).Rank(question, 3)));

    private static int Best(string question, string[] sentences) => SentenceRanker.Build(sentences).Rank(question, 1)[0].Index;

    /// <summary>Sentences that belong to paragraphs and articles in order.</summary>
    private static SourceSentence[] Places((string Text, bool IsNewParagraph, int NewArticle)[] sentences)
    {
        int paragraph = 0, article = 0;
        return [.. sentences.Select(sentence =>
        {
            article += sentence.NewArticle == 0 ? 1 : 0;
            paragraph += sentence.IsNewParagraph || sentence.NewArticle == 0 ? 1 : 0;
            return new SourceSentence(sentence.Text, paragraph, article);
        })];
    }
}

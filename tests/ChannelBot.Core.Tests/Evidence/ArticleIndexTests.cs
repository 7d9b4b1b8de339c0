using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using CsCheck;

namespace ChannelBot.Core.Tests.Evidence;

public sealed class ArticleIndexTests
{
    private static readonly ArticleIndex Index = ArticleIndex.Build(Harbour.File);

    private static readonly string[] Words =
        ["mayor", "Lindqvist", "bridge", "crossing", "ferry", "called", "off", "bad", "screw", "unsafe", "who", "the", "closed", "loose", "engineer", "moon"];

    private static readonly Gen<string> Questions = Gen.Int[0, Words.Length - 1].Array[0, 8].Select(words => string.Join(' ', words.Select(word => Words[word])));

    [Theory]
    [InlineData("Who closed the bridge?", "p1.s1")]
    [InlineData("Who shut the crossing?", "p1.s1")]
    [InlineData("Was there a bad screw?", "loose-bolt")]
    [InlineData("Was it unsafe?", "loose-bolt")]
    [InlineData("What of the cause of the closure?", "loose-bolt")]
    [InlineData("Which trips were called off?", "p2.s1")]
    public void The_passage_that_covers_most_comes_first(string question, string passage) => Assert.Equal(passage, Search(question)[0].Passage.Id);

    [Fact]
    public void Without_a_curation_what_a_passage_means_tells_too()
    {
        var index = ArticleIndex.Build(Harbour.File with { Facts = [], Silences = [] });
        var tokens = Tokenizer.Tokenize("Who shut the crossing?");
        var hits = index.Search(tokens, index.Terms(tokens, []), 10);
        Assert.Contains(hits, hit => hit.Nearness == 0);
        Assert.All(hits, hit => Assert.InRange(hit.Nearness, -3, 0));
        Assert.All(Search("Who shut the crossing?"), hit => Assert.Equal(0, hit.Nearness));
    }

    [Fact]
    public void A_curated_phrase_counts_whole_or_not_at_all() =>
        Assert.DoesNotContain(Search("Who drove the screw?"), hit => hit.Passage.Id == "loose-bolt");

    [Fact]
    public void A_name_is_one_term_however_it_is_written() =>
        Assert.All(["Ada Lindqvist", "Lindqvist", "the Mayor"], name =>
            Assert.Contains(Index.Terms(Tokenizer.Tokenize($"What did {name} close?"), []), term => term is { Key: "e:lindqvist", Weight: TermWeights.Name }));

    [Fact]
    public void Named_finds_an_entity_by_name_and_alias()
    {
        Assert.Equal("e:lindqvist", Index.Named("the mayor")?.Id);
        Assert.Null(Index.Named("the harbour master"));
    }

    [Fact]
    public void Knows_reaches_what_the_curation_and_the_lexicon_have_and_Has_only_the_word_itself()
    {
        Assert.True(Index.Knows(WordForms.StemOf("crossing")) && Index.Knows(WordForms.StemOf("shut")));
        Assert.True(Index.Has(WordForms.StemOf("ferry")) && !Index.Has("moon") && !Index.Knows("moon"));
    }

    [Fact]
    public void A_word_in_many_sentences_is_less_rare_than_a_word_in_one() =>
        Assert.True(Index.RarityOf(WordForms.StemOf("bridge")) < Index.RarityOf(WordForms.StemOf("ferry")));

    [Fact]
    public void MayHold_tells_where_there_can_be_no_time()
    {
        var passages = Index.Passages.Where(passage => passage.Kind == PassageKind.Sentence).ToDictionary(passage => passage.Id);
        Assert.True(Index.MayHold(passages["p1.s1"], SlotRole.When));
        Assert.False(Index.MayHold(passages["p3.s2"], SlotRole.When));
    }

    [Fact]
    public void A_search_gives_the_best_first_with_shares_from_0_to_1() =>
        Questions.Sample(question =>
        {
            var terms = Index.Terms(Tokenizer.Tokenize(question), []);
            var hits = Index.Search(Tokenizer.Tokenize(question), terms, 100);
            Assert.Equal(hits.OrderByDescending(hit => hit.Score).Select(hit => hit.Score), hits.Select(hit => hit.Score));
            Assert.All(hits, hit =>
            {
                Assert.InRange(hit.Score, 0, 1.0001);
                Assert.Equal(terms.Count, hit.Coverage.Length);
                Assert.All(hit.Coverage, share => Assert.InRange(share, 0, 1));
                Assert.True(hit.Relevance <= 0);
            });
        });

    [Fact]
    public void A_shorter_search_is_the_beginning_of_a_longer_one() =>
        Gen.Select(Questions, Gen.Int[0, 8]).Sample((question, most) =>
            Assert.Equal(Search(question).Take(most).Select(hit => hit.Passage.Id), Search(question, most).Select(hit => hit.Passage.Id)));

    [Fact]
    public void Terms_follow_each_other_and_do_not_overlap() =>
        Questions.Sample(question =>
        {
            var terms = Index.Terms(Tokenizer.Tokenize(question), []);
            Assert.All(terms.Zip(terms.Skip(1)), pair => Assert.True(pair.First.EndToken <= pair.Second.FirstToken));
        });

    private static IReadOnlyList<Hit> Search(string question, int most = 100)
    {
        var tokens = Tokenizer.Tokenize(question);
        return Index.Search(tokens, Index.Terms(tokens, []), most);
    }
}

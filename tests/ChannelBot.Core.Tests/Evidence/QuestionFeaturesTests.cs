using ChannelBot.Core.Evidence;
using ChannelBot.Core.Language;

namespace ChannelBot.Core.Tests.Evidence;

public sealed class QuestionFeaturesTests
{
    private readonly QuestionFeatures _features = new(new PhraseTable(), [["bridge", "crossing"]]);

    [Fact]
    public void Words_that_stand_side_by_side_in_several_expected_questions_are_a_feature()
    {
        Learn("what sort of bridge is it", "what sort of lamp was it");
        Assert.Equal(2, PairsOf("what sort is it").Count);
    }

    [Fact]
    public void A_pair_of_one_expected_question_is_none() => Assert.Empty(Learn("who closed the bridge", "when did it open").PairsOf("who closed it"));

    [Fact]
    public void Words_of_a_group_of_synonyms_are_as_one_beside_others()
    {
        Learn("old bridge", "old crossing");
        Assert.Equal(Assert.Single(PairsOf("old bridge")), Assert.Single(PairsOf("old crossing")));
    }

    [Fact]
    public void Neither_a_comma_nor_an_unknown_word_lets_words_be_neighbours()
    {
        Learn("what sort", "what sort again");
        Assert.Empty(PairsOf("what, sort"));
        Assert.Empty(PairsOf("what dreadful sort"));
    }

    [Fact]
    public void An_expected_question_has_its_words_and_its_pairs_each_once()
    {
        QuestionWords[] learnt = [Learnt("is it, is it"), Learnt("is it")];
        _features.LearnPairs(learnt);
        Assert.Equal(3, _features.Of(learnt[0]).Length);
        Assert.Equal(2, learnt[0].Words.Length);
    }

    private QuestionFeaturesTests Learn(params string[] questions)
    {
        _features.LearnPairs(questions.Select(Learnt).ToArray());
        return this;
    }

    private QuestionWords Learnt(string question) => _features.Learn(Tokenizer.Tokenize(question));

    private List<WeightedFeature> PairsOf(string question)
    {
        var pairs = new List<WeightedFeature>();
        _features.Of(Tokenizer.Tokenize(question), pairs);
        return pairs;
    }
}

using ChannelBot.Core.Evidence;
using ChannelBot.Core.Language;

namespace ChannelBot.Core.Tests.Evidence;

public sealed class ClassMeaningsTests
{
    private static readonly string[][] Asks = [["when does the ferry depart"], ["how much did the ferry cost"], ["who drives the bus"]];

    private static readonly ClassMeanings Classes = new(of => Asks[of]);

    [Fact]
    public void Of_classes_that_the_words_make_as_likely_the_one_nearer_in_meaning_gains()
    {
        var likelihoods = Weighed("what was the price of the ship", 0.5f, 0.5f, 0);
        Assert.True(likelihoods[1] > likelihoods[0]);
        Assert.Equal(1, likelihoods.Sum(), 3);
        Assert.Equal(0, likelihoods[2]);
    }

    [Fact]
    public void What_the_words_make_certain_stays_certain() =>
        Assert.Equal([0, 0, 1], Weighed("what was the price of the ship", 0, 0, 1));

    [Fact]
    public void A_question_of_unknown_words_changes_nothing()
    {
        var likelihoods = Weighed("xyzzq", 0.7f, 0.3f, 0);
        Assert.Equal(0.7, likelihoods[0], 3);
        Assert.Equal(0.3, likelihoods[1], 3);
    }

    [Fact]
    public void The_questions_that_come_nearer_in_meaning_lead()
    {
        var classes = new ClassMeanings(_ => ["when does the ferry depart", "how much did the ferry cost"]);
        Assert.True(classes.Lead(Meanings.English.Of(Tokenizer.Tokenize("what was the price of the ship")), 0, 1) > 0);
        Assert.True(classes.Lead(Meanings.English.Of(Tokenizer.Tokenize("at what hour does the ship leave")), 0, 1) < 0);
    }

    private static float[] Weighed(string question, params float[] likelihoods)
    {
        Classes.Weigh(Meanings.English.Of(Tokenizer.Tokenize(question)), likelihoods);
        return likelihoods;
    }
}

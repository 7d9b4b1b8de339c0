using ChannelBot.Core.Evidence;

namespace ChannelBot.Core.Tests.Evidence;

public sealed class QuestionClassifierTests
{
    private const int Who = 0, When = 1, Lamp = 2, Bell = 3, Tower = 4;

    private static readonly QuestionClassifier Classifier = new(
        [Asked(0, Who, Lamp), Asked(0, When, Lamp), Asked(0, Lamp, Tower), Asked(1, Who, Bell), Asked(1, When, Bell), Asked(2, Tower), Asked(2, Who, Tower)], features: 5, classes: 3);

    [Fact]
    public void Likelihoods_are_of_all_classes_together_one()
    {
        var likelihoods = Classifier.Likelihoods([new WeightedFeature(Who, 1), new WeightedFeature(Bell, 1)]);
        Assert.Equal(3, likelihoods.Length);
        Assert.Equal(1, likelihoods.Sum(), 3);
        Assert.All(likelihoods, likelihood => Assert.InRange(likelihood, 0, 1));
    }

    [Theory]
    [InlineData(Lamp, 0)]
    [InlineData(Bell, 1)]
    [InlineData(Tower, 2)]
    public void The_class_whose_questions_have_the_word_is_the_likeliest(int word, int expected)
    {
        var likelihoods = Classifier.Likelihoods([new WeightedFeature(Who, 1), new WeightedFeature(word, 1)]);
        Assert.Equal(expected, Array.IndexOf(likelihoods, likelihoods.Max()));
    }

    [Fact]
    public void A_word_that_all_classes_share_decides_nothing()
    {
        var likelihoods = Classifier.Likelihoods([new WeightedFeature(Who, 1)]);
        Assert.InRange(likelihoods[0] / likelihoods[1], 0.5, 2);
    }

    [Fact]
    public void A_word_that_counts_less_moves_the_likelihoods_less()
    {
        var full = Classifier.Likelihoods([new WeightedFeature(Bell, 1)]);
        var half = Classifier.Likelihoods([new WeightedFeature(Bell, 0.5f)]);
        Assert.InRange(half[1], 1f / 3, full[1]);
    }

    [Fact]
    public void A_question_that_its_words_alone_give_to_another_class_is_told_by_them_together()
    {
        var classifier = new QuestionClassifier(
            [Asked(0, Who, Lamp), Asked(0, When, Lamp), Asked(0, Lamp), Asked(0, Bell, Tower), Asked(0, Bell, Tower, Who), Asked(1, Who, Bell), Asked(1, When, Bell), Asked(1, Bell)], features: 5, classes: 2);
        Assert.InRange(classifier.Likelihoods([new WeightedFeature(Bell, 1), new WeightedFeature(Tower, 1)])[0], 0.5, 1);
        Assert.InRange(classifier.Likelihoods([new WeightedFeature(Bell, 1), new WeightedFeature(Who, 1)])[1], 0.5, 1);
    }

    [Fact]
    public void A_question_of_unknown_words_says_nothing() =>
        Assert.All(Classifier.Likelihoods([]), likelihood => Assert.Equal(1f / 3, likelihood, 3));

    private static Example Asked(int about, params int[] features) => new(about, features, IsQuestion: true);
}

using ChannelBot.Core.Evidence;
using ChannelBot.Core.Language;

namespace ChannelBot.Core.Tests.Evidence;

public sealed class TermWeightsTests
{
    [Theory]
    [InlineData("the", 0f)]
    [InlineData("please", 0f)]
    [InlineData("article", 0f)]
    [InlineData("?", 0f)]
    [InlineData("people", TermWeights.Weak)]
    [InlineData("recently", TermWeights.Weak)]
    [InlineData("ferry", TermWeights.Content)]
    [InlineData("bridges", TermWeights.Content)]
    public void A_word_weighs_what_it_asks_for(string word, float weight) => Assert.Equal(weight, TermWeights.Of(Tokenizer.Tokenize(word)[0]));
}

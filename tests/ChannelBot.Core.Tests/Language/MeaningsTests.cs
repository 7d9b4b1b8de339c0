using ChannelBot.Core.Language;

namespace ChannelBot.Core.Tests.Language;

public sealed class MeaningsTests
{
    [Theory]
    [InlineData("How did the crooks break in?", "The intruders entered through a window.", "The helpline took many calls.")]
    [InlineData("How chilly did it get indoors?", "The temperature inside fell below freezing.", "A party was held in the garden.")]
    [InlineData("When are the dock staff going back in?", "Dockers will return to work on Monday.", "The fish were sold at the market.")]
    [InlineData("Which boss was sorry?", "The chief executive apologised.", "The window was painted green.")]
    public void What_means_about_the_same_lies_nearer_though_it_shares_no_word(string question, string same, string other) =>
        Assert.True(Nearness(question, same) > Nearness(question, other) + 0.1f);

    [Fact]
    public void A_place_has_length_one_or_none_where_no_word_is_known()
    {
        Assert.Equal(1, Nearness("a red bridge", "a red bridge"), 3);
        Assert.All(Meanings.English.Of(Tokenizer.Tokenize("xqzzv ?!")), number => Assert.Equal(0, number));
    }

    [Fact]
    public void Many_may_read_at_once()
    {
        var alone = Meanings.English.Of(Tokenizer.Tokenize("The ferry was called off because of the storm."));
        Parallel.For(0, 200, _ => Assert.Equal(alone, Meanings.English.Of(Tokenizer.Tokenize("The ferry was called off because of the storm."))));
    }

    private static float Nearness(string one, string other) =>
        Meanings.Product(Meanings.English.Of(Tokenizer.Tokenize(one)), Meanings.English.Of(Tokenizer.Tokenize(other)));
}

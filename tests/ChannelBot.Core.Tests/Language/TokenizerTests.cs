using ChannelBot.Core.Language;
using CsCheck;

namespace ChannelBot.Core.Tests.Language;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Starmer’s plan", "starmer plan")]
    [InlineData("Boulogne-sur-Mer", "boulogne - sur - mer")]
    [InlineData("31,535 arrivals, 18% up", "31,535 arrivals , 18 % up")]
    [InlineData("a £3.4bn deal", "a £ 3.4bn deal")]
    [InlineData("He didn’t go.", "he didn't go .")]
    [InlineData("the U.S. army at 5 a.m.", "the us army at 5 am")]
    [InlineData("What’s new?", "what's new ?")]
    [InlineData("one, two,three", "one , two , three")]
    [InlineData("the officers' mess", "the officers ' mess")]
    [InlineData("co-operation", "cooperation")]
    public void Tokenize_gives_lower_case_words_and_signs(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Tokenizer.Tokenize(text).Select(token => token.Lower)));

    [Theory]
    [InlineData("organised", "organized")]
    [InlineData("centre", "center")]
    [InlineData("labour", "labor")]
    [InlineData("co-operation", "cooperation")]
    [InlineData("defence", "defense")]
    [InlineData("travelled", "traveled")]
    [InlineData("programme", "programs")]
    [InlineData("signing", "signed")]
    [InlineData("café", "cafe")]
    [InlineData("31,535", "31535")]
    public void Tokenize_gives_two_spellings_one_stem(string one, string other) =>
        Assert.Equal(Tokenizer.Tokenize(one)[0].Stem, Tokenizer.Tokenize(other)[0].Stem);

    [Theory]
    [InlineData("May", false)]
    [InlineData("may", true)]
    [InlineData("US", false)]
    [InlineData("us", true)]
    [InlineData("did", true)]
    [InlineData("before", false)]
    [InlineData("not", false)]
    public void Tokenize_knows_stop_words_from_names_and_from_telling_words(string word, bool isStop) =>
        Assert.Equal(isStop, Tokenizer.Tokenize(word)[0].IsStopWord);

    [Fact]
    public void Tokenize_covers_every_character_but_white_space_in_order() =>
        Gen.String.Sample(text =>
        {
            var at = 0;
            foreach (var token in Tokenizer.Tokenize(text))
            {
                Assert.True(string.IsNullOrWhiteSpace(text[at..token.Start]));
                Assert.True(token.End > token.Start);
                Assert.NotEmpty(token.Lower);
                at = token.End;
            }

            Assert.True(string.IsNullOrWhiteSpace(text[at..]));
        });
}

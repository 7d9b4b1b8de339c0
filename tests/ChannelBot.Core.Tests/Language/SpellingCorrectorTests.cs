using ChannelBot.Core.Language;
using CsCheck;

namespace ChannelBot.Core.Tests.Language;

public sealed class SpellingCorrectorTests
{
    private static readonly SpellingCorrector Corrector = SpellingCorrector.For(
        "Mayor Anneliese Brandt said a ferry sank off Kirkholm on Friday. The harbourmaster, Tomas Lindqvist, retrieved 12 lifejackets, and an " +
        "investigation was opened by the prosecutor. Turbines worth £3m were lost.");

    [Theory]
    [InlineData("how mnay lifejakets were retreived", "how many lifejackets were retrieved")]
    [InlineData("whos the harbormaster", "who's the harbourmaster")]
    [InlineData("wat did the mayor sya", "what did the mayor say")]
    [InlineData("hwo many ppl were resuced", "how many people were rescued")]
    [InlineData("Who opned the investigaton?", "Who opened the investigation?")]
    [InlineData("what did Lindqivst do", "what did Lindqvist do")]
    [InlineData("who is Annelise Brandt", "who is Anneliese Brandt")]
    [InlineData("howmany turbines", "how many turbines")]
    [InlineData("wherewastheferry", "where was the ferry")]
    [InlineData("the goverment's plan", "the government's plan")]
    [InlineData("f0und anything", "found anything")]
    public void Correct_puts_misspelt_words_right(string typed, string expected) => Assert.Equal(expected, Corrector.Correct(typed).Text);

    [Theory]
    [InlineData("Who is Brand?")]
    [InlineData("What did Mayor Bryant say?")]
    [InlineData("Did Lindberg see it?")]
    [InlineData("What about Kirkwall?")]
    [InlineData("Does zzqx glorp frobnicate?")]
    [InlineData("How many lifejackets were retrieved by the harbourmaster?")]
    [InlineData("see https://kirkhlom.example/ferrry.html")]
    [InlineData("¿Cuántas personas murieron?")]
    [InlineData("3.4bn, 12km and 5pm")]
    public void Correct_leaves_what_it_cannot_tell(string typed) => Assert.Equal(typed, Corrector.Correct(typed).Text);

    [Fact]
    public void Correct_tells_what_it_changed()
    {
        var change = Assert.Single(Corrector.Correct("who lost the turbnes?").Changes);
        Assert.Equal(new SpellingChange("turbnes", "turbines", true), change);
    }

    [Fact]
    public void Correct_takes_any_text() => Gen.String.Sample(text => Assert.NotNull(Corrector.Correct(text).Text));

    [Fact]
    public void Between_is_the_same_both_ways() =>
        Gen.Select(Gen.String[Gen.Char["abcd"], 0, 8], Gen.String[Gen.Char["abcd"], 0, 8]).Sample((one, other) =>
            Assert.Equal(EditDistance.Between(one, other, 3), EditDistance.Between(other, one, 3)));
}

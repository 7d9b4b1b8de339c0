using ChannelBot.Core.Language;
using CsCheck;

namespace ChannelBot.Core.Tests.Language;

public sealed class SpellingCorrectorTests
{
    private static readonly SpellingCorrector Corrector = SpellingCorrector.For(
        "Mayor Anneliese Brandt said a ferry sank off Kirkholm on Friday. The harbourmaster, Tomas Lindqvist, retrieved 12 lifejackets, and an " +
        "investigation was opened by the prosecutor. Turbines worth £3m were lost.");

    private static readonly string[] RareWords = ["harbourmaster", "lifejackets", "lindqvist", "investigation", "prosecutor", "turbines"];

    /// <summary>How people write other words in haste; these are changed though some are words.</summary>
    private static readonly HashSet<string> Usual = [.. LanguageData.Lines("typed-forms.txt").Select(line => line.Split(' ')[0])];

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

    [Theory]
    [InlineData("Who vouched for the ferry?")]
    [InlineData("Who was pencilled in for it?")]
    [InlineData("Was it proven?")]
    public void A_word_that_the_list_lacks_is_not_taken_for_one_with_another_first_letter(string asked) => Assert.Equal(asked, Corrector.Correct(asked).Text);

    [Fact]
    public void A_word_that_is_known_is_never_changed()
    {
        var words = Lexicon.Spellings;
        for (var word = 0; word < words.Count; word++)
        {
            var asked = $"what of the {words.Text(word)} in it";
            Assert.All(Corrector.Correct(asked).Changes, change => Assert.True(Usual.Contains(change.Typed), $"{change.Typed} became {change.Meant}"));
        }
    }

    [Fact]
    public void One_slip_in_a_rare_word_of_the_article_is_put_right() =>
        Gen.Select(Gen.Int[0, RareWords.Length - 1].Select(word => RareWords[word]), Gen.Int[0, 2], Gen.Int[1, 100]).Sample((word, slip, at) =>
        {
            var typed = Slip(word, slip, 1 + (at % (word.Length - 2)));
            Assert.Equal(Stems($"what about the {word}?"), Stems(Corrector.Correct($"what about the {typed}?").Text));
        });

    [Fact]
    public void What_was_asked_before_changes_no_correction() =>
        Gen.Select(Gen.String[Gen.Char["aeinrst "], 0, 30], Gen.String[Gen.Char["aeinrst "], 0, 30]).Sample((one, other) =>
        {
            var first = Corrector.Correct(one).Text;
            Corrector.Correct(other);
            Assert.Equal(first, Corrector.Correct(one).Text);
        });

    [Fact]
    public void Correct_takes_any_text() => Gen.String.Sample(text => Assert.NotNull(Corrector.Correct(text).Text));

    [Fact]
    public void Words_one_slip_apart_are_just_those_within_a_letter_of_each_other() =>
        Gen.Select(Gen.String[Gen.Char["abcd"], 1, 7], Gen.Int[0, 2], Gen.Int[0, 6]).Sample((word, slip, at) =>
            Assert.True(EditDistance.IsOneSlip(Slip(word, slip, at % word.Length), word)));

    [Fact]
    public void Words_more_than_one_slip_apart_cost_more_than_one() =>
        Gen.Select(Gen.String[Gen.Char["abcd"], 1, 8], Gen.String[Gen.Char["abcd"], 1, 8]).Sample((one, other) =>
            Assert.True(EditDistance.IsOneSlip(one, other) || EditDistance.Between(one, other, 8) > EditDistance.Slip));

    [Fact]
    public void Between_is_the_same_both_ways() =>
        Gen.Select(Gen.String[Gen.Char["abcd"], 0, 8], Gen.String[Gen.Char["abcd"], 0, 8]).Sample((one, other) =>
            Assert.Equal(EditDistance.Between(one, other, 3), EditDistance.Between(other, one, 3)));

    private static IEnumerable<string> Stems(string text) => Tokenizer.Tokenize(text).Select(token => token.Stem);

    /// <summary>A letter left out, typed twice, or exchanged with the next.</summary>
    private static string Slip(string word, int slip, int at) => slip switch
    {
        0 => word.Remove(at, 1),
        1 => word.Insert(at, word[at..(at + 1)]),
        _ => at + 1 < word.Length ? string.Concat(word.AsSpan(0, at), word.AsSpan(at + 1, 1), word.AsSpan(at, 1), word.AsSpan(at + 2)) : word,
    };
}

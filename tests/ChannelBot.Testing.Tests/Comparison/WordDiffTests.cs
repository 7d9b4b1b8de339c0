using ChannelBot.Testing.Comparison;
using CsCheck;

namespace ChannelBot.Testing.Tests.Comparison;

public sealed class WordDiffTests
{
    private static readonly string[] Few = ["a", "b ", "1,2", ".", "\n", "\ud83d", " "];

    [Theory]
    [InlineData("12,400 letters came in March.", "12,900 letters came in May.", "[-12,400-]{+12,900+} letters came in [-March-]{+May+}.")]
    [InlineData("one", "one two", "one{+ two+}")]
    [InlineData("", "Hello", "{+Hello+}")]
    [InlineData("same\nlines", "same\nlines", "same\nlines")]
    [InlineData("at least 60%", "at least 61%", "at least [-60-]{+61+}%")]
    [InlineData("You are welcome to it.", "You are welcome. Ask whenever you would like to know more.", "You are welcome[- to it-]{+. Ask whenever you would like to know more+}.")]
    [InlineData("a 😀", "a 😁", "a [-😀-]{+😁+}")]
    public void Words_and_numbers_differ_as_wholes(string expected, string actual, string shown) => Assert.Equal(shown, Shown(WordDiff.Of(expected, actual)));

    [Fact]
    public void The_pieces_make_up_both_texts() =>
        Gen.Select(Texts, Texts).Sample((expected, actual) =>
        {
            var diff = WordDiff.Of(expected, actual);
            Assert.Equal(expected, string.Concat(diff.Where(piece => piece.Kind is not DiffKind.Unexpected).Select(piece => piece.Text)));
            Assert.Equal(actual, string.Concat(diff.Where(piece => piece.Kind is not DiffKind.Missing).Select(piece => piece.Text)));
        });

    private static Gen<string> Texts => Gen.OneOf(Gen.String, Gen.Int[0, Few.Length - 1].Array[0, 12].Select(words => string.Concat(words.Select(word => Few[word]))));

    private static string Shown(IReadOnlyList<DiffPiece> diff) => string.Concat(diff.Select(piece => piece.Kind switch
    {
        DiffKind.Missing => $"[-{piece.Text}-]",
        DiffKind.Unexpected => $"{{+{piece.Text}+}}",
        _ => piece.Text,
    }));
}

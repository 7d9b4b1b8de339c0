using ChannelBot.Core.Evidence;
using ChannelBot.Core.Language;
using CsCheck;

namespace ChannelBot.Core.Tests.Evidence;

public sealed class PhraseTableTests
{
    [Theory]
    [InlineData("the Harbour Office said", 1, "office", 3)]
    [InlineData("harbour offices said", 0, "office", 2)]
    [InlineData("Harbour Office Trust said", 0, "trust", 3)]
    [InlineData("the harbour said", 1, null, 1)]
    [InlineData("Stow-on-the-Wold said", 0, "stow", 7)]
    public void The_longest_phrase_that_begins_at_a_token_is_found(string text, int first, string? concept, int end)
    {
        var table = new PhraseTable();
        table.Add("the Harbour Office", "office");
        table.Add("Harbour Office Trust", "trust");
        table.Add("Stow on the Wold", "stow");
        Assert.Equal(concept, table.At(Tokenizer.Tokenize(text), first, out var found));
        Assert.Equal(end, found);
    }

    [Fact]
    public void Of_two_concepts_with_one_phrase_the_first_keeps_it()
    {
        var table = new PhraseTable();
        table.Add("Smith", "one");
        table.Add("Smith", "two");
        Assert.Equal("one", table.At(Tokenizer.Tokenize("Smith"), 0, out _));
    }

    [Fact]
    public void A_phrase_is_found_wherever_it_stands() =>
        Gen.Select(Gen.Int[0, 4].Array[1, 4], Gen.Int[0, 5]).Sample((words, before) =>
        {
            string[] names = ["Alder", "Birk", "Cato", "Dorn", "Elm"];
            var phrase = string.Join(' ', words.Select(word => names[word]));
            var table = new PhraseTable();
            table.Add(phrase, "it");
            var tokens = Tokenizer.Tokenize(string.Concat(Enumerable.Repeat("zinc ", before)) + phrase + " rose");
            Assert.Equal("it", table.At(tokens, before, out var end));
            Assert.Equal(before + words.Length, end);
        });
}

using ChannelBot.Core.Language;
using CsCheck;

namespace ChannelBot.Core.Tests.Language;

public sealed class LexiconTests
{
    private static readonly Lexicon English = Lexicon.English;

    [Fact]
    public void English_is_what_the_word_lists_say()
    {
        var lists = Path.Combine(RepositoryFiles.Root, "src/ChannelBot.Core/Language/Lexicon.Source");
        var packs = Path.Combine(RepositoryFiles.Root, "src/ChannelBot.Core/Language/Data");
        var (lexicon, spellings) = LexiconCompiler.Compile(lists);
        Check(Path.Combine(packs, "lexicon.bin"), lexicon);
        Check(Path.Combine(packs, "spellings.bin"), spellings);
    }

    private static void Check(string pack, byte[] compiled)
    {
        if (Environment.GetEnvironmentVariable("WRITE_LEXICON") is not null)
        {
            File.WriteAllBytes(pack, compiled);
        }

        Assert.True(
            compiled.AsSpan().SequenceEqual(File.ReadAllBytes(pack)),
            $"The word lists were changed: run this test once with WRITE_LEXICON=1 and commit {Path.GetFileName(pack)}.");
    }

    [Theory]
    [InlineData("terminated", "scrapped", 0.8)]
    [InlineData("died", "death", 0.95)]
    [InlineData("French", "France", 0.9)]
    [InlineData("US", "American", 0.95)]
    [InlineData("boat", "dinghy", 0.8)]
    [InlineData("2", "two", 0.95)]
    [InlineData("signed", "signing", 1)]
    [InlineData("said", "stating", 0.8)]
    [InlineData("banana", "minister", 0)]
    [InlineData("people", "person", 1)]
    [InlineData("rescuers", "rescued", 0.95)]
    public void Similarity_knows_synonyms_and_derivations(string one, string other, double expected)
    {
        Assert.Equal(expected, English.Similarity(Stem(one), Stem(other)), 2);
        Assert.Equal(expected, English.Similarity(Stem(other), Stem(one)), 2);
    }

    [Theory]
    [InlineData("rose", "fell", true)]
    [InlineData("increase", "dropped", true)]
    [InlineData("before", "since", true)]
    [InlineData("died", "rescued", true)]
    [InlineData("won", "lost", true)]
    [InlineData("more", "fewer", true)]
    [InlineData("start", "begin", false)]
    [InlineData("close", "end", false)]
    [InlineData("boat", "tree", false)]
    public void AreOpposite_tells_contraries(string one, string other, bool expected)
    {
        Assert.Equal(expected, English.AreOpposite(Stem(one), Stem(other)));
        Assert.Equal(expected, English.AreOpposite(Stem(other), Stem(one)));
    }

    [Theory]
    [InlineData("Serbia", "country")]
    [InlineData("Tuesday", "weekday")]
    [InlineData("minister", "person")]
    [InlineData("ferries", "boat")]
    [InlineData("Mediterranean", "sea")]
    [InlineData("Danish", "nationality")]
    [InlineData("Vienna", "city")]
    public void IsKindOf_places_words(string word, string kind) => Assert.True(English.IsKindOf(Stem(word), kind));

    [Theory]
    [InlineData("They lost their lives.", "lose_one's_lives", 1, 4)]
    [InlineData("It pulled the plug", "pull_the_plug", 1, 4)]
    [InlineData("The hold-up was long", "hold_up", 1, 4)]
    [InlineData("They turned the offer down", "turn_down", 1, 5)]
    public void In_finds_an_expression(string text, string expected, int first, int end)
    {
        var stem = string.Join('_', expected.Split('_').Select(part => part == "one's" ? part : Stem(part)));
        var found = Assert.Single(English.Phrases.In(Tokenizer.Tokenize(text)), expression => expression.Stem == stem);
        Assert.Equal((first, end), (found.First, found.End));
    }

    [Theory]
    [InlineData("nothing to find here")]
    [InlineData("They turned right down the road")]
    public void In_finds_no_expression_where_words_only_stand_near(string text) => Assert.Empty(English.Phrases.In(Tokenizer.Tokenize(text)));

    [Theory]
    [InlineData("so far", "to date")]
    [InlineData("prime minister", "pm")]
    [InlineData("lost their lives", "died")]
    [InlineData("set up", "established")]
    public void Similarity_holds_for_phrases(string one, string other) =>
        Assert.True(English.Similarity(PhraseStem(one), PhraseStem(other)) >= 0.8);

    [Fact]
    public void Related_agrees_with_similarity()
    {
        foreach (var (stem, similarity) in English.Related(Stem("rescue")))
        {
            Assert.Equal(English.Similarity(Stem("rescue"), stem), similarity);
        }
    }

    [Fact]
    public void Nothing_breaks_on_any_word() =>
        Gen.Select(Gen.String, Gen.String).Sample((one, other) =>
        {
            Assert.InRange(English.Similarity(one, other), 0, 1);
            English.AreOpposite(one, other);
            English.IsKindOf(one, other);
            English.Phrases.In(Tokenizer.Tokenize(one));
        });

    private static string Stem(string word) => Tokenizer.Tokenize(word)[0].Stem;

    private static string PhraseStem(string phrase) => English.Phrases.In(Tokenizer.Tokenize(phrase)) is [var expression, ..] ? expression.Stem : Stem(phrase);
}

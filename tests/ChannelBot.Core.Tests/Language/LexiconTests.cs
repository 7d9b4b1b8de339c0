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
    [InlineData("They lost their lives.", "they lose_one's_lives .")]
    [InlineData("It pulled the plug on the plan so far", "it pull_the_plug_on the plan so_far")]
    [InlineData("The talks took place.", "the talks take_place .")]
    [InlineData("nothing to fold here", "nothing to fold here")]
    public void Fold_makes_a_phrase_one_token(string text, string expected)
    {
        var tokens = Tokenizer.Tokenize(text);
        var folded = English.Phrases.Fold(tokens);
        Assert.Equal(Stems(expected), folded.Select(token => token.Stem));
        Assert.Equal(tokens[0].Start, folded[0].Start);
        Assert.Equal(tokens[^1].End, folded[^1].End);

        static IEnumerable<string> Stems(string marked) =>
            marked.Split(' ').Select(word => string.Join('_', word.Split('_').Select(part => part == "one's" ? part : Stem(part))));
    }

    [Theory]
    [InlineData("so far", "to date")]
    [InlineData("prime minister", "pm")]
    [InlineData("lost their lives", "died")]
    [InlineData("set up", "established")]
    public void Similarity_holds_for_phrases(string one, string other) =>
        Assert.True(English.Similarity(FoldedStem(one), FoldedStem(other)) >= 0.8);

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
            English.Phrases.Fold(Tokenizer.Tokenize(one));
        });

    private static string Stem(string word) => Tokenizer.Tokenize(word)[0].Stem;

    private static string FoldedStem(string phrase) => English.Phrases.Fold(Tokenizer.Tokenize(phrase))[0].Stem;
}

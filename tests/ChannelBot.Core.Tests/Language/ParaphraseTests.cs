using ChannelBot.Core.Evidence;
using ChannelBot.Core.Language;

namespace ChannelBot.Core.Tests.Language;

/// <summary>Measures the lexicon on phrases as questions have them and as articles do (paraphrases.txt).</summary>
public sealed class ParaphraseTests(ITestOutputHelper output)
{
    /// <summary>As in the search of an article: a word nearer than this is found for the other.</summary>
    private const double Near = 0.45;

    private static readonly Pair[] Pairs = [.. Read()];

    private sealed record Pair(string Question, string Article, bool IsSame);

    [Fact]
    public void A_question_reaches_what_an_article_says_in_other_words() => AssertShare(isSame: true, least: 0.95);

    [Fact]
    public void A_question_does_not_reach_what_is_merely_near() => AssertShare(isSame: false, least: 0.99);

    private void AssertShare(bool isSame, double least)
    {
        var asked = Pairs.Where(pair => pair.IsSame == isSame).ToArray();
        var failed = asked.Where(pair => Reaches(pair) != isSame).ToArray();
        var share = 1 - ((double)failed.Length / asked.Length);
        var report = $"{share:P1} of {asked.Length} hold; not: {string.Join("; ", failed.Select(pair => $"{pair.Question} / {pair.Article}"))}";
        output.WriteLine(report);
        Assert.True(share >= least, report);
    }

    private static IEnumerable<Pair> Read()
    {
        var file = Path.Combine(RepositoryFiles.Root, "tests/ChannelBot.Core.Tests/Language/paraphrases.txt");
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var isSame = line.Contains(" = ", StringComparison.Ordinal);
            var sides = line.Split(isSame ? " = " : " ! ");
            yield return new Pair(sides[0], sides[1], isSame);
        }
    }

    /// <summary>Two are the same where half of the question's words reach the article's; what is merely near may not reach with any.</summary>
    private static bool Reaches(Pair pair)
    {
        var article = Words(pair.Article).SelectMany(word => word).ToArray();
        var question = Words(pair.Question);
        var reached = question.Count(stems => stems.Any(stem => article.Any(word => Lexicon.English.Similarity(stem, word) >= Near)));
        return reached > 0 && (!pair.IsSame || reached * 2 >= question.Count);
    }

    /// <summary>For each word that counts, its stem and those of the expressions it belongs to.</summary>
    private static List<List<string>> Words(string phrase)
    {
        var tokens = Tokenizer.Tokenize(phrase);
        var words = new List<List<string>>();
        var expressions = Lexicon.English.Phrases.In(tokens);
        for (var i = 0; i < tokens.Length; i++)
        {
            List<string> stems = [.. expressions.Where(expression => expression.Holds(i)).Select(expression => expression.Stem)];
            if (TermWeights.Of(tokens[i]) > 0)
            {
                stems.Add(tokens[i].Stem);
            }

            if (stems.Count > 0)
            {
                words.Add(stems);
            }
        }

        return words;
    }
}

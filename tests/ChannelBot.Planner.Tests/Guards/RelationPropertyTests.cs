using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;
using ChannelBot.Planner.Guards;

namespace ChannelBot.Planner.Tests.Guards;

/// <summary>True words in a false relation are refused, and honest answers in other words pass.</summary>
public sealed class RelationPropertyTests
{
    private const int Rounds = 6;

    /// <summary>What has been reached. To be raised towards 0.99, and lowered towards 0.01: a paraphrase that is refused costs a fluent answer, not a true one.</summary>
    private const double LeastRefused = 0.96;

    private const double MostRefused = 0.08;

    [Fact]
    public void Guards_refuse_true_words_in_a_false_relation_and_pass_honest_paraphrases()
    {
        var output = TestContext.Current.TestOutputHelper!;
        var counts = RelationCorruptions.Kinds.ToDictionary(kind => kind, _ => (Made: 0, Caught: 0), StringComparer.Ordinal);
        var (honest, refused, byOthers, seen) = (0, 0, 0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var (story, lazy) in Stories.All)
        {
            var knowledge = lazy.Value;
            var (guards, corruptions) = (new AnswerGuards(knowledge), new RelationCorruptions(knowledge, new Random(20261129)));
            var (made, caught) = (0, 0);
            foreach (var answer in Honest(story, knowledge))
            {
                honest++;
                if (guards.Check(answer, answer.Question) is { IsClean: false } report)
                {
                    refused++;
                    output.WriteLine($"HONEST {story}: {answer.Text} || {string.Join(" / ", report.Lines)}");
                    continue;
                }

                foreach (var kind in Enumerable.Repeat(RelationCorruptions.Kinds, Rounds).SelectMany(kinds => kinds))
                {
                    if (corruptions.Corrupt(kind, answer) is not { } bad || !seen.Add(bad.Text))
                    {
                        continue;
                    }

                    var findings = guards.Check(bad, bad.Question).Findings;
                    var isCaught = findings.Count > 0;
                    byOthers += findings.Any(finding => finding.Guard != "relations") ? 1 : 0;
                    counts[kind] = (counts[kind].Made + 1, counts[kind].Caught + (isCaught ? 1 : 0));
                    (made, caught) = (made + 1, caught + (isCaught ? 1 : 0));
                    if (!isCaught)
                    {
                        output.WriteLine($"MISSED {kind}: {bad.Text} || {answer.Text}");
                    }
                }
            }

            output.WriteLine($"{story}: {caught} of {made} refused");
        }

        foreach (var (kind, count) in counts)
        {
            output.WriteLine($"  {kind}: {count.Caught} of {count.Made}");
        }

        var (all, found) = (counts.Values.Sum(count => count.Made), counts.Values.Sum(count => count.Caught));
        output.WriteLine($"corrupted refused {100.0 * found / all:F2}% of {all}; without the guard of relations {100.0 * byOthers / all:F2}%; honest refused {100.0 * refused / honest:F2}% of {honest}");
        Assert.True(found >= all * LeastRefused, $"{all - found} of {all} corrupted answers passed");
        Assert.True(refused <= honest * MostRefused, $"{refused} of {honest} honest answers refused");
        Assert.All(counts, count => Assert.True(count.Value.Made > 0, $"nothing was corrupted by: {count.Key}"));
    }

    /// <summary>The article's own sentences, and what was written by hand in other words.</summary>
    private static IEnumerable<Answer> Honest(string story, KnowledgeFile knowledge)
    {
        foreach (var sentence in knowledge.Sentences.Where(sentence => !sentence.Text.AsSpan().ContainsAny("“”\"")))
        {
            yield return Make(knowledge, sentence.Text.TrimEnd('.'), sentence.Id);
        }

        var isStory = false;
        foreach (var line in File.ReadLines(Stories.At("tests/ChannelBot.Planner.Tests/Guards/paraphrases.txt")))
        {
            isStory = line.StartsWith('#') ? line == "# " + story : isStory;
            if (isStory && line.Split(" | ", 2) is [var id, var text])
            {
                yield return Make(knowledge, text.TrimEnd('.'), id);
            }
        }
    }

    private static Answer Make(KnowledgeFile knowledge, string text, string sentence) => new()
    {
        KnowledgeSha256 = "test",
        Question = "What does the article say?",
        Outcome = Outcome.Answered,
        Text = text + " [1].",
        Citations = [AnswerGuardsTests.Cite(knowledge, knowledge.Sentences.Single(one => one.Id == sentence || one.Id == "f" + sentence), 1)],
        Planner = "test",
    };
}

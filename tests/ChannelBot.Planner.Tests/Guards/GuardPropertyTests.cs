using ChannelBot.Planner.Guards;

namespace ChannelBot.Planner.Tests.Guards;

public sealed class GuardPropertyTests
{
    private const int Answers = 1000;

    public static TheoryData<string> Names => [.. Stories.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Guards_pass_honest_answers_and_refuse_corrupted_ones(string story)
    {
        var knowledge = Stories.All[story].Value;
        var (guards, random) = (new AnswerGuards(knowledge), new Random(20261124));
        var (honest, corruptions) = (new HonestAnswers(knowledge, random), new Corruptions(knowledge, random));
        var output = TestContext.Current.TestOutputHelper!;
        var (refused, corrupted, caught) = (0, 0, 0);
        var counts = Corruptions.Kinds.ToDictionary(kind => kind, _ => (Made: 0, Caught: 0), StringComparer.Ordinal);
        var missed = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Answers; i++)
        {
            var (answer, user) = honest.Next();
            var report = guards.Check(answer, user);
            if (!report.IsClean)
            {
                refused++;
                missed.Add($"HONEST {answer.Text}  || {string.Join(" / ", report.Lines)}");
                continue;
            }

            foreach (var kind in Corruptions.Kinds)
            {
                if (corruptions.Corrupt(kind, answer) is not { } bad)
                {
                    continue;
                }

                var isCaught = !guards.Check(bad, user).IsClean;
                counts[kind] = (counts[kind].Made + 1, counts[kind].Caught + (isCaught ? 1 : 0));
                corrupted++;
                caught += isCaught ? 1 : 0;
                if (!isCaught)
                {
                    missed.Add($"MISSED {kind}: {bad.Text}  || {answer.Text} || {string.Join(" ", bad.Citations.Select(citation => citation.Sentence))}");
                }
            }
        }

        output.WriteLine($"{story}: honest refused {100.0 * refused / Answers:F2}%, corrupted refused {100.0 * caught / corrupted:F2}% of {corrupted}");
        foreach (var (kind, count) in counts)
        {
            output.WriteLine($"  {kind}: {count.Caught} of {count.Made}");
        }

        foreach (var lines in missed.GroupBy(line => line.Split(' ', 3)[1]))
        {
            output.WriteLine(string.Join('\n', lines.Take(4)));
        }

        Assert.True(refused <= Answers * 0.01, $"{refused} honest answers refused");
        Assert.True(caught >= corrupted * 0.99, $"{corrupted - caught} of {corrupted} corrupted answers passed");
        Assert.All(counts, count => Assert.True(count.Value.Made > 0 || story != "small", $"nothing was corrupted by: {count.Key}"));
    }
}

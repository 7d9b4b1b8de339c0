using ChannelBot.Planner.Embedded.Conduct;
using ChannelBot.Planner.FixedTexts;

namespace ChannelBot.Planner.Tests.Conduct;

public sealed class ConductReaderTests
{
    private const string Article = "The Home Secretary said that migrants who crossed from Calais were found near Audresselles.";

    [Fact]
    public void Requests_of_conduct_are_recognised_as_what_they_are()
    {
        var wrong = new List<string>();
        var all = Requests.OfConduct().ToList();
        foreach (var (keys, request) in all)
        {
            var finding = ConductReader.English.Read(request, Article);
            if (finding is null || !keys.Any(key => Fits(finding.Key, key)))
            {
                wrong.Add($"{request}  wants {keys[0]}, is {finding?.Key ?? "left alone"} ({finding?.Because})");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{all.Count - wrong.Count} of {all.Count}");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_section_has_a_reviewed_text() =>
        Assert.All(ConductReader.English.Keys, key => Assert.True(ReviewedText.Has(key), key));

    private static bool Fits(string found, string wanted) =>
        found.StartsWith(wanted, StringComparison.Ordinal) || (wanted == "declined.language" && found.EndsWith(wanted, StringComparison.Ordinal));

    [Fact]
    public void Ordinary_questions_are_left_alone()
    {
        var taken = Requests.Ordinary()
            .Select(question => (question, finding: ConductReader.English.Read(question, Article)))
            .Where(pair => pair.finding is not null)
            .Select(pair => $"{pair.question}  is taken for {pair.finding!.Key} ({pair.finding.Because})")
            .ToList();
        Assert.True(taken.Count == 0, string.Join('\n', taken));
    }
}

using System.Globalization;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Knowledge;
using ChannelBot.KnowledgeBuilder;
using ChannelBot.Models.Tests.Server;
using ChannelBot.Planner;
using ChannelBot.Planner.Guards;
using ChannelBot.Planner.Tests;

namespace ChannelBot.Models.Tests;

/// <summary>Whatever a model does, the user gets a true, cited answer or an honest abstention, and what was wrong is counted. The scenarios are
/// the files in Transcripts; each runs through the real clients of every service.</summary>
public sealed class TranscriptTests
{
    private static readonly (string Provider, bool Streaming)[] Services =
    [
        ("openai", true), ("openai", false), ("azure-openai", true), ("azure-openai", false), ("ollama", true), ("ollama", false), ("openai-compatible", true),
    ];

    public static TheoryData<string, string, bool> All
    {
        get
        {
            var all = new TheoryData<string, string, bool>();
            foreach (var name in Transcript.Names)
            {
                var wires = Transcript.Read(name).Wires.Split(' ');
                foreach (var (provider, streaming) in Services.Where(service => wires.Contains(service.Provider.Split('-')[0])))
                {
                    all.Add(name, provider, streaming);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_user_gets_the_truth(string name, string provider, bool streaming)
    {
        var transcript = Transcript.Read(name);
        await using var scenario = await Scenario.StartAsync(provider, streaming, StoryOf(transcript), transcript.Steps);
        var state = ConversationState.Empty;
        foreach (var earlier in transcript.Questions.SkipLast(1))
        {
            state = (await scenario.Planner.AskEmbeddedAsync(earlier, state, TestContext.Current.CancellationToken)).State;
        }

        var turn = await scenario.AskAsync(transcript.Questions[^1], state);
        var shown = $"{turn.Answer.Outcome}, {turn.Answer.Planner}: {turn.Answer.Text}\n{string.Join('\n', turn.Explanation.Model?.Lines ?? [])}\n{string.Join('\n', scenario.Server.Complaints)}";
        TestContext.Current.TestOutputHelper!.WriteLine(shown);
        Assert.All(transcript.Expectations, expected => Assert.True(Holds(expected, turn, scenario), $"not so: {expected.About}: {expected.What}\n{shown}"));
        Assert.Empty(scenario.Server.Complaints);
        AssertTrue(turn, scenario, state);
    }

    /// <summary>One of the planner's stories, or one that only models are tried with, in Articles.</summary>
    private static KnowledgeFile StoryOf(Transcript transcript) => Stories.All.TryGetValue(transcript.Story, out var story)
        ? story.Value
        : KnowledgeCompiler.Build(File.ReadAllBytes(Path.Combine(Transcript.Folder, "..", "Articles", transcript.Story + ".txt")), null);

    /// <summary>Each citation is the article's words, and the guards have nothing against the answer.</summary>
    private static void AssertTrue(TurnResult turn, Scenario scenario, ConversationState state)
    {
        var answer = turn.Answer;
        Assert.All(answer.AllCitations(), citation => Assert.Equal(citation.Quote, scenario.Knowledge.Article.Text[citation.Start..citation.End]));
        Assert.DoesNotContain("{", answer.Text, StringComparison.Ordinal);
        Assert.Equal(answer, turn.State.Turns[^1].Answer);
        if (answer.Planner != Planners.Embedded)
        {
            var user = string.Join('\n', state.Turns.Select(past => past.Question).Append(answer.Question));
            Assert.Empty(new AnswerGuards(scenario.Knowledge).Check(answer, user, [null]).Findings);
        }
    }

    private static bool Holds(Expectation expected, TurnResult turn, Scenario scenario) => expected.About switch
    {
        "outcome" => AnswerName(turn.Answer.Outcome) == expected.What,
        "planner" => turn.Answer.Planner == "embedded" == (expected.What == "embedded"),
        "text" => turn.Answer.Text == expected.What,
        "text has" => turn.Answer.Text.Contains(expected.What, StringComparison.Ordinal),
        "text lacks" => !turn.Answer.Text.Contains(expected.What, StringComparison.OrdinalIgnoreCase),
        "cites" => string.Join(' ', turn.Answer.AllCitations().Select(citation => citation.Sentence)) == expected.What,
        "working" => string.Join(' ', turn.Answer.AllWorking().Select(working => working.Function)) == expected.What,
        "chart" => (turn.Answer.Chart is { } chart ? string.Join(' ', chart.Bars.Select(bar => bar.Id)) : "none") == expected.What,
        "counted" => Counted(expected.What, turn),
        "rounds" => turn.Explanation.Model?.Rounds == int.Parse(expected.What, CultureInfo.InvariantCulture),
        "the model is asked" => expected.What == "never" ? turn.Explanation.Model is null && scenario.Server.Requests.IsEmpty : !scenario.Server.Requests.IsEmpty,
        _ => throw new FormatException($"'then {expected.About}' is nothing to expect."),
    };

    private static bool Counted(string kinds, TurnResult turn)
    {
        var problems = turn.Explanation.Model?.Problems ?? [];
        return kinds == "nothing" ? problems.Count == 0 : kinds.Split(" or ").Any(kind => problems.Any(problem => problem.Kind == kind));
    }

    private static string AnswerName(Outcome outcome) => outcome switch
    {
        Outcome.NotInArticle => "not_in_article",
        _ => outcome.ToString().ToLowerInvariant(),
    };
}

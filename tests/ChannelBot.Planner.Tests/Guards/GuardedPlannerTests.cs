using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Knowledge;
using ChannelBot.Planner.Embedded;
using Microsoft.Extensions.AI;

namespace ChannelBot.Planner.Tests.Guards;

public sealed class GuardedPlannerTests
{
    private const string Lie = "LIE";
    private static readonly KnowledgeFile Small = SmallKnowledge.File;

    public static TheoryData<string, string> Files => [.. AllQuestions.Files()];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Answers_to_all_questions_pass_the_guards_as_they_are(string story, string file)
    {
        var planner = QuestionPlanner.Embedded(Stories.All[story].Value);
        var repaired = (await AllQuestions.AskAsync(planner, file))
            .Where(asked => asked.Turn.Explanation.Guards.Count > 1)
            .Select(asked => $"{asked.Id} {asked.Turn.Answer.Question}\n   {string.Join("\n   ", asked.Turn.Explanation.Guards.Skip(1))}\n   sent: {asked.Turn.Answer.Text}")
            .ToArray();
        Assert.True(repaired.Length == 0, $"{planner.GuardFigures}\n{string.Join('\n', repaired)}");
    }

    public static TheoryData<string> Names => [.. Stories.All.Keys.Where(story => story != "small")];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_gist_of_every_story_passes_the_guards_as_it_is(string story)
    {
        var planner = QuestionPlanner.Embedded(Stories.All[story].Value);
        string[] requests =
        [
            "What is the article about?", "Summarise it in three sentences.", "What are the key figures?", "Give me a timeline.", "Who is who?",
            "Explain it simply.", "Who is quoted, and what do they say?", "Which sources does it name?",
        ];
        foreach (var request in requests)
        {
            var turn = await planner.AskAsync(request, ConversationState.Empty, TestContext.Current.CancellationToken);
            Assert.True(turn.Explanation.Guards.Count == 1, $"{request}\n{string.Join('\n', turn.Explanation.Guards)}\nsent: {turn.Answer.Text}");
        }
    }

    /// <summary>What a writer of answers says, the words that must not reach anybody, and the sentences it cites.</summary>
    [Theory]
    [InlineData("12,840 vehicles cross it each day [1].", "12,840", "According to")]
    [InlineData("60 people were hurt [1].", "60 people were", "At least 60")]
    [InlineData("The council will sign a contract with Brenner Works [1].", "will sign", "The council is expected")]
    [InlineData("Tomas Reyes said: “We cannot wait until somebody is hurt” [1].", "Tomas Reyes said", "“We cannot")]
    [InlineData("The mayor said: “The bridge is doomed” [1].", "doomed", "“We cannot")]
    [InlineData("Norhaven Police have named them [1].", "have named", "Norhaven Police")]
    [InlineData("Two fishermen from Hamburg were found [1].", "Hamburg", "Two fishermen")]
    [InlineData("Nine workers died on the bridge.", "Nine")]
    [InlineData("The bridge was sold to investors [1].", "investors", "Traffic on")]
    [InlineData("Traffic has risen by 18 percent [1], and 12,480 vehicles cross [2], Reyes warned [3], and nothing is known of it [4].", "and nothing", "Traffic on", "According to", "Harbour master", "Reyes did")]
    public async Task What_a_lying_answerer_writes_is_never_sent(string text, string lie, params string[] cited)
    {
        var planner = Planner(new Draft(Outcome.Answered, text, [.. cited.Select(Span)], [], []));
        var turn = await planner.AskAsync("what happened?", ConversationState.Empty, TestContext.Current.CancellationToken);
        AssertRefused(planner, turn, lie);
        Assert.Equal(cited.Length > 0, turn.Answer.Citations.Count > 0);
    }

    public static TheoryData<string> Frauds => [.. Fraudulent.Keys];

    [Theory]
    [MemberData(nameof(Frauds))]
    public async Task No_way_around_the_guards_is_open(string way)
    {
        var planner = Planner(Fraudulent[way]);
        var turn = await planner.AskAsync("what happened?", ConversationState.Empty, TestContext.Current.CancellationToken);
        AssertRefused(planner, turn, Lie);
    }

    [Fact]
    public async Task Of_a_list_only_the_part_that_lies_is_replaced()
    {
        var planner = Planner(List("", Line("Reyes did not attend the meeting [1].", "Reyes did"), Line("12,840 vehicles cross it each day [1].", "According to")));
        var answer = (await planner.AskAsync("what happened?", ConversationState.Empty, TestContext.Current.CancellationToken)).Answer;
        Assert.StartsWith("Reyes did not attend the meeting [1].\n", answer.Text, StringComparison.Ordinal);
        Assert.Contains("12,480", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("12,840", answer.Text, StringComparison.Ordinal);
        Assert.Equal(2, answer.Citations.Count);
    }

    [Fact]
    public async Task A_lie_is_not_remembered()
    {
        var planner = Planner(new Draft(Outcome.Answered, $"{Lie} died [1].", [Span("Traffic on")], [], []));
        var turn = await planner.AskAsync("who?", ConversationState.Empty, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Lie, turn.State.Turns[^1].Answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_client_that_answers_by_itself_is_not_listened_to()
    {
        var planner = QuestionPlanner.Of(Small, new LyingClient(_ => new ChatResponse(new ChatMessage(ChatRole.Assistant, $"{Lie}: 12,840 vehicles [1]."))));
        var answer = (await planner.AskAsync("how many vehicles cross the bridge?", ConversationState.Empty, TestContext.Current.CancellationToken)).Answer;
        Assert.Equal(Outcome.Clarify, answer.Outcome);
        Assert.DoesNotContain(Lie, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("user:7")]
    [InlineData("a figure that is not cited")]
    public async Task A_chat_client_that_calculates_with_other_numbers_is_found_out(string other)
    {
        var honest = QuestionPlanner.Of(Stories.All["channel-crossings"].Value);
        const string Question = "What share of this year's arrivals came since the election?";
        var before = await honest.AskAsync(Question, ConversationState.Empty, TestContext.Current.CancellationToken);
        Assert.Equal(Outcome.Computed, before.Answer.Outcome);

        var id = Stories.All["channel-crossings"].Value.Figures.First(figure => !before.Answer.Citations.Any(citation => citation.Sentence == figure.Sentence)).Id;
        var planner = QuestionPlanner.Of(Stories.All["channel-crossings"].Value, new LyingClient(response =>
        {
            foreach (var call in response.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>())
            {
                if (call.Arguments!.ContainsKey("whole"))
                {
                    call.Arguments["whole"] = other.StartsWith("user", StringComparison.Ordinal) ? other : "figure:" + id;
                }
            }

            return response;
        }));
        var turn = await planner.AskAsync(Question, ConversationState.Empty, TestContext.Current.CancellationToken);
        Assert.NotEqual(Outcome.Computed, turn.Answer.Outcome);
        Assert.Empty(turn.Answer.Working);
    }

    private static Dictionary<string, Draft> Fraudulent { get; } = new(StringComparer.Ordinal)
    {
        ["a place outside the article"] = new Draft(Outcome.Answered, $"{Lie} [1].", [new Span(SmallKnowledge.Text.Length, SmallKnowledge.Text.Length + 9)], [], []),
        ["a calculation nobody made"] = new Draft(Outcome.Computed, $"{Lie} is 99% [1].", [Span("According to")], [],
            [new Working("share", [new Operand("fp3.s1.0", "article", 12480, "exact", 1)], "99", "99", 99, 99, 99, false, false, "percent", null)]),
        ["a reviewed text it does not begin with"] = new Draft(Outcome.Declined, $"{Lie} is to blame.", [], [], [], FixedText: "declined.opinion"),
        ["a reviewed text that there is not"] = new Draft(Outcome.Declined, Lie, [], [], [], FixedText: "declined.lies"),
        ["words after a reviewed text"] = new Draft(Outcome.Declined, $"I do not judge who is to blame; I report who said what. {Lie} is to blame.", [], [], [], FixedText: "declined.blame"),
        ["the opening of a list"] = List($"{Lie} died:", Line("Reyes did not attend the meeting [1].", "Reyes did"), Line("Traffic has risen by 18 percent [1].", "Traffic on")),
        ["a part of a list"] = List("", Line($"{Lie} died [1].", "Reyes did"), Line("Traffic has risen by 18 percent [1].", "Traffic on")),
        ["small talk"] = new Draft(Outcome.Social, $"Hello, {Lie} has resigned.", [], [], []),
        ["silence"] = new Draft(Outcome.NotInArticle, $"The article does not say when {Lie} resigned.", [], [], []),
        ["many words"] = new Draft(Outcome.Answered, string.Join(' ', Enumerable.Repeat("Traffic has risen by 18 percent [1].", 30)) + Lie, [Span("Traffic on")], [], []),
    };

    private static Draft List(string opening, params Draft[] lines) => new(Outcome.Answered, opening, [], [], [], Parts: lines);

    private static Draft Line(string text, string cited) => new(Outcome.Answered, text, [Span(cited)], [], []);

    private static Span Span(string beginning)
    {
        var sentence = Small.Sentences.Single(sentence => sentence.Text.StartsWith(beginning, StringComparison.Ordinal));
        return new Span(sentence.Start, sentence.End);
    }

    private static QuestionPlanner Planner(Draft draft) => QuestionPlanner.Of(Small, answerers: [new LyingAnswerer(draft)]);

    private static void AssertRefused(QuestionPlanner planner, TurnResult turn, string lie)
    {
        Assert.DoesNotContain(lie, turn.Answer.Text, StringComparison.Ordinal);
        Assert.Equal((1, 1), (planner.GuardFigures.Checked, planner.GuardFigures.Refused));
        Assert.Contains(turn.Explanation.Guards, line => line.StartsWith("refused by ", StringComparison.Ordinal));
        Assert.Contains(turn.Explanation.Guards, line => line.StartsWith("repaired", StringComparison.Ordinal) || line.StartsWith("withheld", StringComparison.Ordinal));
        Assert.All(turn.Answer.Citations, citation => Assert.Equal(citation.Quote, SmallKnowledge.Text[citation.Start..citation.End]));
    }

    private sealed class LyingAnswerer(Draft draft) : IAnswerer
    {
        public Step? Propose(Question question) => new Finish(draft);
    }

    /// <summary>Stands between the planner and the client that plans, and changes what that says.</summary>
    private sealed class LyingClient(Func<ChatResponse, ChatResponse> turned) : DelegatingChatClient(new EmbeddedChatClient())
    {
        private readonly Func<ChatResponse, ChatResponse> _turned = turned;

        public override async Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            _turned(await base.GetResponseAsync(messages, options, cancellationToken));
    }
}

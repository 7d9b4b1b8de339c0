using ChannelBot.Core.Conversations;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.Planner.Tests.Arithmetic;

/// <summary>Requests that lean on the answer before.</summary>
public sealed class CalculationFollowUpTests
{
    [Theory]
    [InlineData("f:journeys-since", "as a percentage?", "62.5%")]
    [InlineData("f:journeys-since", "and what share of the total is that?", "62.5%")]
    [InlineData("f:journeys-since", "so how many came before that?", "18,075")]
    [InlineData("f:journeys-since", "double that", "60,250")]
    [InlineData("f:journeys", "and in 2022?", "38,407 to 38,714")]
    [InlineData("f:journeys", "and how many was that in 2022?", "38,407 to 38,714")]
    [InlineData("f:journeys", "half of that?", "24,100")]
    [InlineData("f:cancelled", "what percent of journeys is that?", "at least 0.029%")]
    [InlineData("f:cancelled", "per 1,000 journeys?", "at least 0.29")]
    [InlineData("f:rise", "so what would the number have been back then", "38,407 to 38,714")]
    public async Task A_follow_up_to_a_looked_up_figure_calculates_with_it(string figure, string question, string expected)
    {
        var draft = await Asked.DraftAsync(Articles.Rail, question, LookedUp(Articles.Rail, figure));

        Assert.NotNull(draft);
        Assert.Contains(expected, draft.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Follow_ups_go_on_from_the_last_result()
    {
        var (first, state) = await Asked.NextAsync(Articles.Rail, "How many journeys came before the new timetable?", ConversationState.Empty);
        var (second, after) = await Asked.NextAsync(Articles.Rail, "as a percentage?", state);
        var (third, _) = await Asked.NextAsync(Articles.Rail, "and how did you work that out?", after);
        var (double1, _) = await Asked.NextAsync(Articles.Rail, "double that", state);

        Assert.Contains("18,075", first!.Text, StringComparison.Ordinal);
        Assert.Contains("37.5%", second!.Text, StringComparison.Ordinal);
        Assert.Contains("÷", third!.Text, StringComparison.Ordinal);
        Assert.Contains("36,150", double1!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_several_can_be_taken_off_a_total()
    {
        var (_, state) = await Asked.NextAsync(Articles.Rail, "How many trees were removed in total?", ConversationState.Empty);
        var (draft, _) = await Asked.NextAsync(Articles.Rail, "minus the Alderby one", state);

        Assert.StartsWith("2", draft!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("as a percentage?")]
    [InlineData("double that")]
    [InlineData("so how many came before that?")]
    [InlineData("how did you work that out?")]
    public async Task A_follow_up_to_nothing_is_left_to_others(string question) =>
        Assert.Null(await Asked.DraftAsync(Articles.Rail, question));

    private static ConversationState LookedUp(KnowledgeFile knowledge, string id)
    {
        var figure = knowledge.Figures.First(figure => figure.Id == id);
        var draft = new Embedded.Draft(Core.Answers.Outcome.Answered, figure.Text, [new Span(figure.Start, figure.End)], [id, figure.Sentence], []);
        return ConversationState.Empty.With(new PastTurn($"How many {figure.Name}?", Asked.AnswerOf("", draft), draft.Topic));
    }
}

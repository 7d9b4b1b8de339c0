using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Teaching.Charts;

namespace ChannelBot.Planner.Tests.Charts;

/// <summary>Pictures of figures, asked for through the whole planner.</summary>
public sealed class ChartAnswerTests
{
    private static readonly QuestionPlanner Planner = QuestionPlanner.Embedded(Stories.All["flood"].Value);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Show_me_that_after_a_figure_draws_it_with_what_the_article_relates_to_it()
    {
        var asked = await Planner.AskAsync("How many properties were cut off?", ConversationState.Empty, Cancelled);
        var answer = (await Planner.AskAsync("show me that", asked.State, Cancelled)).Answer;
        Assert.Equal(["1,150", "1,900", "750"], answer.Chart!.Bars.Select(bar => bar.Text));
        Assert.Contains("1,900 − 1,150 = 750", answer.Working.Select(step => step.Expression));
    }

    [Fact]
    public async Task Every_bar_stands_in_the_text_with_its_source_and_bound()
    {
        var answer = await AskAsync("show me a chart of the properties");
        Assert.NotNull(answer.Chart);
        Assert.All(answer.Chart.Bars, bar => Assert.Contains($"{bar.Label}: {bar.Text} [", answer.Text, StringComparison.Ordinal));
        Assert.NotEmpty(answer.Citations);
    }

    [Fact]
    public async Task After_a_calculation_its_figures_and_its_result_are_drawn()
    {
        var asked = await Planner.AskAsync("How many properties have no power yet?", ConversationState.Empty, Cancelled);
        Assert.Equal(Outcome.Computed, asked.Answer.Outcome);
        var chart = (await Planner.AskAsync("can I see that as a picture?", asked.State, Cancelled)).Answer.Chart;
        Assert.Contains("750", chart!.Bars.Select(bar => bar.Text));
        Assert.Contains("1,900", chart.Bars.Select(bar => bar.Text));
    }

    [Fact]
    public async Task Where_no_figure_fits_it_says_so_and_names_the_figures_there_are()
    {
        var answer = await AskAsync("draw a graph of the farmers");
        Assert.Null(answer.Chart);
        Assert.Equal(Outcome.NotInArticle, answer.Outcome);
        Assert.StartsWith("The article has no figures on “the farmers” to compare. It has these:", answer.Text, StringComparison.Ordinal);
        Assert.Contains("5.8 m", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_figure_of_the_dead_is_set_beside_nothing_and_offered_to_nobody()
    {
        var knowledge = Stories.All["channel-crossings"].Value;
        var planner = QuestionPlanner.Embedded(knowledge);
        foreach (var request in new[] { "a chart of the deaths", "show me the bodies as bars" })
        {
            var answer = (await planner.AskAsync(request, ConversationState.Empty, Cancelled)).Answer;
            Assert.Null(answer.Chart);
            Assert.DoesNotContain("died", answer.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(new ChartMaker(knowledge).Suggested().SelectMany(chart => chart.Bars), bar => bar.Label.Contains("died", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_every_story_a_picture_passes_the_guards_whole_and_can_be_drawn_again_by_its_ids()
    {
        foreach (var (name, story) in Stories.All)
        {
            var turn = await QuestionPlanner.Embedded(story.Value).AskAsync("show me a chart", ConversationState.Empty, Cancelled);
            Assert.DoesNotContain(turn.Explanation.Guards, line => line.StartsWith("withheld", StringComparison.Ordinal));
            if (turn.Answer.Chart is { } chart)
            {
                Assert.DoesNotContain(turn.Explanation.Guards, line => line.StartsWith("refused", StringComparison.Ordinal));
                Assert.True(chart.Bars.SequenceEqual(new ChartMaker(story.Value).Make([.. chart.Bars.Select(bar => bar.Id)]).Bars), name);
            }
        }
    }

    private static async Task<Answer> AskAsync(string question) => (await Planner.AskAsync(question, ConversationState.Empty, Cancelled)).Answer;
}

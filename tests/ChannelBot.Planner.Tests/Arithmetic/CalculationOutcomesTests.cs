using ChannelBot.Core.Answers;

namespace ChannelBot.Planner.Tests.Arithmetic;

/// <summary>What is not simply computed: left to others, refused, missing, or wrong in the question.</summary>
public sealed class CalculationOutcomesTests
{
    [Theory]
    [InlineData("rail", "How many journeys were there this year?")]
    [InlineData("rail", "What was the percentage rise?")]
    [InlineData("rail", "By what percentage are journeys up?")]
    [InlineData("rail", "How many trains were cancelled?")]
    [InlineData("rail", "How many journeys since the new timetable?")]
    [InlineData("rail", "90, 25, 14 and 2 turn up: which is the percentage rise?")]
    [InlineData("rail", "Who is the transport minister?")]
    [InlineData("rail", "Were more than 90 passengers led off the train?")]
    [InlineData("rail", "Why were the trains cancelled?")]
    [InlineData("rail", "What does the minister say about the line?")]
    [InlineData("rail", "Where was the stranded train?")]
    [InlineData("rail", "Is the line going to close?")]
    [InlineData("flood", "How many homes were flooded?")]
    [InlineData("flood", "How many people were evacuated?")]
    [InlineData("flood", "What will the repairs cost?")]
    [InlineData("flood", "how much rain fell")]
    [InlineData("election", "What was the turnout?")]
    [InlineData("election", "What was the turnout in 2019?")]
    [InlineData("election", "How many votes did Reed get?")]
    [InlineData("election", "Who won the seat?")]
    [InlineData("company", "how many shops are there")]
    [InlineData("company", "what percent did revenue rise")]
    [InlineData("company", "How many people work in Leeds?")]
    [InlineData("hospital", "how many patients were treated in 2023")]
    [InlineData("hospital", "how many have waited more than a year?")]
    [InlineData("hospital", "By how much did the waiting list fall in percent?")]
    public async Task A_plain_question_of_fact_is_left_to_others(string article, string question) =>
        Assert.Null(await Asked.DraftAsync(CalculationQuestionsTests.Knowledge(article), question));

    [Theory]
    [InlineData("multiply Alderby by Northway", "not a number")]
    [InlineData("what is the square root of Helen Park", "not a number")]
    [InlineData("percentage increase from zero to 30,125", "zero")]
    [InlineData("divide 48,200 by zero", "divided by zero")]
    [InlineData("add 25 percent to 90 passengers", "percentage and a count")]
    [InlineData("How many more passengers were led off than trains cancelled?", "Nothing certain follows")]
    public async Task What_has_no_result_is_declined_with_the_reason(string question, string why)
    {
        var draft = await Asked.DraftAsync(Articles.Rail, question);

        Assert.NotNull(draft);
        Assert.Equal(Outcome.Declined, draft.Outcome);
        Assert.Equal("undefined", draft.Reason?.Code);
        Assert.Contains(why, draft.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("rail", "What would unemployment be after a rise of 3%?", "unemployment")]
    [InlineData("rail", "What would the price of a ticket be after a fall of 4 percent?", "ticket")]
    [InlineData("rail", "average journeys before the new timetable per week", "does not say how long")]
    [InlineData("rail", "What is the average number of journeys per month?", "does not say how long")]
    [InlineData("rail", "how many days lie between the stranded train and the fallen tree?", "no calendar dates")]
    [InlineData("rail", "what percentage of journeys were by pensioners?", "pensioners")]
    [InlineData("hospital", "Average number of patients treated per day in 2023?", "does not say how long")]
    public async Task What_the_article_does_not_give_is_named(string article, string question, string missing)
    {
        var draft = await Asked.DraftAsync(CalculationQuestionsTests.Knowledge(article), question);

        Assert.NotNull(draft);
        Assert.Equal(Outcome.NotInArticle, draft.Outcome);
        Assert.Contains(missing, draft.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("rail", "30,125 is 25 percent of 48,200, isn't it?", "62.5%", "25% is the rise in journeys")]
    [InlineData("rail", "85,000 travelled before the new timetable, right?", "18,075", "not your 85,000")]
    [InlineData("rail", "48,200 plus 30,125 makes 78,325 journeys this year, yes?", "twice", "included in 48,200")]
    [InlineData("rail", "how many more journeys came before the timetable than since?", "other way round", "12,050 fewer")]
    [InlineData("flood", "85 is a third of 340, right?", "No", "about 25%")]
    public async Task A_wrong_claim_about_a_result_is_corrected(string article, string question, string first, string second)
    {
        var draft = await Asked.DraftAsync(CalculationQuestionsTests.Knowledge(article), question);

        Assert.NotNull(draft);
        Assert.Equal(Outcome.Corrected, draft.Outcome);
        Assert.Contains(first, draft.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(second, draft.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_working_names_its_figures_with_the_place_that_shows_them()
    {
        var draft = await Asked.DraftAsync(Articles.Rail, "What share of journeys came since the new timetable?");

        var working = Assert.Single(draft!.Working);
        Assert.Equal("share", working.Function);
        Assert.Equal(["f:journeys-since", "f:journeys"], working.Operands.Select(operand => operand.Figure));
        Assert.All(working.Operands, operand => Assert.Equal(1, operand.Citation));
        Assert.Equal("125/2", working.Exact);
        Assert.Single(draft.Sources);
        Assert.EndsWith("[1].", draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_of_unlike_things_are_not_set_against_each_other_silently()
    {
        var draft = await Asked.DraftAsync(Articles.Rail, "What percentage of journeys were cancelled trains?");

        Assert.NotNull(draft);
        Assert.Contains("does not say that the one is counted among the other", draft.Text, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(draft.Working).Assumption);
    }
}

using ChannelBot.Core.Answers;

namespace ChannelBot.Planner.Tests.Arithmetic;

/// <summary>A supposition is worked out number by number, whatever its wording.</summary>
public sealed class ChainQuestionsTests
{
    [Theory]
    [InlineData("Take the journeys before the new timetable and split them over 26 weeks: how many a week?", "695", "a week")]
    [InlineData("If each of the passengers led off the train had paid 30 pounds, what would the railway have made?", "More than £2,700")]
    [InlineData("The railway charges £4 a head. What would it take from all 48,200?", "£192,800")]
    [InlineData("Every passenger led off the train gets two vouchers: how many vouchers are needed?", "More than 180")]
    [InlineData("A coach seats 49. How many coaches for the passengers led off the train?", "At least 2 coaches")]
    [InlineData("if 40 of every 1,000 journeys this year were free how many free journeys is that", "1,928")]
    [InlineData("suppose every tenth journey since the new timetable had been late, how many?", "3,013")]
    [InlineData("Another 1,800 journeys are made in December. What does the year end on?", "50,000")]
    [InlineData("If 1,200 of this year's journeys had not been made, how many would be left?", "47,000")]
    [InlineData("Suppose the number doubles and then drops by 400, what is the figure?", "96,000")]
    [InlineData("If next year's journeys are a quarter lower than this year's, how many is that?", "36,150")]
    [InlineData("Suppose 1,800 more journeys are made this year, and 5% of the total are free; how many are free?", "2,500")]
    [InlineData("If journeys fall by a third next year, how many is that?", "32,133")]
    [InlineData("what if twice as many journeys had been made since the new timetable, what would this year's total be", "78,325")]
    [InlineData("If a tenth of the journeys since the new timetable had not been made, what would this year's total be?", "45,188")]
    [InlineData("Our hall has 96,400 seats. What part of it would this year's passengers fill, in percent?", "50%", "your 96,400")]
    [InlineData("With 40 people to a coach, how many coaches would the journeys since the new timetable have filled?", "754 coaches")]
    [InlineData("Add 1,000 to the journeys since the new timetable. What do you get?", "31,125")]
    [InlineData("Suppose the 25% were a decrease: what was the number in the same period in 2022?", "64,267", "your fall of 25%")]
    [InlineData("If the 25 percent had been a fall instead, how many journeys were made in the same period in 2022?", "64,267", "your fall of 25 percent")]
    [InlineData("take the journeys since the new timetable and spread them over five months, what's one month", "6,025 a month")]
    public async Task A_supposition_is_worked_out_with_the_figure_that_it_names(string question, params string[] expected)
    {
        var draft = await Asked.DraftAsync(Articles.Rail, question);

        Assert.NotNull(draft);
        Assert.Equal(Outcome.Computed, draft.Outcome);
        Assert.All(expected, text => Assert.Contains(text, draft.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Out of 100 journeys this year, how many came after the new timetable?", "62")]
    [InlineData("how many more journeys would be needed to reach 50,000", "1,800")]
    [InlineData("subtract 30,125 from 48,200", "18,075")]
    public async Task A_number_that_is_no_step_is_left_to_other_readings(string question, string expected) =>
        Assert.Contains(expected, (await Asked.DraftAsync(Articles.Rail, question))?.Text ?? "", StringComparison.Ordinal);
}

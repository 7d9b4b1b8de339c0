using ChannelBot.Core.Answers;

namespace ChannelBot.Planner.Tests.Arithmetic;

/// <summary>A number that the user brings is set against the one that the article has.</summary>
public sealed class OwnNumberTests
{
    [Theory]
    [InlineData("Have journeys passed 45,000?", "Yes", "by 3,200")]
    [InlineData("Have the journeys this year gone past 50,000?", "No", "by 1,800")]
    [InlineData("By how much have journeys passed 45,000?", "The difference is 3,200")]
    [InlineData("How far past the 45,000 mark is this year's total?", "The difference is 3,200")]
    [InlineData("If the target was to keep journeys under 40,000 this year, how badly has it been missed?", "The difference is 8,200")]
    [InlineData("A mate told me 61,000 were made in an earlier year. How far behind that are we so far?", "The difference is 12,800")]
    [InlineData("How long until journeys hit 50,000 at 900 a week?", "2 weeks", "at your 900 a week")]
    [InlineData("A station takes 2,410 passengers. How many stations that size would this year's journeys fill?", "20 stations")]
    [InlineData("Our ground holds 48,000. Would this year's passengers fit in it, and how many would be left outside?", "200", "too many")]
    [InlineData("If the region has 482,000 people, what percent of them is 48,200?", "10%")]
    [InlineData("They gave £96,400 for this year's passengers. How much a person is that?", "£2")]
    [InlineData("If 96,400 pounds is spent on the journeys this year, how much is that per journey?", "£2")]
    [InlineData("if the coaches hold 100 each how many coaches would you need for the journeys this year", "482 coaches")]
    [InlineData("Suppose another 1,800 travel before New Year. What does the total come to?", "50,000")]
    [InlineData("Would it be fair to say three quarters of the journeys came since the new timetable, or is that overdoing it?", "No", "62.5%")]
    [InlineData("If journeys went on at 48,200 a year, how many would that be over three years?", "144,600")]
    [InlineData("Suppose there were 48,200 journeys every year. What would the total be after four years?", "192,800")]
    [InlineData("I'd guessed 50,000 journeys so far this year. How far out was I?", "1,800")]
    [InlineData("A leaflet says 50,000 journeys. By how many is it out?", "1,800")]
    public async Task A_users_own_number_is_set_against_the_articles(string question, params string[] expected)
    {
        var draft = await Asked.DraftAsync(Articles.Rail, question);

        Assert.NotNull(draft);
        Assert.True(draft.Outcome is Outcome.Computed or Outcome.Corrected, $"{draft.Outcome}: {draft.Text}");
        Assert.All(expected, text => Assert.Contains(text, draft.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("How far past 50,000 is unemployment?")]
    [InlineData("Have goals passed 45,000?")]
    [InlineData("How long until the water reaches 50,000 at 900 a week?")]
    public async Task A_users_own_number_is_set_against_no_figure_of_something_else(string question)
    {
        var draft = await Asked.DraftAsync(Articles.Rail, question);

        Assert.True(draft is null || draft.Outcome is not Outcome.Computed, draft?.Text);
    }
}

using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;

namespace ChannelBot.Planner.Tests.Arithmetic;

/// <summary>Calculations as a person gets them, after the guards and after whatever else may take the message.</summary>
public sealed class SentCalculationTests
{
    [Theory]
    [InlineData("What is 12% of 5,000?", "600", "your own numbers")]
    [InlineData("What's 50 times 50?", "2,500", "your own numbers")]
    [InlineData("If 2023's number grew by 18% to this year's, what was it?", "26,700")]
    [InlineData("Assume 60 deaths over 44 weeks. How many a week?", "1.36")]
    [InlineData("A coach seats 49. How many coaches for those rescued?", "At least 2 coaches", "rounded up")]
    [InlineData("is 13,574 the right answer for how many came before the election?", "Yes, 13,574")]
    [InlineData("My answer is 13,600 for those before the election. Is it right?", "13,574")]
    [InlineData("The year's arrivals work out at one death for every how many people?", "526")]
    public async Task A_calculation_is_sent_with_its_result(string question, params string[] expected)
    {
        var answer = await AskAsync(question);
        Assert.NotEmpty(answer.AllWorking());
        Assert.All(expected, words => Assert.Contains(words, answer.Text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("If the Balkan deals do their job, how many fewer people will arrive next year?")]
    public async Task What_only_loose_words_take_for_a_calculation_is_none(string question) => Assert.Empty((await AskAsync(question)).AllWorking());

    private static async Task<Answer> AskAsync(string question) =>
        (await QuestionPlanner.Embedded(Stories.All["channel-crossings"].Value).AskAsync(question, ConversationState.Empty, TestContext.Current.CancellationToken)).Answer;
}

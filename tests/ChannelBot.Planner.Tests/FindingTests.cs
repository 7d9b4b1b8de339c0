using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;

namespace ChannelBot.Planner.Tests;

/// <summary>What a curation expects is near to much that nobody expected: the nearest is not always what is asked.</summary>
public sealed class FindingTests
{
    private static readonly QuestionPlanner Planner = QuestionPlanner.Embedded(Stories.All["channel-crossings"].Value);

    [Theory]
    [InlineData("Is the home secretary ill?")]
    [InlineData("When did the second world war end?")]
    [InlineData("Does the article mention helicopters?")]
    [InlineData("What happened to interest rates?")]
    [InlineData("Where do I buy a ticket for the ferry to Calais?")]
    public async Task A_question_that_only_shares_words_with_expected_ones_is_not_answered(string question) =>
        Assert.Equal(Outcome.NotInArticle, (await AskAsync(question)).Outcome);

    [Theory]
    [InlineData("How many souls perished in the strait this year?", "60")]
    [InlineData("Which trio of states will ink pacts?", "Serbia")]
    [InlineData("Who's probing the French corpses?", "Boulogne")]
    [InlineData("When did Labour get the keys to Downing Street?", "July")]
    public async Task A_question_in_words_that_nobody_expected_is_answered_all_the_same(string question, string answer)
    {
        var given = await AskAsync(question);
        Assert.Equal(Outcome.Answered, given.Outcome);
        Assert.Contains(answer, given.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What's the government's new command called?", "Border Security Command.")]
    [InlineData("What is Labour's command called?", "Border Security Command.")]
    [InlineData("Which countries are on the trafficking routes?", "Serbia, North Macedonia, and Kosovo.")]
    public async Task The_noun_that_is_asked_for_is_answered_and_not_its_owner_or_where_it_is(string question, string answer)
    {
        var given = await AskAsync(question);
        Assert.Equal(Outcome.Answered, given.Outcome);
        Assert.StartsWith(answer, given.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the PM thinks the smugglers are harmless")]
    [InlineData("starmer says britain needs no help")]
    [InlineData("only ten people were rescued")]
    public async Task A_claim_that_the_article_has_otherwise_is_put_right(string claim) =>
        Assert.Equal(Outcome.Corrected, (await AskAsync(claim)).Outcome);

    [Theory]
    [InlineData("so 31,535 people have reached the uk this year")]
    [InlineData("a body was pulled out of the sea by dover on tuesday")]
    [InlineData("the dinghy broke down off northern france")]
    [InlineData("Cooper thinks working with the Balkans is essential")]
    public async Task A_claim_that_the_article_bears_out_is_not_put_right(string claim) =>
        Assert.Equal(Outcome.Answered, (await AskAsync(claim)).Outcome);

    [Theory]
    [InlineData("Why is Labour keeping the Rwanda scheme going?")]
    [InlineData("How come the Tories scrapped their own Rwanda plan?")]
    public async Task A_premise_that_the_article_has_otherwise_is_put_right(string question) =>
        Assert.Equal(Outcome.Corrected, (await AskAsync(question)).Outcome);

    [Fact]
    public async Task What_somebody_reckons_of_the_dead_is_no_loss_of_theirs() =>
        Assert.NotEqual(Outcome.Social, (await AskAsync("My brother reckoned 55 had died this year. What was he out by?")).Outcome);

    [Theory]
    [InlineData("Is Wes Streeting the Home Secretary?", "Yvette Cooper, not Wes Streeting")]
    [InlineData("kemi badenoch is home secretary", "Yvette Cooper, not kemi badenoch")]
    [InlineData("More than 500 migrants were rescued after the engine failed, correct?", "more than 50 migrants, not 500")]
    public async Task What_is_wrong_with_a_claim_is_said_with_what_is_right(string claim, string right)
    {
        var given = await AskAsync(claim);
        Assert.Equal(Outcome.Corrected, given.Outcome);
        Assert.Contains(right, given.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Is Yvette Cooper the Home Secretary?")]
    [InlineData("was the rescue on tuesday or wednesday")]
    public async Task A_question_that_has_it_right_is_answered(string question) =>
        Assert.Equal(Outcome.Answered, (await AskAsync(question)).Outcome);

    private static async Task<Answer> AskAsync(string question) => (await Planner.AskAsync(question, ConversationState.Empty, TestContext.Current.CancellationToken)).Answer;
}

using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;

namespace ChannelBot.Planner.Tests;

/// <summary>"Who said that?" after an answer: whoever the article has it from, or that it names nobody.</summary>
public sealed class SourceTests
{
    private static readonly QuestionPlanner Channel = QuestionPlanner.Embedded(Stories.All["channel-crossings"].Value);

    [Theory]
    [InlineData("Is the partnership with the Balkans essential?", "says who?", "Home Secretary Yvette Cooper.")]
    [InlineData("How many bodies were found in the water?", "according to whom?", "The French authorities.")]
    [InlineData("what did the kent police do?", "who told us about that", "Kent Police.")]
    [InlineData("Will smugglers have a place to hide?", "whose words are those?", "Sir Keir Starmer.")]
    [InlineData("where was the body on the beach found", "ok and what's the source for that", "The French media.")]
    public async Task Whoever_is_quoted_or_reported_is_named_with_the_sentence(string question, string next, string source)
    {
        var (first, second) = await AskAsync(question, next);
        Assert.Equal(Outcome.Answered, second.Outcome);
        Assert.StartsWith(source, second.Text, StringComparison.Ordinal);
        Assert.Equal(first.Citations[0].Sentence, second.Citations[0].Sentence);
    }

    [Theory]
    [InlineData("How many people arrived this year?", "Who said so?")]
    [InlineData("How many people have died in the Channel this year?", "who says that")]
    [InlineData("What share of arrivals came since the election?", "where does that figure come from?")]
    public async Task Where_the_article_speaks_for_itself_it_says_so(string question, string next)
    {
        var (first, second) = await AskAsync(question, next);
        Assert.Equal((Outcome.NotInArticle, "source"), (second.Outcome, second.Reason?.Missing));
        Assert.StartsWith("The article names nobody as the source of that.", second.Text, StringComparison.Ordinal);
        Assert.Equal(first.Citations[0].Sentence, second.Citations[0].Sentence);
    }

    [Fact]
    public async Task What_the_article_does_not_say_has_no_source_in_it()
    {
        var (_, second) = await AskAsync("What colour was the boat?", "Who said so?");
        Assert.Equal((Outcome.NotInArticle, "source"), (second.Outcome, second.Reason?.Missing));
        Assert.Empty(second.Citations);
    }

    [Theory]
    [InlineData("Who said that boats must be stopped?")]
    [InlineData("Who reported the two bodies?")]
    public async Task A_question_with_a_subject_of_its_own_is_no_such_question(string next)
    {
        var (_, second) = await AskAsync("How many people arrived this year?", next);
        Assert.NotEqual("source", second.Reason?.Missing);
        Assert.False(second.Text.StartsWith("31,535", StringComparison.Ordinal), second.Text);
    }

    private static async Task<(Answer First, Answer Second)> AskAsync(string question, string next)
    {
        var (first, state, _) = await Channel.AskAsync(question, ConversationState.Empty, TestContext.Current.CancellationToken);
        return (first, (await Channel.AskAsync(next, state, TestContext.Current.CancellationToken)).Answer);
    }
}

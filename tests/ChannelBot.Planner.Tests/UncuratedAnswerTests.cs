using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;

namespace ChannelBot.Planner.Tests;

/// <summary>Questions on stories that nobody has curated.</summary>
public sealed class UncuratedAnswerTests
{
    private static readonly Dictionary<string, Lazy<QuestionPlanner>> s_planners =
        Stories.All.ToDictionary(story => story.Key, story => new Lazy<QuestionPlanner>(() => QuestionPlanner.Embedded(story.Value.Value)), StringComparer.Ordinal);

    [Theory]
    [InlineData("hospital-merger", "how many patients did larkfield see last year", "88,000")]
    [InlineData("hospital-merger", "how many went to the A&E at St Brendan's last year", "61,000")]
    [InlineData("olive-harvest", "How many tonnes did they pick last season?", "128,000")]
    [InlineData("olive-harvest", "How much did growers expect in August?", "80,000")]
    [InlineData("alpine-rescue", "How many call-outs had there been by this time last year?", "172")]
    [InlineData("council-budget", "What did adult social care cost two years ago?", "£188m")]
    [InlineData("council-budget", "how much does social care cost now", "£212m")]
    [InlineData("cup-final", "how many watched the 2009 final", "58,912")]
    [InlineData("level-crossing", "how much did the estimate go up to", "£12.3m")]
    public async Task Of_the_figures_of_a_sentence_the_one_asked_for_is_given_now_or_before_here_or_there(string story, string question, string figure)
    {
        var answer = await Ask(story, question);
        Assert.StartsWith(figure, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("walking-study", "does walking faster help?", "31% lower")]
    [InlineData("hospital-merger", "when do they take the final decision?", "17 December")]
    [InlineData("museum-theft", "has anyone been caught", "arrested in Antwerp")]
    [InlineData("flood", "how much rain came down", "90 millimetres")]
    public async Task Two_sentences_that_fit_about_as_well_are_both_quoted(string story, string question, string words)
    {
        var answer = await Ask(story, question);
        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Contains(words, answer.Text, StringComparison.Ordinal);
        Assert.InRange(answer.Citations.Count, 1, 2);
    }

    [Theory]
    [InlineData("level-crossing", "Why did the lorry stop on the tracks?", "engine cut out")]
    [InlineData("walking-study", "who paid for the research?", "Sweet Lives")]
    [InlineData("alpine-rescue", "What did they have to eat while stuck up there?", "cereal bars")]
    [InlineData("data-breach", "how did the crooks get inside the network", "login of a contractor")]
    [InlineData("alpine-rescue", "what could they eat and drink", "melted snow")]
    public async Task A_sentence_is_found_by_what_is_asked_though_it_shares_hardly_a_word(string story, string question, string words)
    {
        var answer = await Ask(story, question);
        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Contains(words, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cup-final", "How much were the tickets?")]
    [InlineData("data-breach", "What was the contractor called?")]
    [InlineData("level-crossing", "What is the lorry driver called?")]
    [InlineData("museum-theft", "how heavy was the gold")]
    [InlineData("flood", "What is the population of Penwick?")]
    public async Task What_a_story_does_not_say_is_not_made_up_from_its_nearest_sentence(string story, string question) =>
        Assert.Equal(Outcome.NotInArticle, (await Ask(story, question)).Outcome);

    private static async Task<Answer> Ask(string story, string question) =>
        (await s_planners[story].Value.AskAsync(question, ConversationState.Empty, TestContext.Current.CancellationToken)).Answer;
}

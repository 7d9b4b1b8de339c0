using System.Text;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Knowledge;
using ChannelBot.KnowledgeBuilder;

namespace ChannelBot.Planner.Tests;

public sealed class ExpectedQuestionTests
{
    private const string Article =
        """
        The old bridge will be closed to lorries from Monday, Mayor Ada Lindqvist said.
        The bridge carries 12,480 vehicles a day, including 3,120 lorries.
        A ferry will run every hour while engineers replace the bolts.
        """;

    private const string Curation =
        """
        facts:
          - id: closed
            about: the closing of the bridge
            kind: plan
            evidence: The old bridge will be closed to lorries
            slots: {what: The old bridge, whom: lorries, when: from Monday}
            asks:
              when: [when will the bridge be closed, from what day is the crossing shut, how soon do hauliers have to go round]
              whom: [who may not cross any more, which traffic is shut out, what is banned from the crossing, which traffic should be kept away]
            denies: [the bridge will be closed to cars, cars are banned from the bridge]
          - id: ferry
            about: the ferry
            kind: plan
            evidence: A ferry will run every hour
            slots: {what: A ferry}
            asks:
              what: [how will people get across meanwhile, what is there instead, how do I reach the other shore]
        silences:
          - id: cost
            missing: what the work costs
            nearest: ferry
            asks: [what does the work cost, who foots the bill, how dear is all this, how much money goes into it]
        rewordings:
          - question: What percentage of the vehicles are lorries?
            asks: [what is the proportion of traffic to hauliers, what is traffic in relation to hauliers]
          - question: How many more vehicles are needed to reach 20,000?
            asks: [how far off 20,000 is the traffic, how far is the traffic from 20,000]
          - question: From when will lorries be kept out? How often will a ferry run?
            asks: [which two changes are there, name both changes, what are the two changes in the story]
        """;

    private static readonly QuestionPlanner Planner = QuestionPlanner.Embedded(KnowledgeCompiler.Build(Encoding.UTF8.GetBytes(Article), Curation));

    [Fact]
    public async Task A_question_that_the_curation_has_as_several_is_answered_one_after_the_other()
    {
        var answer = (await Planner.AskAsync("What are the two changes?", ConversationState.Empty, TestContext.Current.CancellationToken)).Answer;
        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Contains("From Monday", answer.Text, StringComparison.Ordinal);
        Assert.Contains("every hour", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_names_another_day_is_not_taken_for_the_expected_several() =>
        Assert.Equal(Outcome.NotInArticle, (await Planner.AskAsync("Which two changes are there on Friday?", ConversationState.Empty, TestContext.Current.CancellationToken)).Answer.Outcome);

    [Theory]
    [InlineData("How soon must hauliers go round?", "From Monday")]
    [InlineData("Which traffic gets shut out?", "Lorries")]
    [InlineData("How would somebody reach the other shore meanwhile?", "A ferry")]
    public async Task A_question_like_an_expected_one_is_answered_by_its_fact(string question, string answer)
    {
        var given = await AskAsync(question);
        Assert.Equal(Outcome.Answered, given.Outcome);
        Assert.StartsWith(answer, given.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_article_is_known_not_to_say_is_named_with_the_nearest_that_it_says()
    {
        var given = await AskAsync("And who foots the bill for it?");
        Assert.Equal(Outcome.NotInArticle, given.Outcome);
        Assert.StartsWith("The article does not say what the work costs. The nearest it comes: “A ferry will run", given.Text, StringComparison.Ordinal);
        Assert.Equal(3, Assert.Single(given.Citations).Paragraph);
    }

    [Fact]
    public async Task A_claim_that_a_fact_denies_is_corrected()
    {
        var given = await AskAsync("So cars are banned from the bridge?");
        Assert.Equal(Outcome.Corrected, given.Outcome);
        Assert.Contains("closed to lorries", given.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calculation_may_be_asked_for_in_other_words()
    {
        var given = await AskAsync("What is traffic in relation to hauliers?");
        Assert.Equal(Outcome.Computed, given.Outcome);
        Assert.Contains("25%", given.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("How far off 20,000 is the traffic?", "7,520 more")]
    [InlineData("How far off 15,000 is the traffic?", "2,520 more")]
    public async Task A_number_that_a_rewording_and_its_plain_question_share_stands_for_any(string question, string answer)
    {
        var given = await AskAsync(question);
        Assert.Equal(Outcome.Computed, given.Outcome);
        Assert.StartsWith(answer, given.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_sounds_like_a_judgement_and_is_nearly_an_expected_question_is_answered()
    {
        var given = await AskAsync("Which traffic should be kept away?");
        Assert.Equal(Outcome.Answered, given.Outcome);
        Assert.StartsWith("Lorries", given.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_the_users_own_makes_it_another_question() =>
        Assert.NotEqual(Outcome.Computed, (await AskAsync("What is traffic in relation to 7 hauliers?")).Outcome);

    [Fact]
    public async Task Nearly_every_expected_question_of_the_shipped_article_is_answered_as_its_curation_has_it()
    {
        var knowledge = Stories.All["channel-crossings"].Value;
        var planner = QuestionPlanner.Embedded(knowledge);
        var wrong = new List<string>();
        foreach (var fact in knowledge.Facts)
        {
            foreach (var ask in fact.Asks)
            {
                var answer = await AskAsync(ask.Text, planner);
                if (answer.Outcome is not (Outcome.Answered or Outcome.Computed or Outcome.Corrected) || !answer.Citations.Any(citation => fact.Sentences.Contains(citation.Sentence)))
                {
                    wrong.Add($"{fact.Id}: {ask.Text}");
                }
            }
        }

        foreach (var silence in knowledge.Silences)
        {
            foreach (var ask in silence.Asks)
            {
                if ((await AskAsync(ask, planner)).Outcome is Outcome.Answered or Outcome.Computed)
                {
                    wrong.Add($"{silence.Id}: {ask}");
                }
            }
        }

        var all = knowledge.Facts.Sum(fact => fact.Asks.Count) + knowledge.Silences.Sum(silence => silence.Asks.Count);
        Assert.True(wrong.Count < all * 0.08, $"{wrong.Count} of {all}:\n{string.Join('\n', wrong)}");
    }

    private static Task<Answer> AskAsync(string question) => AskAsync(question, Planner);

    private static async Task<Answer> AskAsync(string question, QuestionPlanner planner) =>
        (await planner.AskAsync(question + (question.EndsWith('?') ? "" : "?"), ConversationState.Empty, TestContext.Current.CancellationToken)).Answer;
}

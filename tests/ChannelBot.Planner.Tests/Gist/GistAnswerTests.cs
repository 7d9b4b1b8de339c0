using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Knowledge;
using ChannelBot.Planner.Guards;

namespace ChannelBot.Planner.Tests.Gist;

/// <summary>Gists of a made-up story, asked through the whole planner.</summary>
public sealed class GistAnswerTests
{
    private const int MostWords = 110;

    private static readonly QuestionPlanner Planner = QuestionPlanner.Embedded(SmallKnowledge.File);

    [Theory]
    [InlineData("what is this about?")]
    [InlineData("explain it simply")]
    [InlineData("key figures")]
    [InlineData("who is who?")]
    [InlineData("which organisations are mentioned?")]
    [InlineData("what places are mentioned?")]
    [InlineData("who is quoted?")]
    [InlineData("what did Lindqvist say?")]
    [InlineData("where do the figures come from?")]
    [InlineData("what are the sources?")]
    public async Task Every_line_stands_on_its_own_place_of_the_article(string request)
    {
        var answer = (await AskAsync(request)).Answer;
        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.InRange(answer.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length, 1, MostWords);
        foreach (var part in answer.Parts ?? [answer])
        {
            Assert.InRange(part.Citations.Count, 1, 3);
            Assert.All(part.Citations, cited => Assert.Equal(cited.Quote, SmallKnowledge.Text[cited.Start..cited.End]));
        }

        Assert.Empty(new AnswerGuards(SmallKnowledge.File).Check(answer, request).Findings);
    }

    [Fact]
    public async Task A_summary_begins_with_the_beginning_and_tells_of_the_dead()
    {
        var lines = (await AskAsync("sum it up")).Answer.Text.Split('\n');
        Assert.Equal("In the article’s words:", lines[0]);
        Assert.StartsWith("- Mayor Ada Lindqvist has announced", lines[1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains("found dead beneath the bridge", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_timeline_has_the_articles_own_words_for_the_day_and_what_is_to_come_stands_last()
    {
        var planner = QuestionPlanner.Embedded(SmallKnowledge.File with
        {
            Statements =
            [
                When("will be closed", "the old harbour bridge in Norhaven will be closed to lorries from Monday", "from Monday", Certainty.Planned),
                When("were found dead", "Two fishermen, presumed to be brothers, were found dead beneath the bridge on Tuesday", "on Tuesday", Certainty.Stated),
            ],
        });
        var answer = (await planner.AskAsync("timeline please", ConversationState.Empty, TestContext.Current.CancellationToken)).Answer;
        Assert.Equal(
            "What happened when, in the article’s own words:\n"
            + "- On Tuesday: Two fishermen, presumed to be brothers, were found dead beneath the bridge on Tuesday. [1]\n"
            + "- From Monday: “the old harbour bridge in Norhaven will be closed to lorries from Monday”. [2]",
            answer.Text);
        Assert.Empty(new AnswerGuards(SmallKnowledge.File).Check(answer, "timeline please").Findings);
    }

    [Fact]
    public async Task In_one_sentence_means_one_sentence() =>
        Assert.Equal(
            "Mayor Ada Lindqvist has announced that the old harbour bridge in Norhaven will be closed to lorries from Monday. [1]",
            (await AskAsync("Summarise the article in one sentence.")).Answer.Text);

    [Fact]
    public async Task A_role_is_the_one_of_the_knowledge_file() =>
        Assert.Equal(
            "The people in the article:\n- Ada Lindqvist, Mayor [1]\n- Tomas Reyes, Harbour master [2]", (await AskAsync("who are the people in the story?")).Answer.Text);

    [Fact]
    public async Task What_somebody_says_is_all_that_they_say() =>
        Assert.Equal(
            "What the article has from Ada Lindqvist:\n- “We cannot wait until somebody is hurt” [1]\n- “The steel is older than any of us.” [2]",
            (await AskAsync("what did the mayor say?")).Answer.Text);

    [Fact]
    public async Task A_single_saying_names_its_speaker() =>
        Assert.StartsWith("Ada Lindqvist: “", (await AskAsync("what did the mayor say in one sentence?")).Answer.Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_topic_narrows_the_list() =>
        Assert.Equal(
            "According to a spokesperson for the council, the bridge carries 12,480 vehicles a day, including 3,150 lorries. [1]",
            (await AskAsync("key figures on lorries")).Answer.Text);

    [Fact]
    public async Task A_topic_that_the_article_does_not_have_is_said_to_be_missing()
    {
        var answer = (await AskAsync("key figures on whaling")).Answer;
        Assert.Equal((Outcome.NotInArticle, "The article has nothing on “whaling” to list."), (answer.Outcome, answer.Text));
        Assert.Equal("whaling", answer.Reason?.Missing);
    }

    [Fact]
    public async Task What_was_left_out_is_told_when_asked_for_until_there_is_no_more()
    {
        var first = await AskAsync("sum it up");
        var second = await AskAsync("what did you leave out?", first.State);
        Assert.Empty(second.Answer.Citations.Select(cited => cited.Sentence).Intersect(first.Answer.Citations.Select(cited => cited.Sentence)));
        var last = second;
        for (var i = 0; i < 4 && last.Answer.Outcome == Outcome.Answered; i++)
        {
            last = await AskAsync("more", last.State);
        }

        Assert.Equal("That is all that the article has of these.", last.Answer.Text);
    }

    [Fact]
    public async Task Two_lists_in_one_answer_keep_their_openings_and_share_its_room()
    {
        var answer = (await AskAsync("Summarise the article and list the key figures.")).Answer;
        Assert.Contains("In the article’s words:\n- ", answer.Text, StringComparison.Ordinal);
        Assert.Contains("figures in the article:\n- ", answer.Text, StringComparison.Ordinal);
        Assert.InRange(answer.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length, 1, MostWords);
    }

    [Fact]
    public async Task More_of_nothing_is_not_a_gist() =>
        Assert.DoesNotContain("In the article’s words", (await AskAsync("tell me more")).Answer.Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_statement_may_lead_up_to_the_request() =>
        Assert.StartsWith("In the article’s words:", (await AskAsync("I have not read it. Summary please.")).Answer.Text, StringComparison.Ordinal);

    private static Statement When(string predicate, string clause, string time, Certainty certainty)
    {
        var start = SmallKnowledge.Text.IndexOf(clause, StringComparison.Ordinal);
        var at = SmallKnowledge.Text.IndexOf(time, start, StringComparison.Ordinal);
        var sentence = SmallKnowledge.File.Sentences.First(sentence => sentence.End > start);
        return new Statement(
            $"s{start}", sentence.Id, start, start + clause.Length, predicate, predicate, false, true, certainty, null,
            [new Slot(SlotRole.When, at, at + time.Length, time)]);
    }

    private static Task<TurnResult> AskAsync(string request, ConversationState? state = null) =>
        Planner.AskAsync(request, state ?? ConversationState.Empty, TestContext.Current.CancellationToken);
}

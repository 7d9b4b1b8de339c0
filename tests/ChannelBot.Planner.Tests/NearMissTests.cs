using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;

namespace ChannelBot.Planner.Tests;

/// <summary>Questions that stand close beside what the article says, and are not it.</summary>
public sealed class NearMissTests
{
    private static readonly QuestionPlanner Planner = QuestionPlanner.Embedded(Stories.All["channel-crossings"].Value);

    [Theory]
    [InlineData("Did exactly 60 migrants die?", "at least 60")]
    [InlineData("more than 60 migrants died, right?", "at least 60")]
    [InlineData("So arrivals rose 25 percent?", "18 percent")]
    [InlineData("So arrivals dropped by 18%?", "risen by 18 percent")]
    [InlineData("Why did the Conservatives end the Rwanda arrangement in July?", "Labour")]
    [InlineData("Since the Conservatives are the ones who scrapped the Rwanda plan, why did they do it?", "Labour")]
    [InlineData("Why did Kosovo refuse to sign the agreement?", "formalize cooperation agreements")]
    [InlineData("600 people dead in the channel this year, how can starmer sleep at night?", "at least 60")]
    [InlineData("Since the summit is in Vienna, will Austria's border police be on the agenda?", "Budapest")]
    [InlineData("Why did the arrivals halve this year?", "risen by 18 percent")]
    [InlineData("why are fewer people coming this year?", "risen by 18 percent")]
    [InlineData("when did arrivals drop below last year's?", "risen by 18 percent")]
    [InlineData("true or false: the tories scrapped rwanda", "Labour government")]
    [InlineData("My nan swears blind it was the Tories who binned the Rwanda thing. Is she right?", "Labour government")]
    [InlineData("my mate says exactly 60 people died. is that true?", "at least 60")]
    [InlineData("35,131 have arrived so far this year, right?", "31,535")]
    [InlineData("What did Foreign Secretary Yvette Cooper call essential?", "Home Secretary")]
    [InlineData("What did President Starmer say about criminals?", "Prime Minister")]
    [InlineData("Is Cooper the Prime Minister?", "Home Secretary")]
    [InlineData("When the Home Secretary, Keir Starmer, spoke, what did he call the networks?", "Prime Minister")]
    [InlineData("Is the summit in Berlin?", "Budapest")]
    [InlineData("Labour got in in September, right?", "July")]
    [InlineData("Is the Dover investigation finished?", "underway")]
    [InlineData("Cooper promised the UK would play a central role, didn't she?", "Starmer")]
    [InlineData("Wasn't it the Home Secretary who said we cannot succeed alone?", "Starmer")]
    [InlineData("Was it Starmer who wanted to disrupt the business models?", "Yvette Cooper")]
    public async Task A_wrong_number_bound_direction_or_doer_is_put_right(string question, string right)
    {
        var answer = await Ask(question);
        Assert.Equal(Outcome.Corrected, answer.Outcome);
        Assert.Contains(right, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("When was the body near Dover recovered, and do they know how the person died?", "On Tuesday", "unclear")]
    [InlineData("Who's Home Secretary, and on which day was the Calais body found?", "Yvette Cooper", "Wednesday")]
    [InlineData("What's the death toll and is it a record?", "At least 60", "record high")]
    public async Task A_second_question_behind_an_and_is_answered_too(string question, string first, string second)
    {
        var answer = await Ask(question);
        Assert.Contains(first, answer.Text, StringComparison.Ordinal);
        Assert.Contains(second, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who is britain signing with", "Serbia, North Macedonia, and Kosovo")]
    [InlineData("Which 3 countries is Britain about to sign up with?", "Serbia, North Macedonia, and Kosovo")]
    [InlineData("which countries sit on the trafficking route?", "Serbia, North Macedonia, and Kosovo")]
    [InlineData("Which of these is NOT in the deal: Kosovo, Serbia, Montenegro, North Macedonia?", "Montenegro")]
    [InlineData("Serbia, Bulgaria, Kosovo: which one isn't getting a deal here?", "Bulgaria")]
    [InlineData("How much are arrivals up on the same time last year?", "18 percent")]
    [InlineData("how many have died in the channel in 2024", "At least 60")]
    [InlineData("Was the 18% measured against 2022, 2023 or 2024?", "2023")]
    public async Task What_is_asked_is_named(string question, string name)
    {
        var answer = await Ask(question);
        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Contains(name, answer.Text[..Math.Min(answer.Text.Length, 160)], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("my mate says 50 dead and 60 rescued this year, is he right", Outcome.Corrected)]
    [InlineData("my mum says my brother drowned", Outcome.Social)]
    public async Task Hearsay_of_numbers_is_no_cry_for_help(string question, Outcome outcome) => Assert.Equal(outcome, (await Ask(question)).Outcome);

    [Theory]
    [InlineData("\"A criminal enterprise operates across our continent\" - whose words are those?", "The Prime Minister")]
    [InlineData("'vulnerable individuals' - whose words?", "Home Secretary Yvette Cooper")]
    public async Task Words_in_quotation_marks_before_a_dash_belong_to_what_is_asked(string question, string speaker) =>
        Assert.StartsWith(speaker, (await Ask(question)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("How much does a place in a boat cost?", Outcome.NotInArticle)]
    [InlineData("which nationality is most common", Outcome.NotInArticle)]
    [InlineData("What word does Starmer use to condemn the people-smuggling networks?", Outcome.Answered)]
    [InlineData("What caused the fire on the dinghy off Audresselles?", Outcome.Answered, Outcome.NotInArticle, Outcome.Corrected)]
    [InlineData("which smuggler should i call and what does a place on a dinghy cost", Outcome.Declined)]
    public async Task What_a_curation_expects_is_no_call_to_harm_nor_a_view(string question, params Outcome[] outcomes) =>
        Assert.Contains((await Ask(question)).Outcome, outcomes);

    [Theory]
    [InlineData("Did 60 people die?")]
    [InlineData("So 50 were rescued?")]
    public async Task A_number_without_its_bound_is_not_simply_confirmed(string question)
    {
        var answer = await Ask(question);
        Assert.False(answer.Text.StartsWith("Yes", StringComparison.Ordinal), answer.Text);
        Assert.Matches("at least 60|more than 50", answer.Text);
    }

    [Theory]
    [InlineData("how many died last year?")]
    [InlineData("when's the next general election")]
    [InlineData("Total crossings in 2022?")]
    [InlineData("who leads Kent Police?")]
    [InlineData("What nationality were the two people found floating?")]
    [InlineData("Name the prosecutor at Boulogne-sur-Mer.")]
    [InlineData("Quote Serbia's president on the agreement.")]
    [InlineData("How many miles out was the dinghy when it got into difficulties?")]
    [InlineData("How old was the person found on the sand at Calais")]
    [InlineData("what was the death toll in the channel for the year before this one")]
    [InlineData("which nationality made up the biggest group among this years arrivals")]
    [InlineData("Had the person found near Dover been on the dinghy that broke down off Audresselles?")]
    [InlineData("Which political party does Yvette Cooper's husband belong to?")]
    [InlineData("MIGRANT DEATHS IN THE MEDITERRANEAN SO FAR THIS YEAR?")]
    [InlineData("Has the prime minister apologised?")]
    [InlineData("Has Yvette Cooper resigned?")]
    [InlineData("How many smugglers were jailed last month?")]
    [InlineData("How many boats sank last year?")]
    [InlineData("How many people were rescued last year?")]
    [InlineData("How many people were rescued last month?")]
    [InlineData("How many asylum claims were there in 2023?")]
    [InlineData("How many migrants were detained in 2023?")]
    [InlineData("how many dinghies broke down in the same period last year?")]
    [InlineData("How many people left the UK last year?")]
    [InlineData("How many more died than in 2023?")]
    [InlineData("How many more boats came than last year?")]
    [InlineData("What's the new Border Security Command going to cost?")]
    [InlineData("Tell me about Macron's part in this")]
    [InlineData("From what countries did the 31,535 come?")]
    [InlineData("which minister spoke on Serbia's behalf?")]
    [InlineData("why did Hungary pull out of the deals")]
    public async Task Another_year_place_name_or_speaker_is_not_in_the_article(string question) =>
        Assert.Equal(Outcome.NotInArticle, (await Ask(question)).Outcome);

    [Theory]
    [InlineData("Which countries will sign, and who with?", "Serbia, North Macedonia, and Kosovo")]
    [InlineData("WHO USED THE WORD REPREHENSIBLE", "Prime Minister")]
    [InlineData("Remind me what post Yvette Cooper holds", "Home Secretary")]
    [InlineData("Does the PM concede Britain can't manage this on its own?", "cannot succeed alone")]
    [InlineData("how will labour cut small boat crossings", "border security teams")]
    [InlineData("since when have 17,961 come", "recent election")]
    public async Task Other_words_for_what_the_article_says_are_answered(string question, string has)
    {
        var answer = await Ask(question);
        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Contains(has, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Has the Channel ever had a deadlier year for migrants?", "^The article says: ")]
    [InlineData("Did the dinghy sink?", "^Not in those words; the article says: .*engine failure")]
    [InlineData("were all the bodies found in the sea", "^The article says: ")]
    public async Task What_the_article_says_only_nearly_is_not_confirmed(string question, string says) =>
        Assert.Matches(says, (await Ask(question)).Text);

    [Fact]
    public async Task A_follow_up_that_says_it_is_is_about_the_answer_before()
    {
        var answer = (await Talk("the agreements are signed when", "it's next week though, right?"))[1];
        Assert.Equal(Outcome.Corrected, answer.Outcome);
        Assert.Contains("tomorrow", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_else_is_somebody_besides_the_one_named()
    {
        var answers = await Talk("who spoke about collaboration with the balkans?", "and who else spoke about smugglers?");
        Assert.Contains("Cooper", answers[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Cooper", answers[1].Text, StringComparison.Ordinal);
        Assert.Equal(Outcome.Answered, answers[1].Outcome);
    }

    [Theory]
    [InlineData("which ones?")]
    [InlineData("name them please")]
    public async Task Who_is_only_counted_is_named_when_the_next_question_asks_for_it(string next)
    {
        var answer = (await Talk("How many countries will sign the agreements?", next))[1];
        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.StartsWith("Serbia, North Macedonia, and Kosovo", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_else_somebody_said_is_said_in_words_that_the_conversation_has_not_had()
    {
        var answers = await Talk("What did Cooper call essential?", "what else did she say?");
        Assert.Contains("business models", answers[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(answers[0].Citations[0].Quote, answers[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_question_takes_for_granted_is_denied_only_where_it_has_the_word_that_is_wrong()
    {
        Assert.Equal(Outcome.Corrected, (await Ask("Why does Cooper say that teaming up with the Balkans is pointless?")).Outcome);
        Assert.Equal(Outcome.Answered, (await Ask("Why does Cooper say that teaming up with the Balkans matters?")).Outcome);
    }

    [Theory]
    [InlineData("oh shut up you useless thing, just tell me how many drowned", "At least 60")]
    [InlineData("hello dear could you tell me the name of the lady who is home secretary", "Yvette Cooper")]
    [InlineData("hello im doing my homework, what are the names of the 3 countrys britain is making the deals with", "Serbia, North Macedonia, and Kosovo")]
    public async Task What_stands_before_a_question_and_is_not_of_the_article_is_left_out(string question, string begins)
    {
        var answer = await Ask(question);
        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.StartsWith(begins, answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("When were the Dover body and the Calais body each found?")]
    [InlineData("Two days, please: when was the Dover one recovered, and when was the Calais one located?")]
    public async Task A_question_of_two_places_gets_what_is_said_of_each(string question)
    {
        var answer = await Ask(question);
        Assert.Contains("Tuesday", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Wednesday", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happened_is_told_by_the_whole_sentence() =>
        Assert.StartsWith("“In a related incident, Kent Police confirmed", (await Ask("What happened near Dover?")).Text, StringComparison.Ordinal);

    private static async Task<IReadOnlyList<Answer>> Talk(params IReadOnlyList<string> questions)
    {
        var answers = new List<Answer>();
        var state = ConversationState.Empty;
        foreach (var question in questions)
        {
            var turn = await Planner.AskAsync(question, state, TestContext.Current.CancellationToken);
            answers.Add(turn.Answer);
            state = turn.State;
        }

        return answers;
    }

    private static async Task<Answer> Ask(string question) =>
        (await Planner.AskAsync(question, ConversationState.Empty, TestContext.Current.CancellationToken)).Answer;
}

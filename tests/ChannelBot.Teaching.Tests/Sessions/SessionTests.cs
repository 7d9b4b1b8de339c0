using ChannelBot.Core;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Teaching.Quizzes;
using ChannelBot.Teaching.Sessions;

namespace ChannelBot.Teaching.Tests.Sessions;

public sealed class SessionTests
{
    [Fact]
    public void A_session_read_back_from_its_events_is_the_session()
    {
        var lesson = new Lesson(ReleaseMode.Hints);
        lesson.Ask(Lesson.Ada, "How many boats came?", Lesson.Answered("Nine [1].", "p6.s1"));
        lesson.Ask(Lesson.Ben, "Why?", Lesson.NotInArticle());
        lesson.Add(at => new StepReleased(at, 1, HintStep.Paragraph));
        lesson.Add(at => new QuestionMarked(at, 1, QuestionMark.Pinned, IsOn: true));
        lesson.Add(at => new EducatorAnswered(at, 2, "Let us find out."));
        lesson.Add(at => new StateChanged(at, SessionState.Paused));

        var read = Session.Of("CDFHJK", lesson.Happened.Select(happened => SessionJson.Read(SessionJson.Write(happened))));

        Assert.Equal(Seen(lesson.Session), Seen(read));
        Assert.Equal("paused, Hints, Ada and Ben: 1 Ada “How many boats came?” Nine [1]. Paragraph pinned; 2 Ben “Why?” The article does not say. Nothing Let us find out.", Seen(read), ignoreCase: true);
    }

    [Fact]
    public void Questions_that_ask_the_same_are_one_group_whoever_asks_and_however()
    {
        var lesson = new Lesson();
        var nine = Lesson.Answered("Nine boats came [1].", "p6.s1");
        string[] same = ["How many boats came this year?", "how many BOATS came, this year??", "boats this year: how many came"];
        Assert.All(same, question => Assert.Equal(1, lesson.Ask(Lesson.Ada, question, nine).Group));
        Assert.Equal(1, lesson.Ask(Lesson.Ben, "Number of vessels?", nine).Group);
        Assert.Equal(5, lesson.Ask(Lesson.Ben, "Who counted them?", Lesson.Answered("The coastguard did [1].", "p6.s1")).Group);
        Assert.Equal(6, lesson.Ask(Lesson.Ben, "How many boats came this year?", Lesson.Answered("Eight came in June [1].", "p9.s2")).Group);
    }

    [Fact]
    public void What_the_article_does_not_say_is_one_group_only_where_the_same_was_asked()
    {
        var lesson = new Lesson();
        Assert.Equal(1, lesson.Ask(Lesson.Ada, "What colour was the boat?", Lesson.NotInArticle()).Group);
        Assert.Equal(2, lesson.Ask(Lesson.Ada, "Who built the harbour?", Lesson.NotInArticle()).Group);
        Assert.Equal(1, lesson.Ask(Lesson.Ben, "Which colour was the boat", Lesson.NotInArticle()).Group);
        Assert.Equal(4, lesson.Ask(Lesson.Ben, "Why?", Lesson.NotInArticle()).Group);
        Assert.Equal(5, lesson.Ask(Lesson.Ben, "But why?", Lesson.NotInArticle()).Group);
        var nearest = Lesson.Answer(Outcome.NotInArticle, "It does not say. The nearest: [1]", [.. Lesson.Answered("", "p14.s1").Citations]);
        Assert.Equal(6, lesson.Ask(Lesson.Ada, "Whose was the dinghy?", nearest).Group);
        Assert.Equal(7, lesson.Ask(Lesson.Ada, "Who said so?", nearest).Group);
    }

    [Fact]
    public void Hints_go_from_the_paragraph_to_the_sentence_to_the_answer()
    {
        var lesson = new Lesson(ReleaseMode.Hints);
        var question = lesson.Ask(Lesson.Ada, "How many?", Lesson.Answered("Nine [1] of ten [2].", "p6.s1", "p13.s2"));
        var given = new List<string>();
        while (question.NextStep is { } step)
        {
            given.Add(step is HintStep.Answer ? question.Answer.Text : Hints.Of(question, step));
            lesson.Add(at => new StepReleased(at, 1, step));
            question = lesson.Session.Require(1);
        }

        Assert.Equal(
            ["A hint: look in paragraphs 6 and 13.", "A hint: “The words of p6.s1.” [1]\nA hint: “The words of p13.s2.” [2]", "Nine [1] of ten [2]."], given);
    }

    [Fact]
    public void An_answer_without_a_sentence_has_no_hints_and_what_is_no_answer_is_not_held_back()
    {
        var lesson = new Lesson(ReleaseMode.Hints);
        Assert.Equal(HintStep.Answer, lesson.Ask(Lesson.Ada, "What colour?", Lesson.NotInArticle()).NextStep);
        Assert.Null(lesson.Ask(Lesson.Ada, "Is it right?", Lesson.Answer(Outcome.Declined, "I take no side.", [])).NextStep);
    }

    [Fact]
    public void What_is_hidden_is_not_shown_though_it_is_pinned_and_the_order_is_that_of_pinning()
    {
        var lesson = new Lesson();
        foreach (var text in new[] { "One?", "Two?", "Three?" })
        {
            lesson.Ask(Lesson.Ada, text, Lesson.NotInArticle());
        }

        foreach (var number in new[] { 3, 1, 2 })
        {
            lesson.Add(at => new QuestionMarked(at, number, QuestionMark.Pinned, IsOn: true));
        }

        lesson.Add(at => new QuestionMarked(at, 1, QuestionMark.Hidden, IsOn: true));
        Assert.Equal([3, 2], lesson.Session.Pinned.Select(question => question.Number));
        lesson.Add(at => new QuestionMarked(at, 3, QuestionMark.Pinned, IsOn: false));
        Assert.Equal([2], lesson.Session.Pinned.Select(question => question.Number));
    }

    [Fact]
    public void Who_is_forgotten_leaves_nothing_behind_and_later_events_about_it_change_nothing()
    {
        var lesson = new Lesson();
        lesson.Ask(Lesson.Ada, "One?", Lesson.NotInArticle());
        lesson.Ask(Lesson.Ben, "Two?", Lesson.NotInArticle());
        var session = lesson.Session.Without(Lesson.Ada).After(new QuestionMarked(default, 1, QuestionMark.Pinned, IsOn: true));
        Assert.Equal(("Ben", 2, 3), (Assert.Single(session.People.Values), Assert.Single(session.Questions).Number, session.NextNumber));
        Assert.Equal("There is no question 1 in this session.", Assert.Throws<BadInputException>(() => session.Require(1)).Message);
    }

    [Theory]
    [InlineData(SessionState.Paused, "The session is paused. Ask again when your teacher goes on.")]
    [InlineData(SessionState.Closed, "The session has ended. What was said here can still be read.")]
    public void Nothing_is_asked_in_a_session_that_is_paused_or_over(SessionState state, string message)
    {
        var lesson = new Lesson();
        lesson.Session.RequireRoom();
        lesson.Add(at => new StateChanged(at, state));
        Assert.Equal(message, Assert.Throws<BadInputException>(lesson.Session.RequireRoom).Message);
    }

    [Fact]
    public void A_name_that_somebody_has_gets_a_number()
    {
        Assert.Equal(("Cem", "ada (2)"), (DisplayName.Free("Cem", ["Ada", "Ben"]), DisplayName.Free("ada", ["Ada", "Ben"])));
        Assert.Equal("Ada (3)", DisplayName.Free("Ada", ["Ada", "Ada (2)"]));
    }

    [Fact]
    public void Questions_stand_in_the_order_of_their_numbers_whichever_was_kept_first()
    {
        var lesson = new Lesson();
        foreach (var number in new[] { 2, 1, 4, 3 })
        {
            lesson.Add(at => new QuestionAsked(at, number, Lesson.Ada, new PastTurn($"Why {number}?", Lesson.NotInArticle(), []), new("directline", "c"), Reference: null, IsHeld: false));
        }

        Assert.Equal([1, 2, 3, 4], lesson.Session.Questions.Select(question => question.Number));
        Assert.Equal(5, lesson.Session.NextNumber);
    }

    [Fact]
    public void Scores_name_the_most_right_first_and_leave_out_what_touches_on_a_death()
    {
        static QuizQuestion Question(int number, string prompt) =>
            new(number, QuizKind.TrueOrFalse, QuizLevel.Easy, [], prompt, null, null, [new("True"), new("False")], new([0], null, "True", "", [], []));
        var quiz = new Quiz("x", "x", 1, QuizLevel.Easy, [Question(1, "Did it rain?"), Question(2, "Did 60 people die?")]);
        var lesson = new Lesson();
        lesson.Add(at => new QuizSet(at, "easy", 1, null, []));
        foreach (var (person, question, isRight) in new[] { (Lesson.Ada, 1, false), (Lesson.Ada, 2, true), (Lesson.Ben, 1, true), (Lesson.Ben, 1, false), (new("msteams", "29:unknown"), 1, true) })
        {
            lesson.Add(at => new QuizAnswered(at, person, question, isRight, [0]));
        }

        Assert.False(lesson.Session.Quiz!.ShowsScores);
        lesson.Add(at => new ScoresShown(at, true));
        Assert.True(lesson.Session.Quiz!.ShowsScores);
        Assert.Equal([new QuizScore("Ben", 1, 1), new QuizScore("Ada", 0, 1)], lesson.Session.Quiz.Scores(quiz, lesson.Session.People));
        lesson.Add(at => new QuizSet(at, "easy", 2, null, []));
        Assert.False(lesson.Session.Quiz!.ShowsScores);
    }

    private static string Seen(Session session)
    {
        var questions = session.Questions.Select(question => string.Join(' ', new[]
        {
            $"{question.Number} {question.Name} “{question.Text}” {question.Answer.Text} {question.Released}", question.PinnedAt is null ? null : "pinned", question.EducatorsAnswer,
        }.Where(part => part is not null)));
        return $"{session.State}, {session.Release}, {string.Join(" and ", session.People.Values.Order(StringComparer.Ordinal))}: {string.Join("; ", questions)}";
    }
}

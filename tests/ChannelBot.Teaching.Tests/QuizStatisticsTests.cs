using ChannelBot.Core.Answers;
using ChannelBot.Teaching.Quizzes;

namespace ChannelBot.Teaching.Tests;

public sealed class QuizStatisticsTests
{
    [Fact]
    public async Task Attempts_right_answers_and_each_option_are_counted_and_who_passed_on_apart()
    {
        var quiz = new QuizMaker(await Articles.ReadAsync("rail-strike")).Make(new QuizRequest { Seed = 5 });
        var question = quiz.Questions.First(one => one.Key.Right.Count == 1);
        var (right, wrong) = (question.Key.Right[0], question.Key.Right[0] == 0 ? 1 : 0);
        var counted = QuestionStatistics.Of(quiz, [
            new QuizAnswer(question.Number, true, [right]), new QuizAnswer(question.Number, false, [wrong]), new QuizAnswer(question.Number, false, [wrong]), new QuizAnswer(question.Number, null, []),
        ]);
        Assert.Equal(quiz.Questions.Select(one => one.Number), counted.Select(one => one.Number));
        var of = counted.Single(one => one.Number == question.Number);
        Assert.Equal((3, 1, 1), (of.Attempts, of.Right, of.Passed));
        Assert.Equal((2, false), (of.Options[wrong].Chosen, of.Options[wrong].IsRight));
        Assert.Equal((1, true), (of.Options[right].Chosen, of.Options[right].IsRight));
        Assert.All(counted.Where(one => one.Number != question.Number), one => Assert.Equal(0, one.Attempts));
    }

    [Fact]
    public void A_question_that_touches_on_a_death_would_not_be_counted()
    {
        var question = new QuizQuestion(
            1, QuizKind.WhichFigure, QuizLevel.Easy, [], "How many died?", null, null, [new QuizOption("1"), new QuizOption("2")],
            new QuizKey([0], null, "1", "", [], [new Citation(1, 1, "p1.s1", 0, 1, "x")]));
        Assert.Empty(QuestionStatistics.Of(new Quiz("x", "x", 1, QuizLevel.Easy, [question]), [new QuizAnswer(1, true, [0])]));
    }
}

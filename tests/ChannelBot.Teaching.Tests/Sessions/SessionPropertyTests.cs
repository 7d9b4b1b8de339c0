using ChannelBot.Teaching.Sessions;
using CsCheck;

namespace ChannelBot.Teaching.Tests.Sessions;

public sealed class SessionPropertyTests
{
    private static readonly Gen<Func<DateTimeOffset, SessionEvent>> s_deed = Gen.Select(Gen.Int[0, 4], Gen.Int[1, 6], Gen.Bool, Gen.Int[0, 2]).Select<(int Deed, int Number, bool IsOn, int Kind), Func<DateTimeOffset, SessionEvent>>(
        deed => at => deed.Deed switch
        {
            0 => new QuestionMarked(at, deed.Number, (QuestionMark)deed.Kind, deed.IsOn),
            1 => new StepReleased(at, deed.Number, (HintStep)(deed.Kind + 1)),
            2 => new EducatorAnswered(at, deed.Number, "So it is."),
            3 => new ReleaseChanged(at, deed.IsOn ? ReleaseMode.Hints : ReleaseMode.AtOnce),
            _ => new StateChanged(at, deed.IsOn ? SessionState.Paused : SessionState.Open),
        });

    /// <summary>Whatever an educator does in whatever order, also to questions that are not there.</summary>
    [Fact]
    public void Nothing_that_happens_breaks_a_session_or_shows_what_is_hidden_or_held_back() => Gen.Select(s_deed.Array[0, 25], Gen.Int[0, 5]).Sample((deeds, questions) =>
    {
        var lesson = new Lesson(ReleaseMode.Hints);
        for (var i = 0; i < questions; i++)
        {
            lesson.Ask(i % 2 is 0 ? Lesson.Ada : Lesson.Ben, $"Question {i % 3}?", i % 3 is 0 ? Lesson.NotInArticle() : Lesson.Answered("Nine [1].", $"p{i + 1}.s1"));
        }

        Array.ForEach(deeds, lesson.Add);
        var session = lesson.Session;
        var read = Session.Of(session.Code, lesson.Happened.Select(happened => SessionJson.Read(SessionJson.Write(happened))));

        Assert.Equal(Enumerable.Range(1, questions), session.Questions.Select(question => question.Number));
        Assert.All(session.Questions, question => Assert.InRange(question.Group, 1, question.Number));
        Assert.DoesNotContain(session.Pinned, question => question.IsHidden);
        Assert.Equal(session.Questions.Count(question => !question.IsHidden), SessionGroup.Of(session).Sum(group => group.Questions.Count));
        Assert.Equal(
            session.Questions.Select(question => (question.Group, question.IsHidden, question.PinnedAt, question.Released, question.EducatorsAnswer)),
            read.Questions.Select(question => (question.Group, question.IsHidden, question.PinnedAt, question.Released, question.EducatorsAnswer)));
        Assert.Single(session.Without(Lesson.Ada).People);
        Assert.DoesNotContain(session.Without(Lesson.Ada).Questions, question => question.Person == Lesson.Ada);
    }, iter: 300);
}

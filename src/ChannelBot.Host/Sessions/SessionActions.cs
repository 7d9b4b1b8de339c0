using System.Text.Json.Serialization;
using ChannelBot.Core;
using ChannelBot.Teaching.Sessions;

namespace ChannelBot.Host.Sessions;

/// <summary>What an educator does with questions.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<QuestionAction>))]
internal enum QuestionAction
{
    [JsonStringEnumMemberName("hide")] Hide,
    [JsonStringEnumMemberName("show")] Show,
    [JsonStringEnumMemberName("pin")] Pin,
    [JsonStringEnumMemberName("unpin")] Unpin,
    [JsonStringEnumMemberName("discuss")] Discuss,
    [JsonStringEnumMemberName("settle")] Settle,

    /// <summary>Gives the learners the next step of the answer.</summary>
    [JsonStringEnumMemberName("release")] Release,

    /// <summary>Answers in the educator's own words.</summary>
    [JsonStringEnumMemberName("answer")] Answer,
}

/// <summary>What an educator does with the session as a whole.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SessionAction>))]
internal enum SessionAction
{
    [JsonStringEnumMemberName("pause")] Pause,
    [JsonStringEnumMemberName("resume")] Resume,
    [JsonStringEnumMemberName("close")] Close,
    [JsonStringEnumMemberName("atOnce")] AtOnce,
    [JsonStringEnumMemberName("hints")] Hints,
}

/// <param name="Numbers">The questions; of those that ask the same, usually all.</param>
/// <param name="Text">With <see cref="QuestionAction.Answer"/>, the educator's words.</param>
internal sealed record QuestionActionDto(QuestionAction Do, IReadOnlyList<int>? Numbers = null, string? Text = null);

internal sealed record SessionActionDto(SessionAction Do);

/// <summary>Carries out what the educator does on the board.</summary>
internal sealed class SessionActions(SessionVoice voice)
{
    /// <exception cref="BadInputException">A question is not there, the words are missing or too long, or the session has ended.</exception>
    public Task CarryOutAsync(LiveSession live, QuestionActionDto asked) => live.ChangeAsync(async (now, at) =>
    {
        var questions = (asked.Numbers ?? []).Distinct().Select(now.Require).ToArray();
        switch (asked.Do)
        {
            case QuestionAction.Hide or QuestionAction.Show:
                return Marks(QuestionMark.Hidden, asked.Do is QuestionAction.Hide);
            case QuestionAction.Pin or QuestionAction.Unpin:
                return Marks(QuestionMark.Pinned, asked.Do is QuestionAction.Pin);
            case QuestionAction.Discuss or QuestionAction.Settle:
                return Marks(QuestionMark.ForDiscussion, asked.Do is QuestionAction.Discuss);
            case QuestionAction.Release:
                return await ReleaseAsync(now, questions, at);
            default:
                return await AnswerAsync(now, questions, SessionText.Answer(asked.Text), at);
        }

        IEnumerable<SessionEvent> Marks(QuestionMark mark, bool isOn) => questions.Select(question => new QuestionMarked(at, question.Number, mark, isOn));
    });

    /// <exception cref="BadInputException">The session has ended.</exception>
    public static Task CarryOutAsync(LiveSession live, SessionAction asked) => live.ChangeAsync((_, at) =>
    [
        asked switch
        {
            SessionAction.AtOnce => new ReleaseChanged(at, ReleaseMode.AtOnce),
            SessionAction.Hints => new ReleaseChanged(at, ReleaseMode.Hints),
            SessionAction.Pause => new StateChanged(at, SessionState.Paused),
            SessionAction.Resume => new StateChanged(at, SessionState.Open),
            _ => new StateChanged(at, SessionState.Closed),
        },
    ]);

    /// <summary>Said first and noted then: what was said but not noted is said once all the same when the educator tries again.</summary>
    private async Task<IEnumerable<SessionEvent>> ReleaseAsync(Session now, AskedQuestion[] questions, DateTimeOffset at)
    {
        var released = new List<SessionEvent>();
        foreach (var question in questions)
        {
            if (question.NextStep is { } step)
            {
                await voice.GiveAsync(now, question, step);
                released.Add(new StepReleased(at, question.Number, step));
            }
        }

        return released;
    }

    private async Task<IEnumerable<SessionEvent>> AnswerAsync(Session now, AskedQuestion[] questions, string words, DateTimeOffset at)
    {
        foreach (var question in questions)
        {
            await voice.PassOnAsync(now, question, words, FormattableString.Invariant($"{at.ToUnixTimeMilliseconds()}"));
        }

        return questions.Select(question => new EducatorAnswered(at, question.Number, words));
    }
}

using ChannelBot.Core.Answers;

namespace ChannelBot.Teaching.Sessions;

/// <summary>Questions of a session that ask the same, in the order in which they came.</summary>
public sealed record SessionGroup(IReadOnlyList<AskedQuestion> Questions)
{
    /// <summary>The first speaks for all of them.</summary>
    public AskedQuestion Head => Questions[0];

    /// <summary>The other ways in which it was asked, each once.</summary>
    public IReadOnlyList<string> OtherWords => [.. Questions.Select(question => question.Text).Distinct(StringComparer.OrdinalIgnoreCase).Where(text => !string.Equals(text, Head.Text, StringComparison.OrdinalIgnoreCase))];

    public bool IsForDiscussion => Questions.Any(question => question.IsForDiscussion);

    public bool IsSilence => Head.Answer.Outcome is Outcome.NotInArticle;

    /// <summary>What the educator said to it, each once.</summary>
    public IReadOnlyList<string> EducatorsAnswers => [.. Questions.Select(question => question.EducatorsAnswer).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The groups of a session without what is hidden, in the order in which they were first asked.</summary>
    public static IReadOnlyList<SessionGroup> Of(Session session) =>
        [.. session.Questions.Where(question => !question.IsHidden).GroupBy(question => question.Group).Select(group => new SessionGroup([.. group]))];
}

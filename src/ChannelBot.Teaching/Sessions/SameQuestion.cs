using System.Collections.Immutable;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Language;

namespace ChannelBot.Teaching.Sessions;

/// <summary>What tells whether two questions ask the same: their words, brought to their stems, and what their answers stand on.</summary>
/// <remarks>Words alone do not: "who said so?" asks after what was asked before. The evidence alone does not: one sentence answers who,
/// when and how many. So the evidence must be the same, and with it the answer's words or most of the question's. That the article does
/// not say something is told of many things in the same words: there the question's words decide.</remarks>
internal sealed record SameQuestion
{
    /// <summary>Of the words of both questions, how many both have.</summary>
    private const double MostWords = 0.6;

    private readonly ImmutableHashSet<string> _words;
    private readonly string _evidence;

    /// <summary>Null where the answer's words say nothing of what was asked.</summary>
    private readonly string? _answer;

    private SameQuestion(ImmutableHashSet<string> words, string evidence, string? answer) => (_words, _evidence, _answer) = (words, evidence, answer);

    public static SameQuestion Of(PastTurn turn)
    {
        var answer = turn.Answer;
        var words = Tokenizer.Tokenize(QuestionText.Clean(turn.Question)).Where(token => token is { IsWord: true, IsStopWord: false }).Select(token => token.Stem);
        var cited = answer.AllCitations().Select(citation => citation.Sentence).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new SameQuestion([.. words], $"{answer.Outcome}:{string.Join(',', cited)}", answer.Outcome is Outcome.Answered or Outcome.Computed or Outcome.Corrected && answer.AllCitations().Count > 0 ? answer.Text : null);
    }

    public bool Is(SameQuestion other) => _evidence == other._evidence && ((_answer is not null && _answer == other._answer) || SharesWords(other));

    private bool SharesWords(SameQuestion other)
    {
        var shared = _words.Intersect(other._words).Count;
        return shared > 0 && shared >= MostWords * (_words.Count + other._words.Count - shared);
    }
}

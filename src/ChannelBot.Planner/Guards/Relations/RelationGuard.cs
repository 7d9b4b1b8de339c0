using System.Text.RegularExpressions;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Guards.Relations;

/// <summary>A model's words stand to each other as they do in what it cites: who does what to whom, which number counts what, what is because of what.</summary>
/// <remarks>Every word of an answer may be true and the answer false. Each of its clauses is held against the clauses of the cited sentences; one
/// that is worded too freely to tell is refused, since the embedded planner has an answer that can be told. Rules take sentences over as they stand.</remarks>
internal sealed partial class RelationGuard : IGuard
{
    private const int LongQuotation = 4;

    public string Name => "relations";

    public void Check(GuardedAnswer answer, List<GuardFinding> findings)
    {
        if (answer.Answer.Planner == Planners.Embedded)
        {
            return;
        }

        foreach (var sentence in answer.Sentences)
        {
            if (sentence is { HasOwnWords: true, IsSilence: false, IsQuestion: false, NamesUser: false } && sentence.Evidence.Count > 0
                && !answer.IsReviewed(sentence.Start) && Problem(answer, sentence) is { } problem)
            {
                findings.Add(sentence.Refused(Name, problem));
            }
        }
    }

    private static string? Problem(GuardedAnswer answer, GuardedSentence sentence)
    {
        var text = OwnText(answer, sentence);
        var evidence = sentence.Evidence.ConvertAll(answer.Book.ClausesOf);
        var map = ClauseMap.Of(text, answer.Book.Capitals);
        if (map.Words.Length == 0)
        {
            return null;
        }

        var matches = evidence.ConvertAll(one => new WordMatches(answer.Book, map, one));
        var whole = Bare(answer, sentence);
        var isTaken = sentence.Evidence.Exists(one => Verbatim.Holds(one.Sentence.Text, text, out _, StringComparison.OrdinalIgnoreCase) || Verbatim.Holds(one.Sentence.Text, whole, out _, StringComparison.OrdinalIgnoreCase));
        if (!isTaken && !Workings.Bear(answer, sentence))
        {
            for (var piece = 0; piece < map.Pieces.Count; piece++)
            {
                if (!IsFraming(map, piece, sentence.Quotes) && !FigureFit.IsNamed(answer, sentence, map, piece) && !matches.Exists(one => new ClauseFit(one).Holds(piece, word => matches.Exists(other => !other.Of(word).IsEmpty))))
                {
                    return $"“{Words(map, text, piece)}” puts words together that do not belong together in the cited sentences";
                }
            }
        }

        if (isTaken)
        {
            return FigureFit.Problem(answer, sentence, map, matches, isTaken);
        }

        return (Workings.Bear(answer, sentence) ? null : OrderFit.Problem(map, matches)) ?? FigureFit.Problem(answer, sentence, map, matches, isTaken) ?? ConnectiveFit.Problem(map, matches) ?? Turned(answer, map, evidence);
    }

    /// <summary>"The nearest it comes", "Ann Lee is quoted", and who says what is quoted: other guards look at that.</summary>
    private static bool IsFraming(ClauseMap map, int piece, bool quotes)
    {
        var verbs = map.Pieces[piece].Verbs;
        if (verbs.Count == 0 ? quotes : IsOf(map.Chunks[verbs[^1]].Head, quotes ? WordKinds.Saying : WordKinds.None) || (map.Pieces[piece].IsPassive && IsOf(map.Chunks[verbs[^1]].Head, WordKinds.Frame)))
        {
            return true;
        }

        return Enumerable.Range(0, map.Words.Length).Where(word => map.PieceOf[word] == piece && map.IsContent(word)).All(word => IsOf(word, WordKinds.Frame | WordKinds.Article));

        bool IsOf(int word, WordKinds kinds) => (GuardWords.KindsOf(map.Words[word].Lower) & kinds) != 0;
    }

    /// <summary>"Fell" of what rose.</summary>
    private static string? Turned(GuardedAnswer answer, ClauseMap map, List<ClauseMap> evidence)
    {
        for (var i = 0; i < map.Words.Length; i++)
        {
            var stem = map.Stems[i];
            if (map.Words[i].Mention < 0 && (GuardWords.KindsOf(map.Words[i].Lower) & WordKinds.Frame) == 0 && stem.Length > 0 && char.IsLetter(stem[0]) && !evidence.Exists(one => one.Stems.Contains(stem))
                && evidence.Exists(one => one.Stems.Any(other => Lexicon.English.AreOpposite(stem, other)))
                && !evidence.Exists(one => one.Stems.Any(other => Lexicon.English.Similarity(stem, other) >= 0.75))
                && answer.Answer.Outcome is not Outcome.Corrected)
            {
                return $"“{map.Words[i].Lower}” is the contrary of what the cited sentence says";
            }
        }

        return null;
    }

    /// <summary>What is left of a sentence without marks, frames and longer quotations: the guard of quotations looks at those.</summary>
    private static string OwnText(GuardedAnswer answer, GuardedSentence sentence)
    {
        var text = Mark().Replace(answer.Text[sentence.Start..sentence.End], "");
        text = Quotation().Replace(text, match => match.Groups["words"].Value is var words && words.Count(char.IsWhiteSpace) + 1 >= LongQuotation ? "" : words);
        return Frame().Replace(text.Trim(), "").Trim(' ', '.', ',', ':', ';', '!');
    }

    /// <summary>The sentence without marks and frames.</summary>
    private static string Bare(GuardedAnswer answer, GuardedSentence sentence) =>
        Frame().Replace(Mark().Replace(answer.Text[sentence.Start..sentence.End], "").Trim(), "").Trim(' ', '.', ',', ':', ';', '!', '“', '”', '"');

    private static string Words(ClauseMap map, string text, int piece)
    {
        var (first, last) = (Array.IndexOf(map.PieceOf, piece), Array.LastIndexOf(map.PieceOf, piece));
        return first < 0 ? text : text[map.Words[first].Start..map.Words[last].End];
    }

    [GeneratedRegex(@" ?\[[0-9]{1,2}\]")]
    private static partial Regex Mark();

    [GeneratedRegex("[“\"](?<words>[^“”\"]*)[”\"]")]
    private static partial Regex Quotation();

    /// <summary>"Yes:", "The article says that", "According to the article,".</summary>
    [GeneratedRegex(@"^((yes|no)\b[,:—–.]?\s*)?((according to|in) the (article|story|report|text)(['’]s words:|,)\s*|(the (article|story|report|text)|it) (also )?(says|gives|reports|states|mentions|adds|notes|puts it at)\b( that)?:?\s*)?", RegexOptions.IgnoreCase)]
    private static partial Regex Frame();
}

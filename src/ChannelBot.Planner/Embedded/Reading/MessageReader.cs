using ChannelBot.Core.Conversations;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Reading;

/// <summary>A message, and the requests in it.</summary>
/// <param name="Whole">All of it.</param>
/// <param name="Asks">Each request by itself, with the statement before it that it leans on; one at least.</param>
internal sealed record Message(Question Whole, IReadOnlyList<Question> Asks);

/// <summary>Cleans a message and finds the requests in it.</summary>
internal sealed class MessageReader(KnowledgeFile knowledge)
{
    private const int MostAsks = 4;

    private readonly SpellingCorrector _spelling = SpellingCorrector.For(knowledge);

    /// <summary>Stems of the article's words, of its names and of what is meant by them.</summary>
    private readonly HashSet<string> _stems =
    [
        .. knowledge.Entities.SelectMany(entity => entity.Aliases).Concat(knowledge.Synonyms.SelectMany(group => group).Where(words => !words.Contains(' ', StringComparison.Ordinal))).Append(knowledge.Article.Text)
            .SelectMany(text => Tokenizer.Tokenize(text)).Where(token => token is { IsWord: true, IsStopWord: false }).Select(token => token.Stem),
    ];

    public Message Read(string typed, ConversationState conversation)
    {
        var text = _spelling.Correct(QuestionText.Clean(typed)).Text;
        var whole = Question(typed, text, conversation);
        var asks = Asks(whole);
        var most = Math.Min(asks.Count, MostAsks);
        return new Message(whole, asks.Count == 0 ? [Claimed(whole)] : [.. asks.Take(most).Select(ask => Claimed(ask) with { Among = most })]);
    }

    /// <summary>"My nan swears it was closed. Is she right?" asks whether it was closed.</summary>
    private Question Claimed(Question ask) => ReportedClaim.In(ask.Tokens, IsOfTheArticle) is var (start, end)
        ? Question(ask.Original, $"{ask.Text[ask.Tokens[start].Start..ask.Tokens[end - 1].End]}?", ask.Conversation) with { IsReported = true } : ask;

    private Question Question(string original, string text, ConversationState conversation) =>
        new(original, text, Tokenizer.Tokenize(text), QuantityScanner.Scan(text), knowledge, conversation);

    private List<Question> Asks(Question whole)
    {
        var asks = new List<Question>();
        var statement = -1;
        foreach (var (start, end) in RequestBreaks.Segments(whole))
        {
            var text = whole.Text[start..end].Trim();
            var tokens = Within(whole.Tokens, start, end);
            if (asks.Count > 0 && IsGap(tokens))
            {
                continue;
            }

            var preamble = Preamble.End(tokens, IsOfTheArticle);
            if (!Interrogative.IsAsk(tokens, text) && preamble is null && !(asks.Count > 0 && RequestBreaks.IsOtherMeasure(tokens)))
            {
                statement = statement < 0 ? start : statement;
                continue;
            }

            // "The minister wants to wreck something. What?" asks with the words before it.
            var from = statement >= 0 && (Leans(tokens, Within(whole.Tokens, statement, start)) || IsAbout(whole.Tokens, statement, start, tokens))
                ? statement : preamble ?? start;
            var ask = from == start ? text : whole.Text[from..end].Trim();
            asks.Add(ask.Length == whole.Text.Length ? whole : Question(whole.Original, ask, whole.Conversation));
            statement = -1;
        }

        return asks;
    }

    /// <summary>"Her boast that they have nowhere to hide was something. What made her say it?": the statement has words of the article, and the ask only points at it.</summary>
    private bool IsAbout(Token[] tokens, int from, int to, Token[] ask)
    {
        var isOfTheArticle = Array.Exists(tokens, token => token.Start >= from && token.End <= to && token is { IsWord: true, IsStopWord: false, Lower.Length: > 2 } && IsOfTheArticle(token));
        return isOfTheArticle && (Preamble.StandsForAnother(ask) || !Array.Exists(ask, token => token is { IsWord: true, IsStopWord: false, Lower.Length: > 2 } && Interrogative.KindOfNoun(token.Lower) is null && IsOfTheArticle(token)))
            && !Preamble.IsOfTheAsker(Within(tokens, from, to));
    }

    /// <summary>"Where were they hit? At the what?": the gap says again what was asked before it.</summary>
    private static bool IsGap(Token[] tokens) =>
        Array.FindAll(tokens, token => token.IsWord) is [.., { Lower: "the" or "a" or "an" or "their" or "its" }, { Lower: "what" or "which" }] words && Array.TrueForAll(words, word => word.IsStopWord);

    /// <summary>The tokens that stand between two places of their text.</summary>
    private static Token[] Within(Token[] tokens, int start, int end) =>
        tokens is [{ Start: var first }, .., { End: var last }] && first >= start && last <= end ? tokens
            : Array.FindAll(tokens, token => token.Start >= start && token.End <= end);

    private bool IsOfTheArticle(Token token) => _stems.Contains(token.Stem);

    /// <summary>An ask of hardly a word; what somebody says of themselves is leaned on only by an ask that points back or says nothing itself.</summary>
    private static bool Leans(Token[] ask, Token[] statement)
    {
        var meaning = ask.Count(token => token.IsWord && !token.IsStopWord && !Interrogative.IsWh(token.Lower));
        return meaning == 0 || (meaning == 1 && (!Preamble.IsOfTheAsker(statement) || Preamble.PointsBack(ask)));
    }
}

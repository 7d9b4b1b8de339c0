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

    public Message Read(string typed, ConversationState conversation)
    {
        var text = _spelling.Correct(QuestionText.Clean(typed)).Text;
        var whole = Question(typed, text, conversation);
        var asks = Asks(whole);
        return new Message(whole, asks.Count == 0 ? [whole] : [.. asks.Take(MostAsks)]);
    }

    private Question Question(string original, string text, ConversationState conversation) =>
        new(original, text, Tokenizer.Tokenize(text), QuantityScanner.Scan(text), knowledge, conversation);

    private List<Question> Asks(Question whole)
    {
        var asks = new List<Question>();
        var statement = -1;
        foreach (var (start, end) in Segments(whole))
        {
            var text = whole.Text[start..end].Trim();
            var tokens = whole.Tokens.Where(token => token.Start >= start && token.End <= end).ToArray();
            if (!Interrogative.IsAsk(tokens, text))
            {
                statement = statement < 0 ? start : statement;
                continue;
            }

            // "The minister wants to wreck something. What?" asks with the words before it.
            var leans = statement >= 0 && tokens.Count(token => token.IsWord && !token.IsStopWord && !Interrogative.IsWh(token.Lower)) < 2;
            var from = leans ? statement : AfterPreamble(tokens) ?? start;
            asks.Add(Question(whole.Original, whole.Text[from..end].Trim(), whole.Conversation));
            statement = -1;
        }

        return asks;
    }

    /// <summary>"Attribution check before we publish: which source…": what stands before the colon is not asked.</summary>
    private static int? AfterPreamble(Token[] tokens)
    {
        for (var i = 0; i + 3 < tokens.Length; i++)
        {
            if (!tokens[i].IsWord && tokens[i].Lower == ":" && Interrogative.IsAsk(tokens.AsSpan(i + 1), ""))
            {
                return tokens[i].End;
            }
        }

        return null;
    }

    /// <summary>Sentences, and the halves of "who … and what …".</summary>
    private static IEnumerable<(int Start, int End)> Segments(Question whole)
    {
        var tokens = whole.Tokens;
        var start = 0;
        var asked = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (EndsSentence(whole.Text, tokens, i))
            {
                yield return (start, tokens[i].End);
                start = tokens[i].End;
                asked = false;
            }
            else if (asked && BeginsSecondAsk(tokens, i))
            {
                yield return (start, tokens[i].Start);
                start = tokens[i].End;
            }
            else if (Interrogative.IsWh(tokens[i].Lower))
            {
                asked = true;
            }
        }

        if (start < whole.Text.Length)
        {
            yield return (start, whole.Text.Length);
        }
    }

    private static bool EndsSentence(string text, Token[] tokens, int at)
    {
        var sign = text[tokens[at].Start];
        if (tokens[at].IsWord || sign is not ('?' or '!' or '.' or ';') || (tokens[at].End < text.Length && !char.IsWhiteSpace(text[tokens[at].End])))
        {
            return false;
        }

        return sign != '.' || at == 0 || tokens[at - 1].Lower is not ("no" or "mr" or "mrs" or "ms" or "dr" or "st" or "vs") && tokens[at - 1].Lower.Length > 1;
    }

    /// <summary>"and" or a comma, and then a question word that opens a clause of its own.</summary>
    private static bool BeginsSecondAsk(Token[] tokens, int at)
    {
        if (tokens[at].Lower is not ("and" or "&"))
        {
            return false;
        }

        var next = at + 1;
        if (next + 1 < tokens.Length && tokens[next].Lower is "in" or "on" or "at" or "to" or "from" or "for" or "off" or "also")
        {
            next++;
        }

        return next + 1 < tokens.Length && Interrogative.IsWh(tokens[next].Lower);
    }
}

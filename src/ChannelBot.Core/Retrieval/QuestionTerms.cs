using ChannelBot.Core.Language;

namespace ChannelBot.Core.Retrieval;

/// <summary>What kind of word or phrase would answer.</summary>
internal enum WantedAnswer
{
    Anything,
    Number,
    Date,
    Person,
    Place,
}

/// <summary>A word of a question that a sentence should have.</summary>
/// <param name="Weight">From 0 to 1: a word that says little counts little.</param>
internal readonly record struct QuestionTerm(string Stem, float Weight, bool IsName, bool IsNumber);

/// <summary>A question as the ranker reads it.</summary>
internal sealed class QuestionTerms
{
    /// <summary>What a weak word counts, beside an ordinary one.</summary>
    private const float Weak = 0.35f;

    /// <summary>"Which company …": the sentence may name the company and never say that it is one.</summary>
    private const float Asked = 0.5f;

    /// <summary>More words than this are no question, and the marks of matched places are the bits of 64.</summary>
    private const int MostTokens = 60;

    private static readonly HashSet<string> WeakStems =
        [.. LanguageData.Lines("weak-words.txt").SelectMany(line => line.Split(' ')).Select(WordForms.StemOf)];

    private QuestionTerms(Token[] tokens, List<QuestionTerm> terms, WantedAnswer wanted, ulong kinds)
    {
        Kinds = kinds;
        Tokens = tokens;
        Terms = terms;
        Wanted = wanted;
    }

    /// <summary>Words and signs of quantity, in order.</summary>
    public Token[] Tokens { get; }

    public List<QuestionTerm> Terms { get; }

    public WantedAnswer Wanted { get; }

    /// <summary>The kinds of thing of which one is asked for, "which country": bits of <see cref="Lexicon.KindSetOf"/>.</summary>
    public ulong Kinds { get; }

    public static QuestionTerms Of(Token[] question)
    {
        var tokens = Array.FindAll(question, token => SentenceCollection.IsTerm(token));
        tokens = tokens.Length > MostTokens ? tokens[..MostTokens] : tokens;
        var word = Array.FindIndex(tokens, IsQuestionWord);
        var next = word >= 0 && word + 1 < tokens.Length ? tokens[word + 1] : default;
        var asked = word >= 0 && tokens[word].Lower is "what" or "which" && next.Stem is not null && !next.IsStopWord ? next.Stem : null;
        var terms = new List<QuestionTerm>(tokens.Length);
        for (var i = 0; i < tokens.Length; i++)
        {
            var token = tokens[i];
            if (!token.IsStopWord && !IsAmong(terms, token.Stem))
            {
                var weight = (token.Stem == asked ? Asked : 1) * (WeakStems.Contains(token.Stem) && !(token.IsCapitalised && i > 0) ? Weak : 1);
                terms.Add(new QuestionTerm(token.Stem, weight, token.IsCapitalised && i > 0, char.IsAsciiDigit(token.Lower[0])));
            }
        }

        var wanted = word < 0 ? WantedAnswer.Anything : WantedBy(tokens[word].Lower, next.Lower ?? "");
        return asked is null || wanted != WantedAnswer.Anything
            ? new QuestionTerms(tokens, terms, wanted, 0)
            : new QuestionTerms(tokens, terms, WantedOfKind(asked), Lexicon.English.KindSetNamed(asked));
    }

    private static bool IsAmong(List<QuestionTerm> terms, string stem)
    {
        foreach (var term in terms)
        {
            if (term.Stem == stem)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsQuestionWord(Token token) =>
        token.Lower is "who" or "whom" or "whose" or "when" or "where" or "why" or "how" or "what" or "which" or "who's" or "what's" or "when's" or "where's";

    /// <summary>"Which minister" asks for a person, "which city" for a place.</summary>
    private static WantedAnswer WantedOfKind(string asked) =>
        Lexicon.English.IsKindOf(asked, "person") || Lexicon.English.IsKindOf(asked, "office") ? WantedAnswer.Person
        : Lexicon.English.IsKindOf(asked, "place") || Lexicon.English.IsKindOf(asked, "country") || Lexicon.English.IsKindOf(asked, "city") ? WantedAnswer.Place
        : WantedAnswer.Anything;

    private static WantedAnswer WantedBy(string word, string next) => word switch
    {
        "who" or "whom" or "whose" or "who's" => WantedAnswer.Person,
        "when" or "when's" => WantedAnswer.Date,
        "where" or "where's" => WantedAnswer.Place,
        "how" when next is "many" or "much" or "long" or "old" or "far" or "often" or "high" or "large" or "big" or "tall" or "fast" or "deep"
            or "heavy" or "wide" => WantedAnswer.Number,
        "what" or "which" when next is "percentage" or "percent" or "number" or "amount" or "fraction" or "proportion" or "share" or "population" or "size"
            or "height" or "length" or "weight" or "speed" or "age" or "price" or "cost" or "temperature" or "distance"
            => WantedAnswer.Number,
        "what" or "which" when next is "year" or "date" or "century" or "decade" or "month" or "day" or "time" => WantedAnswer.Date,
        _ => WantedAnswer.Anything,
    };
}

using System.Runtime.CompilerServices;
using System.Text;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Conduct;

/// <summary>What people in the article are quoted or reported as saying, found by the words of a question that the bot itself does not answer.</summary>
internal sealed class ReportedViews
{
    private const int MostViews = 2;
    private const int MostWords = 45;

    /// <summary>A second view is given where it fits nearly as well as the first.</summary>
    private const double NearlyAsWell = 0.6;

    private const double OfSpeaker = 0.5;
    private const double OfSaying = 1;
    private const double OfFact = 0.7;
    private const double OfSentence = 0.5;

    private static readonly ConditionalWeakTable<KnowledgeFile, ReportedViews> Known = [];

    private readonly List<View> _views = [];
    private readonly Dictionary<string, int> _viewsWith = new(StringComparer.Ordinal);

    private ReportedViews(KnowledgeFile knowledge)
    {
        var names = new SpeakerNames(knowledge);
        AddQuotes(knowledge, names);
        AddFacts(knowledge, names);
        foreach (var sentence in knowledge.Sentences)
        {
            var place = sentence.Span;
            if (IsShownWhole(knowledge, place))
            {
                Add(new View(sentence.Id, "", [], place, place, true, OfSentence), knowledge, []);
            }
        }
    }

    /// <param name="Words">The words themselves, in the article.</param>
    /// <param name="Sentence">The sentence that holds them, with whoever says so.</param>
    /// <param name="NamesSpeaker">The sentence itself tells who says so, and is shown whole.</param>
    /// <param name="Weight">How much a word in common counts.</param>
    private sealed record View(
        string Id, string Speaker, HashSet<string> SpeakerStems, Span Words, Span Sentence, bool NamesSpeaker, double Weight)
    {
        public HashSet<string> Stems { get; } = new(StringComparer.Ordinal);
    }

    /// <param name="Text">Sentences with marks from [1]; empty where nobody in the article speaks to it.</param>
    internal sealed record Report(string Text, IReadOnlyList<Span> Sources, IReadOnlyList<string> Topic);

    public static ReportedViews Of(KnowledgeFile knowledge) => Known.GetValue(knowledge, static file => new ReportedViews(file));

    /// <summary>The one or two views that fit the question best, attributed and marked.</summary>
    public Report On(Question question)
    {
        var chosen = Choose(question);
        var text = new StringBuilder();
        var sources = new List<Span>();
        foreach (var view in chosen)
        {
            sources.Add(view.Sentence);
            text.Append(sources.Count == 1 ? "" : " ").Append(Introduction(view, sources.Count == 1)).Append(": ");
            var words = ViewText.Trim(question.Knowledge.Article.Text, view.NamesSpeaker ? view.Sentence : view.Words, MostWords);
            text.Append(Quotation.Of(question.Knowledge.Article.Text[words.Start..words.End])).Append(" [").Append(sources.Count).Append("].");
        }

        return new Report(text.ToString(), sources, [.. chosen.Select(view => view.Id)]);
    }

    private static string Introduction(View view, bool isFirst) =>
        view.NamesSpeaker ? isFirst ? "The article reports" : "It also reports"
        : isFirst ? $"In the article, {view.Speaker} says"
        : SpeakerNames.AtStart(view.Speaker) + " says";

    private List<View> Choose(Question question)
    {
        var best = new List<(View View, double Score)>();
        foreach (var view in _views)
        {
            best.Add((view, Score(view, question.Tokens)));
        }

        best.Sort(static (one, other) =>
            other.Score != one.Score ? other.Score.CompareTo(one.Score) : one.View.Sentence.Start.CompareTo(other.View.Sentence.Start));
        // "Who is to blame?" has no word but those of judging: what is said first in the article stands for the rest.
        if (best.Count == 0 || best[0].Score <= 0)
        {
            return _views.Find(view => view.Weight == OfSaying && !HasWordsOfItsOwn(question)) is { } first ? [first] : [];
        }

        var chosen = new List<View> { best[0].View };
        foreach (var (view, score) in best)
        {
            if (chosen.Count < MostViews && view.Weight == OfSaying && score > 0 && score >= best[0].Score * NearlyAsWell
                && !chosen.Exists(other => other.Speaker == view.Speaker || other.Sentence == view.Sentence))
            {
                chosen.Add(view);
            }
        }

        return chosen;
    }

    private static bool HasWordsOfItsOwn(Question question)
    {
        foreach (var token in question.Tokens)
        {
            if (IsContent(token) && !ConductReader.English.Knows(token.Lower))
            {
                return true;
            }
        }

        return false;
    }

    private double Score(View view, Token[] tokens)
    {
        var score = 0.0;
        var isNamed = false;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (!IsContent(tokens[i]))
            {
                continue;
            }

            score += view.Stems.Contains(tokens[i].Stem) ? view.Weight / _viewsWith[tokens[i].Stem] : 0;
            isNamed |= view.SpeakerStems.Contains(tokens[i].Stem);
        }

        return score + (isNamed ? OfSpeaker : 0);
    }

    private void AddQuotes(KnowledgeFile knowledge, SpeakerNames names)
    {
        foreach (var quote in knowledge.Quotes)
        {
            if (names.Of(quote.Speaker) is { } speaker && quote.Spans.Count > 0 && ViewText.Around(knowledge, quote.Spans[0]) is { } place)
            {
                Add(new View(quote.Id, speaker, names.Stems(quote.Speaker), place.Words, place.Sentence, false, OfSaying), knowledge, []);
            }
        }
    }

    private void AddFacts(KnowledgeFile knowledge, SpeakerNames names)
    {
        foreach (var fact in knowledge.Facts)
        {
            if (ViewText.SentenceOf(knowledge, fact.Evidence) is not { } sentence)
            {
                continue;
            }

            var isWhole = IsShownWhole(knowledge, sentence) && (fact.Speaker is null || names.Names(fact.Speaker, sentence));
            if (names.Of(fact.Speaker) is { } speaker)
            {
                Add(new View(fact.Id, speaker, names.Stems(fact.Speaker), fact.Evidence, sentence, isWhole, OfSaying), knowledge, fact.Words);
            }
            else if (isWhole)
            {
                Add(new View(fact.Id, "", [], fact.Evidence, sentence, true, OfFact), knowledge, fact.Words);
            }
        }
    }

    /// <summary>Short enough, and with as many opening quotation marks as closing ones.</summary>
    private static bool IsShownWhole(KnowledgeFile knowledge, Span sentence)
    {
        var text = knowledge.Article.Text.AsSpan(sentence.Start, sentence.Length);
        return ViewText.CountWords(knowledge.Article.Text, sentence) <= MostWords
            && text.Count('“') == text.Count('”') && text.Count('"') == 0;
    }

    private void Add(View view, KnowledgeFile knowledge, IReadOnlyList<string> askedBy)
    {
        var words = knowledge.Article.Text[view.Words.Start..view.Words.End] + " " + string.Join(' ', askedBy);
        foreach (var token in Tokenizer.Tokenize(words))
        {
            if (IsContent(token) && view.Stems.Add(token.Stem))
            {
                _viewsWith[token.Stem] = _viewsWith.GetValueOrDefault(token.Stem) + 1;
            }
        }

        _views.Add(view);
    }

    private static bool IsContent(Token token) => token is { IsWord: true, IsStopWord: false };
}

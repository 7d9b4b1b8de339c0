using System.Collections.Frozen;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Reading;
using ChannelBot.Planner.Plugins;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>A sentence that may answer.</summary>
/// <param name="Fit">Comparable among the sentences of one question, and less well among questions: a logit.</param>
/// <param name="Coverage">How well its passages together cover each term.</param>
internal sealed record RankedSentence(string Id, float Fit, float[] Coverage)
{
    /// <summary>An age, a sum of money, a length of time is asked for, and it has none.</summary>
    public bool LacksForm { get; init; }
}

/// <summary>How well each sentence of an article that nobody has curated fits one question.</summary>
/// <remarks>The weights were learnt by a conditional logit over 904 questions on nineteen stories (tests/questions/sentences, and the sets to develop with).
/// Of stories left out while learning, the best sentence answers 63% of the questions of tests/questions/sentences, and one of the best two 78%.</remarks>
internal sealed class SentenceFit
{
    private const float Shared = 2.2f, SharedSquared = 1.1f, OfTheParagraph = 0.45f, OfTheOneBefore = 1f, Resembling = 0.18f;
    private const float Nearness = 0.7f, Meaning = 3.7f, ParagraphMeaning = 2.5f;
    private const float Headline = -2.7f, Opening = -0.6f;
    private const float NoReason = -1.3f, PlainReason = 1.4f, NoTime = -2.8f, NoPlace = -2f, NoFigure = -2.4f, NoForm = -2.9f, NoCount = -2.1f, SomeMoney = 1.25f;
    private const float NamesSomebody = 1f, QuotesWhatIsSaid = 2.4f, QuotesSomebody = 0.5f;

    private static readonly FrozenSet<string> s_saying =
        "say said says think thinks thought tell told reckon reckons view believe opinion make feel react reaction".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly ArticleIndex _index;
    private readonly SentenceTraits _traits;
    private readonly QuestionReading _reading;
    private readonly float[] _weights;
    private readonly float[]?[] _coverage;
    private readonly Dictionary<int, float[]> _paragraphs = [];
    private readonly SentenceMeaning[] _meanings;
    private readonly NumberForm? _form;
    private readonly bool _asksMany;
    private readonly bool _asksWhatIsSaid;

    public SentenceFit(ArticleIndex index, SentenceTraits traits, QuestionReading reading, Found found, float[] weights)
    {
        _index = index;
        _traits = traits;
        _reading = reading;
        _weights = weights;
        _coverage = new float[index.Knowledge.Sentences.Count][];
        _meanings = index.MeaningOf(reading.Question.Tokens);
        _form = reading.Kind is AskKind.HowMany ? NumberFormAsked.Of(reading) : null;
        _asksMany = SlotChoice.AsksMany(reading);
        _asksWhatIsSaid = Array.Exists(reading.Question.Tokens, token => s_saying.Contains(token.Lower));
        foreach (var hit in found.Hits)
        {
            Join(ref _coverage[index.PlaceOf(hit.Passage.Sentence)], hit.Coverage);
            var paragraph = _paragraphs.GetValueOrDefault(hit.Passage.Sentence.Paragraph);
            Join(ref paragraph, hit.Coverage);
            _paragraphs[hit.Passage.Sentence.Paragraph] = paragraph!;
        }
    }

    public RankedSentence Of(Hit hit)
    {
        var sentence = hit.Passage.Sentence;
        var place = _index.PlaceOf(sentence);
        var coverage = _coverage[place] ?? hit.Coverage;
        var shared = Share(coverage);
        var fit = (Shared * shared) + (SharedSquared * shared * shared) + (OfTheParagraph * Share(_paragraphs.GetValueOrDefault(sentence.Paragraph, coverage))) + (Resembling * hit.Relevance);
        fit += (Nearness * hit.Nearness) + (Meaning * _meanings[place].OfSentence) + (ParagraphMeaning * _meanings[place].OfParagraph);
        if (place == 0)
        {
            fit += Opening + (_traits.IsHeadline(place) ? Headline : 0);
        }
        else if (_index.Knowledge.Sentences[place - 1].Paragraph == sentence.Paragraph && _coverage[place - 1] is { } before)
        {
            fit += OfTheOneBefore * Share(before);
        }

        return new RankedSentence(sentence.Id, fit + OfTheKind(hit.Passage, place) + (_asksWhatIsSaid && _traits.Quotes(place) ? QuotesWhatIsSaid : 0), coverage)
        {
            LacksForm = _form is { } form && !_index.FiguresIn(hit.Passage).Any(figure => NumberFormAsked.Is(form, figure)),
        };
    }

    /// <summary>Something of the kind that is asked for, or nothing.</summary>
    private float OfTheKind(Passage passage, int place) => _reading.Kind switch
    {
        AskKind.Why => (_traits.MayGiveReason(place) ? 0 : NoReason) + (_traits.GivesReason(place) ? PlainReason : 0),
        AskKind.When => _index.MayHold(passage, SlotRole.When) ? 0 : NoTime,
        AskKind.Where => _index.MayHold(passage, SlotRole.Where) ? 0 : NoPlace,
        AskKind.HowMany => OfFigures(_index.FiguresIn(passage)),
        AskKind.Who or AskKind.WhoSaid => (NamesAnother(place) ? NamesSomebody : 0) + (_reading.Kind is AskKind.WhoSaid && _traits.Quotes(place) ? QuotesSomebody : 0),
        _ => 0,
    };

    private float OfFigures(IReadOnlyList<Figure> figures)
    {
        if (figures.Count == 0)
        {
            return NoFigure + (_form is null ? 0 : NoForm) + (_asksMany ? NoCount : 0);
        }

        return (_form is { } form && !figures.Any(figure => NumberFormAsked.Is(form, figure)) ? NoForm : 0) + (_asksMany && !figures.Any(SlotChoice.IsCounted) ? NoCount : 0)
            + (_form is null && !_asksMany && figures.Any(figure => figure.Form is NumberForm.Money) ? SomeMoney : 0);
    }

    /// <summary>Somebody whom the question does not name.</summary>
    private bool NamesAnother(int place)
    {
        foreach (var person in _traits.Persons(place))
        {
            if (!_reading.Terms.Any(term => term.Key == person))
            {
                return true;
            }
        }

        return false;
    }

    private static void Join(ref float[]? covered, float[] coverage)
    {
        covered ??= new float[coverage.Length];
        for (var term = 0; term < covered.Length; term++)
        {
            covered[term] = Math.Max(covered[term], coverage[term]);
        }
    }

    private float Share(float[] coverage)
    {
        var share = 0f;
        for (var term = 0; term < _weights.Length; term++)
        {
            share += _weights[term] * coverage[term];
        }

        return share;
    }
}

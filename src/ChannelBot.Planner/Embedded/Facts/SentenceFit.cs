using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Reading;
using ChannelBot.Planner.Plugins;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>How well a sentence of an article that nobody has curated fits one question, beside the words that they share.</summary>
/// <remarks>The weights are relative to that of the words shared. They were learnt by a conditional logit over 623 questions on twenty
/// stories, from what was right for the stories that were left out each time, and rounded.</remarks>
internal sealed class SentenceFit
{
    private const float OfMeaning = 1.2f;
    private const float OfTheParagraph = 0.8f;
    private const float OfResemblance = 0.1f;
    private const float OfTheFocus = 0.1f;
    private const float OfTheOpening = -0.45f;
    private const float WithoutReason = -1f;
    private const float WithoutTimeOrPlace = -0.6f;
    private const float WithoutFigure = -0.5f;
    private const float WithoutForm = -0.5f;
    private const float WithoutCount = -0.55f;

    private readonly ArticleIndex _index;
    private readonly QuestionReading _reading;
    private readonly float[] _weights;
    private readonly Dictionary<int, float[]> _paragraphs = [];
    private readonly NumberForm? _form;
    private readonly bool _asksMany;

    public SentenceFit(ArticleIndex index, QuestionReading reading, Found found, float[] weights)
    {
        _index = index;
        _reading = reading;
        _weights = weights;
        _form = reading.Kind is AskKind.HowMany ? NumberFormAsked.Of(reading) : null;
        _asksMany = SlotChoice.AsksMany(reading);
        foreach (var hit in found.Hits)
        {
            Join(hit);
        }
    }

    public float Of(Hit hit)
    {
        var fit = (OfMeaning * hit.Nearness) + (OfResemblance * hit.Relevance) + (OfTheParagraph * Share(_paragraphs.GetValueOrDefault(hit.Passage.Sentence.Paragraph, hit.Coverage)));
        fit += _index.PlaceOf(hit.Passage.Sentence) == 0 ? OfTheOpening : 0;
        fit += _reading.Focus >= 0 && _reading.Focus < hit.Coverage.Length ? OfTheFocus * hit.Coverage[_reading.Focus] : 0;
        return fit + Lacking(hit.Passage);
    }

    /// <summary>Nothing of the kind that is asked for.</summary>
    private float Lacking(Passage passage) => _reading.Kind switch
    {
        AskKind.Why => Array.Exists(_index.TokensOf(passage.Sentence), token => GivesReason(token.Lower)) ? 0 : WithoutReason,
        AskKind.When => _index.MayHold(passage, SlotRole.When) ? 0 : WithoutTimeOrPlace,
        AskKind.Where => _index.MayHold(passage, SlotRole.Where) ? 0 : WithoutTimeOrPlace,
        AskKind.HowMany => OfFigures(_index.FiguresIn(passage)),
        _ => 0,
    };

    private float OfFigures(IReadOnlyList<Figure> figures)
    {
        if (figures.Count == 0)
        {
            return WithoutFigure + (_form is null ? 0 : WithoutForm) + (_asksMany ? WithoutCount : 0);
        }

        return (_form is { } form && !figures.Any(figure => NumberFormAsked.Is(form, figure)) ? WithoutForm : 0) + (_asksMany && !figures.Any(SlotChoice.IsCounted) ? WithoutCount : 0);
    }

    private static bool GivesReason(string word) =>
        word is "because" or "after" or "due" or "since" or "so" or "blamed" or "caused" or "cause" or "reason" or "as" or "for";

    /// <summary>What its paragraph covers of the question: a sentence goes on about what stands before it.</summary>
    private void Join(Hit hit)
    {
        if (!_paragraphs.TryGetValue(hit.Passage.Sentence.Paragraph, out var covered))
        {
            _paragraphs[hit.Passage.Sentence.Paragraph] = covered = new float[hit.Coverage.Length];
        }

        for (var term = 0; term < covered.Length; term++)
        {
            covered[term] = Math.Max(covered[term], hit.Coverage[term]);
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

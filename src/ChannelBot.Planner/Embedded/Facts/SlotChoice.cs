using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>Chooses the phrase of a passage that fills what was asked for.</summary>
internal sealed class SlotChoice(ArticleIndex index)
{
    /// <summary>The phrase of the passage that answers; null where nothing in it does.</summary>
    public Slot? For(QuestionReading reading, Hit hit) =>
        !((reading.IsBareHow || reading.Kind is AskKind.Who) && reading.MainVerb >= 0 && hit.Coverage[reading.MainVerb] < PremiseCheck.Covered)
        && Filler(reading, hit.Passage) is { } slot && !RunsOn(hit.Passage, slot) && !Interrogative.NamesNobody(slot.Text.ToLowerInvariant()) && !IsOfTheQuestion(reading, slot) && !CountsNothing(reading, hit.Passage, slot) && !LacksPlace(reading, slot) ? slot : null;

    /// <summary>Words quoted over several sentences are no phrase of one.</summary>
    private static bool RunsOn(Passage passage, Slot slot) => (slot.Start <= passage.Sentence.End && slot.End > passage.Sentence.End) || slot.Text.Length > passage.Sentence.Text.Length;

    /// <summary>A sum of money, where "how many" is asked.</summary>
    private bool CountsNothing(QuestionReading reading, Passage passage, Slot slot) =>
        AsksMany(reading) && HasOnlyUncounted(index.FiguresIn(passage), slot);

    private static bool HasOnlyUncounted(IReadOnlyList<Figure> figures, Slot slot) =>
        figures.Where(figure => figure.Start < slot.End && slot.Start < figure.End).ToArray() is { Length: > 0 } within && !within.Any(IsCounted);

    /// <summary>"Which town" is answered by the name of a place.</summary>
    public bool LacksPlace(QuestionReading reading, Slot slot)
    {
        var tokens = reading.Question.Tokens;
        return reading.Kind is AskKind.Where or AskKind.Who
            && Array.FindIndex(tokens, token => token.Lower is "city" or "town" or "country" or "village" or "cities" or "towns" or "countries" or "nations" or "villages") is > 0 and var at && tokens[at - 1].Lower is "which" or "what"
            && !index.EntitiesIn(new Span(slot.Start, slot.End)).Any(entity => entity.Kind is EntityKind.Place);
    }

    /// <summary>"Who is the mayor meeting?" is not answered by the mayor.</summary>
    public bool IsOfTheQuestion(QuestionReading reading, Slot slot) =>
        reading.Kind is AskKind.Who && (reading.Agent >= 0 ? reading.Agent : reading.Speaker) is >= 0 and var named
        && index.EntitiesIn(new Span(slot.Start, slot.End)).Any(entity => entity.Id == reading.Terms[named].Key);

    /// <summary>The phrase that stands where the answer would, whatever else the question says.</summary>
    public Slot? Filler(QuestionReading reading, Passage passage) => reading.Kind switch
    {
        AskKind.WhoSaid => SpeakerSlot(passage) ?? passage.Slot(SlotRole.Who),
        AskKind.Who when AskForm.AsksWith(reading.Question.Tokens) => passage.Slot(SlotRole.With),
        AskKind.Who => reading.IsPassive ? passage.Slot(SlotRole.Whom) ?? passage.Slot(SlotRole.Who) : passage.Slot(SlotRole.Who),
        AskKind.Why => passage.Slot(SlotRole.Why) ?? passage.Slot(SlotRole.Purpose),
        AskKind.How => passage.Slot(SlotRole.How),
        AskKind.What => reading.Speaker >= 0 || reading.AsksWhatHappened ? null : passage.Slot(SlotRole.What),
        _ => Interrogative.SlotOf(reading.Kind) is { } role ? passage.Slot(role) : null,
    };

    /// <summary>The name of whoever said it, at the place nearest to their words.</summary>
    private Slot? SpeakerSlot(Passage passage)
    {
        var speaker = passage.Speaker is null ? null : index.Entity(passage.Speaker);
        if (speaker is null || speaker.Mentions.Count == 0)
        {
            return null;
        }

        var mention = speaker.Mentions.Where(mention => mention.Start <= passage.Source.End).DefaultIfEmpty(speaker.Mentions[0]).Last();
        return new Slot(SlotRole.Who, mention.Start, mention.End, index.Knowledge.Article.Text[mention.Start..mention.End]);
    }

    /// <summary>"How many": money and percentages are no answer.</summary>
    public static bool AsksMany(QuestionReading reading) =>
        reading.Kind is AskKind.HowMany && NumberFormAsked.Of(reading) is null && Array.Exists(reading.Question.Tokens, token => token.Lower is "many")
        && !Array.Exists(reading.Question.Tokens, token => token.Lower is "pounds" or "dollars" or "euros" or "percent" or "cent" or "cents");

    public static bool IsCounted(Figure figure) => figure.Form is not (NumberForm.Money or NumberForm.Percent or NumberForm.Year or NumberForm.Date or NumberForm.Clock);
}

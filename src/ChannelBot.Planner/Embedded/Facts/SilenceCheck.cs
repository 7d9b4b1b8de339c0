using ChannelBot.Core.Evidence;
using ChannelBot.Core.Grammar;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>Tells where the best passage that there is does not answer: the article is silent on the point.</summary>
internal sealed class SilenceCheck(ArticleIndex index)
{
    private const float Covered = PremiseCheck.Covered;

    /// <summary>The noun asked for has to be there itself, or by a word that means the same.</summary>
    private const float OfTheFocus = 0.6f;

    /// <summary>How rare a name is that the article has in one sentence or two.</summary>
    private const float OfOneSentence = 0.9f;

    /// <summary>Where nobody has said by what other words a thing may be asked for, a word without counterpart tells less.</summary>
    private const float Uncurated = 0.1f;

    /// <summary>Where the passage is the nearest in meaning, words without counterpart tell less still.</summary>
    private const float Nearest = 0.2f;
    private const float AlmostNearest = -0.05f;

    private const float OfTheKind = 0.2f;

    /// <summary>Of each fact the stems of all words by which a curation expects it to be asked for.</summary>
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, HashSet<string>> _asked = new(StringComparer.Ordinal);

    private readonly NearMissCheck _nearMisses = new(index);
    private readonly NameCheck _names = new(index);

    /// <param name="uncovered">The terms that carry the question and that the passage has nothing on.</param>
    public Missing? Check(QuestionReading reading, Choice choice, List<int> uncovered)
    {
        if (reading.UnknownName is { } name)
        {
            return new Missing("missing_entity", name);
        }

        if (reading.Speaker >= 0 && uncovered.Contains(reading.Speaker))
        {
            return new Missing("other_speaker", reading.WordsOf(reading.Speaker));
        }

        if (OnBehalf(reading, choice) is { } unsaid)
        {
            return unsaid;
        }

        if (reading.Kind == AskKind.Choice && reading.Alternatives.All(term => choice.Hit.Coverage[term] < Covered))
        {
            return new Missing("not_stated", string.Join(" or ", reading.Alternatives.Select(reading.WordsOf)));
        }

        return _nearMisses.Check(reading, choice, uncovered) ?? Beside(reading, choice, uncovered, isExpected: false) ?? _names.Check(reading, choice) ?? Journey(reading, choice) ?? Destination(reading, choice) ?? (choice.IsLikely is { } isLikely ? Form(reading, choice, isSure: false) ?? Unlikely(reading, isLikely, uncovered) : Words(reading, choice, uncovered) ?? Detail(reading, choice));
    }

    /// <summary>As <see cref="Check"/>, for a question that is known to ask for what the passage says: another name, place or year than its own, a name or a kind of thing where it has none, where to.</summary>
    public Missing? OfNames(QuestionReading reading, Choice choice, List<int> uncovered, bool isSure) =>
        reading.UnknownName is { } name ? new Missing("missing_entity", name)
            : OnBehalf(reading, choice) ?? _nearMisses.Check(reading, choice, uncovered) ?? Journey(reading, choice) ?? Form(reading, choice, isSure) ?? Beside(reading, choice, uncovered, isExpected: true) ?? (reading.WantsName ? _names.Check(reading, choice) : null) ?? (isSure && choice.Slot is not null ? null : Destination(reading, choice))
            ?? (!isSure && uncovered.Contains(reading.Focus) && LacksFocus(reading, choice) ? new Missing("not_stated", reading.WordsOf(reading.Focus)) : null)
            ?? (!isSure && reading is { Kind: AskKind.YesNo, AsksCertainty: false } && uncovered.Contains(reading.MainVerb) ? new Missing("not_stated", reading.WordsOf(reading.MainVerb)) : null);

    /// <summary>"Who spoke on the council's behalf?" is answered by the council's own words.</summary>
    private static Missing? OnBehalf(QuestionReading reading, Choice choice) =>
        reading.Speaker >= 0 && Array.Exists(reading.Question.Tokens, token => token.Lower is "behalf") && choice.Passage.Speaker != reading.Terms[reading.Speaker].Key
            ? new Missing("other_speaker", reading.WordsOf(reading.Speaker)) : null;

    /// <summary>"How old" is answered by an age, "how many miles" by a distance, "what did it cost" by money; "how far do they go along with it?", where that is surely asked of the passage, by its words.</summary>
    private Missing? Form(QuestionReading reading, Choice choice, bool isSure) =>
        reading.Kind is AskKind.HowMany && NumberFormAsked.Of(reading) is { } form && (form is NumberForm.Age or NumberForm.Money || (form is NumberForm.Measure && !isSure))
            && !index.Knowledge.Figures.Any(figure => figure.Sentence == choice.Passage.Sentence.Id && figure.Form == form) ? new Missing("not_stated", null) : null;

    /// <summary>"Was the man at A on the boat off B?", "did he say so in parliament?": whether it was so with a place or thing that the passage does not have, it does not say.</summary>
    private Missing? Beside(QuestionReading reading, Choice choice, List<int> uncovered, bool isExpected)
    {
        var asksWhether = reading.Kind is AskKind.YesNo or AskKind.Claim;
        foreach (var term in uncovered)
        {
            // "Why did Austria pull out?" of a passage without Austria.
            if (!asksWhether && !(term == reading.Agent && reading.Kind is AskKind.Why or AskKind.How or AskKind.When))
            {
                continue;
            }

            var isNamed = reading.Terms[term].IsEntity && index.Entity(reading.Terms[term].Key)?.Kind is EntityKind.Place && index.RarityOf(reading.Terms[term].Key) >= OfOneSentence;
            if (isNamed || (isExpected && reading.Parts[term] is PartOfSpeech.Noun && !reading.Terms[term].IsConcept && !index.Knows(reading.Terms[term].Key) && !(asksWhether ? IsAskedOf(choice.Passage, reading.Terms[term].Key) : index.Expects(reading.Terms[term].Key))))
            {
                return new Missing("not_stated", reading.WordsOf(term));
            }
        }

        return null;
    }

    /// <summary>"It hit a ferry, yeah?": of another thing ferries may be asked, of this one nobody asks for them.</summary>
    private bool IsAskedOf(Passage passage, string stem) => passage.Fact is not { } fact ? index.Expects(stem)
        : _asked.GetOrAdd(fact.Id, _ => [.. fact.Asks.Select(ask => ask.Text).Concat(fact.Denies).Concat(fact.Words).SelectMany(text => Tokenizer.Tokenize(text)).Select(token => token.Stem)]).Contains(stem);

    /// <summary>"Where were they taken?" asks where to; a passage in which nothing goes anywhere has no answer.</summary>
    private Missing? Destination(QuestionReading reading, Choice choice)
    {
        var asksWhereTo = reading.Kind is AskKind.Where
            && Enumerable.Range(0, reading.Terms.Count).Any(term => reading.Parts[term] is PartOfSpeech.Verb && IsMoving(reading.TokenOf(term)));
        var asksWhereFrom = reading.Kind is AskKind.Where && reading.MainVerb >= 0 && AskForm.AsksWhereFrom(reading.Question.Tokens);
        return (asksWhereTo && !Array.Exists(index.TokensOf(choice.Passage.Sentence), IsMoving))
            || (asksWhereFrom && !Array.Exists(index.TokensOf(choice.Passage.Sentence), token => token.Lower is "from"))
            ? new Missing("not_stated", null) : null;
    }

    /// <summary>"Did the mayor go to Vienna?", "has she been there?": a passage in which nobody has gone anywhere does not say.</summary>
    private Missing? Journey(QuestionReading reading, Choice choice)
    {
        var tokens = reading.Question.Tokens;
        var first = Interrogative.FirstMeaning(tokens, 0);
        if (reading.Kind is not AskKind.YesNo || tokens[first].Lower is not ("did" or "has" or "have" or "had"))
        {
            return null;
        }

        var gone = Array.FindIndex(tokens, first, token => token.Lower is "go" or "gone" or "been" or "travel" or "travelled" or "visit" or "visited" or "fly" or "flown");
        return gone > 0 && gone + 1 < tokens.Length && (tokens[gone + 1].Lower is "to" or "there" || tokens[gone].Lower is "visit" or "visited") && !Array.Exists(index.TokensOf(choice.Passage.Sentence), IsMoving)
            ? new Missing("not_stated", null) : null;
    }

    private static bool IsMoving(Token token) => Verbs.Of(token.Lower) is { } verb && WordClasses.Is("moving", verb.Lemma);

    /// <summary>In an article that nobody has curated all signs are weighed together.</summary>
    private static Missing? Unlikely(QuestionReading reading, bool isLikely, List<int> uncovered) =>
        isLikely ? null : new Missing("not_stated", uncovered.Count == 0 ? null : reading.WordsOf(uncovered.MaxBy(term => Weight(reading, term))));

    /// <summary>Too much of what is asked about has no counterpart in the passage.</summary>
    private Missing? Words(QuestionReading reading, Choice choice, List<int> uncovered)
    {
        float total = 0, missing = 0;
        for (var term = 0; term < reading.Terms.Count; term++)
        {
            if (!reading.Alternatives.Contains(term))
            {
                var weight = Weight(reading, term);
                total += weight;
                missing += choice.Hit.Coverage[term] < Covered ? weight : 0;
            }
        }

        var fills = choice.Slot is not null && !LacksVerb(reading, choice);
        var most = reading.Kind is AskKind.YesNo or AskKind.Claim ? 0.42f : (fills ? 0.72f : 0.62f) + (index.IsCurated ? 0 : Uncurated);
        most += IsNearest(reading, choice) ? Nearest : 0;
        most += IsOfTheKind(reading, choice) ? OfTheKind : 0;
        var lacksFocus = LacksFocus(reading, choice);
        if (!lacksFocus && !IsNameOnly(reading, choice, uncovered) && (total == 0 || uncovered.Count == 0 || missing / total <= most))
        {
            return null;
        }

        return new Missing("not_stated", reading.WordsOf(lacksFocus ? reading.Focus : uncovered.MaxBy(term => Weight(reading, term))));
    }

    /// <summary>In an article without a curation no sentence, or hardly one, comes nearer in meaning to what is asked.</summary>
    private bool IsNearest(QuestionReading reading, Choice choice) =>
        !index.IsCurated && reading.Kind is not (AskKind.YesNo or AskKind.Claim) && choice.Hit.Nearness >= AlmostNearest;

    /// <summary>In an article without a curation a time, reason or way stands in the sentence, where one is asked for: few have one.</summary>
    private bool IsOfTheKind(QuestionReading reading, Choice choice) =>
        !index.IsCurated && (reading.Kind is AskKind.When or AskKind.Why || reading.IsBareHow) && (choice.Slot is not null || (Interrogative.SlotOf(reading.Kind) is { } role && index.MayHold(choice.Passage, role)));

    /// <summary>A name is there, and nothing of what is asked about it, though by words of known meaning: "What did the mayor resign over?"
    /// No sentence says yes to a thing that it has no word of: "Did the mayor abscond?"</summary>
    private static bool IsNameOnly(QuestionReading reading, Choice choice, List<int> uncovered)
    {
        if (reading.Kind is AskKind.Who or AskKind.WhoSaid or AskKind.How || !uncovered.Exists(term => !reading.Terms[term].IsConcept && (reading.Kind is AskKind.YesNo || Lexicon.English.Knows(reading.Terms[term].Key))))
        {
            return false;
        }

        var hasName = false;
        for (var term = 0; term < reading.Terms.Count; term++)
        {
            var isThere = reading.Terms[term].Weight >= 0.9f && choice.Hit.Coverage[term] >= Covered;
            if (isThere && !reading.Terms[term].IsEntity)
            {
                return false;
            }

            hasName |= isThere;
        }

        return hasName;
    }

    /// <summary>The noun asked for is not there. Behind a form of "be" it may only be another word for it, unless it is known to mean something else.</summary>
    private static bool LacksFocus(QuestionReading reading, Choice choice)
    {
        if (reading.Focus < 0 || reading.Terms[reading.Focus].Weight < 0.9f)
        {
            return false;
        }

        var coverage = choice.Hit.Coverage[reading.Focus];
        return reading.IsFocusLinked
            ? coverage < Covered && Lexicon.English.Knows(reading.StemOf(reading.Focus))
            : coverage < OfTheFocus;
    }

    private static float Weight(QuestionReading reading, int term) => reading.Terms[term].Weight * reading.Parts[term] switch
    {
        PartOfSpeech.Verb => term == reading.MainVerb ? 1.3f : 0.8f,
        PartOfSpeech.Describing or PartOfSpeech.Other => 0.6f,
        _ => 1,
    };

    /// <summary>No time for "when", no age for "how old".</summary>
    private Missing? Detail(QuestionReading reading, Choice choice)
    {
        if (reading.Kind is AskKind.HowMany && NumberFormAsked.Of(reading) is { } form)
        {
            return index.Knowledge.Figures.Any(figure => figure.Sentence == choice.Passage.Sentence.Id && NumberFormAsked.Is(form, figure)) ? null : new Missing("not_stated", null);
        }

        if (reading.Kind is AskKind.HowMany && reading.Focus >= 0 && !Counts(reading, choice))
        {
            return new Missing("not_stated", null);
        }

        if (reading.Kind is AskKind.How && choice.Slot is null && reading.IsBareHow && LacksVerb(reading, choice))
        {
            return new Missing("not_stated", reading.WordsOf(reading.MainVerb));
        }

        SlotRole? role = reading.Kind switch
        {
            AskKind.When => SlotRole.When,
            AskKind.Where => SlotRole.Where,
            AskKind.HowMany => SlotRole.HowMany,
            AskKind.Why => SlotRole.Why,
            _ => null,
        };
        return role is not null && choice.Slot is null && !index.MayHold(choice.Passage, role.Value) ? new Missing("not_stated", null) : null;
    }

    /// <summary>What is asked to have happened has no counterpart in the passage.</summary>
    private static bool LacksVerb(QuestionReading reading, Choice choice) =>
        reading.MainVerb >= 0 && reading.Terms[reading.MainVerb].Weight >= 0.9f && choice.Hit.Coverage[reading.MainVerb] < Covered;

    /// <summary>A figure of the sentence counts what the question asks to be counted: "ten men" counts no bookings.</summary>
    private bool Counts(QuestionReading reading, Choice choice)
    {
        var wanted = reading.StemOf(reading.Focus);
        foreach (var figure in index.Knowledge.Figures)
        {
            if (figure.Sentence == choice.Passage.Sentence.Id && ((figure.Noun is null ? figure.Form is NumberForm.Count : IsLike(figure.Noun)) || IsLike(figure.Name) || figure.Keywords.Any(IsLike)))
            {
                return true;
            }
        }

        return false;

        bool IsLike(string words) => Tokenizer.Tokenize(words).Any(token =>
            token.Stem == wanted || index.Reaches(reading.Terms[reading.Focus].Key, token.Stem) || Lexicon.English.IsKindOf(token.Stem, wanted) || Lexicon.English.IsKindOf(wanted, token.Stem));
    }
}

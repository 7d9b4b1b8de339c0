using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Planner.Embedded.Reading;
using ChannelBot.Planner.Plugins;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>What a finding stands on.</summary>
/// <param name="Sentence">The sentence found, or the likeliest where none was.</param>
/// <param name="Fact">That of the sentence which the question is likeliest about; null where it is about none.</param>
/// <param name="Choice">What the words of the question found.</param>
/// <param name="Verdict">What the check of it came to.</param>
internal sealed record Ground(Sentence Sentence, ExpectedQuestionMatch? Fact, Choice? Choice, Verdict Verdict);

/// <summary>Signs of whether a sentence of a curated article answers a question, denies it or does neither.</summary>
internal sealed class FindingSigns(ArticleIndex index, FactWords words)
{
    private static readonly string[] s_kinds = [.. Enum.GetNames<AskKind>().Select(kind => "asks " + kind)];
    private static readonly string[] s_missing = [.. Enum.GetNames<PartOfSpeech>().Select(part => "misses " + part)];
    private static readonly string[] s_unheard = [.. Enum.GetNames<PartOfSpeech>().Select(part => "unheard " + part)];

    private readonly SubjectCheck _subjects = new(index);

    /// <summary>Hands every sign that is there to <paramref name="odds"/>.</summary>
    public void Read(QuestionReading reading, Found found, Ground ground, FindingOdds odds)
    {
        Expected(found, ground, odds);
        Asked(reading, ground, odds);
        Words(reading, found, ground, odds);
        var said = index.TokensOf(ground.Sentence);
        var isNegated = reading.Negated || Polarity.IsNegative(reading.Question.Tokens);
        odds.Add("negated", isNegated);
        odds.Add("negated otherwise", isNegated != Polarity.IsNegative(said));
        Numbers(reading, ground, odds);
        var (subjects, others) = _subjects.Of(reading, ground);
        odds.Add("subject", subjects);
        odds.Add("other subject", others);
    }

    /// <summary>What the curation expects questions about, and how likely each is.</summary>
    private static void Expected(Found found, Ground ground, FindingOdds odds)
    {
        float here = 0, elsewhere = 0, silent = 0, likeSilence = 0;
        foreach (var match in found.Expected)
        {
            if (match.Meaning.About is { } fact)
            {
                here += fact.Sentences[0] == ground.Sentence.Id ? match.Likelihood : 0;
                elsewhere += fact.Sentences[0] == ground.Sentence.Id ? 0 : match.Likelihood;
            }
            else if (match.Meaning is NotSaid)
            {
                silent += match.Likelihood;
                likeSilence = Math.Max(likeSilence, match.Likeness);
            }
        }

        odds.Add("likely here", here);
        odds.Add("likely elsewhere", elsewhere);
        odds.Add("rather here", MathF.Log((here + 0.01f) / (silent + 0.01f)));
        odds.Add("unsure", found.Expected.Count > 0 ? 1 - found.Expected[0].Likelihood : 1);
        odds.Add("like a silence", likeSilence);
        odds.Add("no fact", ground.Fact is null);
        odds.Add("like a question", ground.Fact?.Likeness ?? 0);
        odds.Add("like a denial", ground.Fact?.Meaning is DeniedByFact);
        odds.Add("denies nothing", ground.Fact is { LeadOfDenial: null });
        odds.Add("rather denied", ground.Fact?.LeadOfDenial ?? -0.3f);
        odds.Add("rather meant as denied", ground.Fact?.MeaningOfDenial ?? 0);
    }

    private static void Asked(QuestionReading reading, Ground ground, FindingOdds odds)
    {
        odds.Add(s_kinds[(int)reading.Kind], true);
        var slot = ground.Fact is null ? ground.Choice?.Passage.Slots : ground.Fact.Meaning.About!.Slots;
        var role = Interrogative.SlotOf(reading.Kind);
        odds.Add("slot", role is not null && slot is not null && slot.Any(of => of.Role == role));
        odds.Add("lacks slot", role is SlotRole.When or SlotRole.Where or SlotRole.HowMany or SlotRole.Why && slot is not null && !slot.Any(of => of.Role == role));
        odds.Add("unknown name", reading.UnknownName is not null);
        odds.Add("speaker", reading.Speaker >= 0);
        odds.Add("agent", reading.Agent >= 0);
        odds.Add("only", Array.Exists(reading.Question.Tokens, token => token.Lower is "only" or "just" or "exactly"));
        odds.Add("still", Array.Exists(reading.Question.Tokens, token => token.Lower is "still"));
        odds.Add("certain", reading.AsksCertainty);
        odds.Add("supported", ground.Verdict is Supported);
        odds.Add("contradicted", ground.Verdict is Contradicted);
        odds.Add("name missing", ground.Verdict is Missing { Code: "missing_entity" });
        odds.Add("found by words", ground.Choice?.Passage.Sentence == ground.Sentence);
    }

    /// <summary>Which words neither the sentence has nor anybody who asks for it.</summary>
    private void Words(QuestionReading reading, Found found, Ground ground, FindingOdds odds)
    {
        var coverage = Coverage(reading, found, ground.Sentence, out var score);
        odds.Add("score", score);
        var said = index.TokensOf(ground.Sentence);
        var fact = ground.Fact?.Meaning.About;
        float total = 0, unsaid = 0, unasked = 0, missing = 0;
        for (var term = 0; term < reading.Terms.Count; term++)
        {
            var weight = reading.Terms[term].Weight;
            if (weight == 0 || reading.Alternatives.Contains(term))
            {
                continue;
            }

            var isSaid = coverage[term] >= PremiseCheck.Covered;
            var isAsked = fact is not null && words.Right(fact).Overlaps(Keys(reading, term));
            total += weight;
            unsaid += isSaid ? 0 : weight;
            unasked += isAsked ? 0 : weight;
            if (weight < 0.9f)
            {
                missing += isSaid || isAsked ? 0 : weight;
                continue;
            }

            odds.Add("denied word", fact is not null && !isAsked && words.Denied(fact).Overlaps(Keys(reading, term)));
            odds.Add("opposite", !isSaid && !reading.Terms[term].IsConcept && Array.Exists(said, token => Lexicon.English.AreOpposite(reading.Terms[term].Key, token.Stem)));
            if (!isSaid && !isAsked)
            {
                missing += weight;
                Missing(reading, term, ground.Sentence, odds);
            }
        }

        var share = total > 0 ? 1 / total : 0;
        odds.Add("length", MathF.Log(1 + total));
        odds.Add("unsaid", unsaid * share);
        odds.Add("unasked", unasked * share);
        odds.Add("missing", missing * share);
    }

    private void Missing(QuestionReading reading, int term, Sentence sentence, FindingOdds odds)
    {
        var (of, part) = (reading.Terms[term], (int)reading.Parts[term]);
        odds.Add(of.IsEntity ? "misses entity" : s_missing[part], true);
        odds.Add("misses main verb", term == reading.MainVerb);
        odds.Add("misses focus", term == reading.Focus);
        odds.Add("misses agent", term == reading.Agent);
        odds.Add(s_unheard[part], !of.IsConcept && !index.Knows(of.Key) && !index.Expects(of.Key));
        odds.Add("unknown word", !of.IsConcept && !Lexicon.English.Knows(of.Key));
        if (NearMissCheck.IsOneOfAKind(of, reading.Question.Tokens))
        {
            odds.Add("misses one of a kind", true);
            odds.Add("rival", _subjects.HasRival(reading, term, sentence));
        }
    }

    private static float[] Coverage(QuestionReading reading, Found found, Sentence sentence, out float score)
    {
        var coverage = new float[reading.Terms.Count];
        score = 0;
        foreach (var hit in found.Hits)
        {
            if (hit.Passage.Sentence == sentence)
            {
                score = Math.Max(score, hit.Score);
                for (var term = 0; term < coverage.Length; term++)
                {
                    coverage[term] = Math.Max(coverage[term], hit.Coverage[term]);
                }
            }
        }

        return coverage;
    }

    private static string[] Keys(QuestionReading reading, int term) =>
        [reading.StemOf(term), reading.TokenOf(term).Stem, Core.Grammar.Verbs.Lemma(reading.TokenOf(term).Lower)];

    private void Numbers(QuestionReading reading, Ground ground, FindingOdds odds)
    {
        if (reading.Question.Numbers.Count == 0)
        {
            return;
        }

        var figures = index.Knowledge.Figures.Where(figure => figure.Sentence == ground.Sentence.Id).ToArray();
        foreach (var number in reading.Question.Numbers)
        {
            var isThere = Array.Exists(figures, figure => NumberCheck.AreEqual(number, figure));
            odds.Add("number", isThere);
            odds.Add("other number", !isThere && Array.Exists(figures, figure => figure.Form == number.Form));
            odds.Add("number of nothing", !isThere && !Array.Exists(figures, figure => figure.Form == number.Form));
        }
    }
}

using System.Collections.Frozen;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Grammar;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>Words a finding: the answer in a few words, then the article's own.</summary>
internal sealed class Wording(ArticleIndex index)
{
    /// <summary>A sentence longer than this is quoted only in the part that answers.</summary>
    private const int LongestQuote = 330;

    /// <summary>Two sentences longer than this together are too much for one answer.</summary>
    private const int LongestPair = 480;

    private static readonly FrozenSet<string> s_pointers = new[] { "this", "that", "these", "those", "it", "he", "she", "they", "its", "his", "her", "their" }.ToFrozenSet(StringComparer.Ordinal);

    public Draft Answer(QuestionReading reading, Choice choice)
    {
        var quote = Quote(choice.Passage);
        var lead = Lead(reading, choice);
        var isQuoted = choice.Slot is not { } slot || lead.Length == 0 || quote.Contains(new Span(slot.Start, slot.End));
        if (LeansOn(choice.Passage.Sentence) is { } before)
        {
            var ground = before.Span;
            var place = choice.Slot is { } answer ? new Span(answer.Start, answer.End) : quote;
            var mark = quote.Contains(place) ? 2 : ground.Contains(place) ? 1 : 0;
            lead = mark == 0 ? "" : choice.Slot is null || lead.Length == 0 ? lead : $"{lead.TrimEnd('.', ' ')} [{mark}]. ";
            return new Draft(
                Outcome.Answered, $"{lead}{Quoted(ground)} {Quoted(quote, 2)}", [ground, quote],
                [choice.Passage.Id, choice.Passage.Sentence.Id, before.Id], []);
        }

        if (isQuoted)
        {
            return Draft(Outcome.Answered, $"{lead}{Quoted(quote)}", quote, choice.Passage);
        }

        // What answers stands beside the passage that the question is about.
        var beside = index.Knowledge.Sentences.First(sentence => sentence.End > choice.Slot!.Start);
        var draft = Draft(Outcome.Answered, $"{lead.TrimEnd('.', ' ')} [1]. {Quoted(quote, 2)}", quote, choice.Passage);
        return draft with { Sources = [beside.Span, quote] };
    }

    /// <summary>Two findings for a question that asks of two things.</summary>
    public Draft Both(QuestionReading reading, Choice choice, Choice other)
    {
        var first = Quote(choice.Passage);
        var second = Quote(other.Passage);
        return new Draft(
            Outcome.Answered,
            $"{LeadWithin(first, reading, choice)}{Quoted(first)} {LeadWithin(second, reading, other)}{Quoted(second, 2)}",
            [first, second],
            [choice.Passage.Id, other.Passage.Id, choice.Passage.Sentence.Id, other.Passage.Sentence.Id],
            []);
    }

    /// <summary>Two findings of which one likely answers, and no telling which.</summary>
    public Draft Either(QuestionReading reading, Choice choice, Choice other)
    {
        var first = Quote(choice.Passage);
        if (choice.Slot is { } slot && !first.Contains(new Span(slot.Start, slot.End)))
        {
            return Answer(reading, choice);
        }

        var second = Quote(other.Passage);
        return new Draft(
            Outcome.Answered,
            $"The article says: {Quoted(first)} {Quoted(second, 2)}",
            [first, second],
            [choice.Passage.Id, other.Passage.Id, choice.Passage.Sentence.Id, other.Passage.Sentence.Id],
            []);
    }

    public Draft Correction(QuestionReading reading, Choice choice, Contradicted contradicted)
    {
        var passage = contradicted.Figure is { } figure ? index.Passages.First(passage => passage.Figure == figure) : choice.Passage;
        var quote = contradicted.Who is { } who && !passage.Sentence.Text.Contains(contradicted.Instead!, StringComparison.OrdinalIgnoreCase) ? index.Introducing(who).Span : Quote(passage);
        var lead = contradicted switch
        {
            { Said: null, Instead: { } instead } => $"The article has it otherwise, {instead}: ",
            { Said: { } said, Instead: { } instead } => $"The article says {instead}, not {said}: ",
            _ => "The article says otherwise: ",
        };
        return Draft(Outcome.Corrected, $"{lead}{Quoted(quote)}", quote, passage);
    }

    /// <summary>What the article is known not to say.</summary>
    public Draft NotSaid(Silence silence, Passage? nearest)
    {
        var lead = $"The article does not say {silence.Missing}.";
        var reason = new Reason("not_stated", null, nearest?.Sentence.Id);
        return nearest is null
            ? new Draft(Outcome.NotInArticle, lead, [], [], [], reason)
            : Draft(Outcome.NotInArticle, $"{lead} The nearest it comes: {Quoted(Quote(nearest))}", Quote(nearest), nearest) with { Reason = reason };
    }

    public Draft NothingOn(QuestionReading reading, Choice? nearest, Missing? missing)
    {
        if (missing is { Words: { } words } && !words.Split(" or ").All(part => reading.Question.Original.Contains(part, StringComparison.OrdinalIgnoreCase)))
        {
            // Words that spelling was put right in are not the user's, and may not be what was meant.
            missing = missing with { Words = null };
        }

        var lead = missing switch
        {
            { Code: "missing_entity", Words: { } name } => $"The article does not mention {name}.",
            { Code: "other_speaker", Words: { } speaker } => $"The article quotes no {speaker} on this.",
            { Words: { } absent } => $"The article does not say: it has nothing on “{absent.Replace(" or ", "” or “", StringComparison.Ordinal)}”.",
            _ => reading.Kind switch
            {
                AskKind.Who or AskKind.WhoSaid => "The article does not say who.",
                AskKind.When => "The article does not say when.",
                AskKind.Where => "The article does not say where.",
                AskKind.Why => "The article does not say why.",
                AskKind.HowMany => "The article gives no such number.",
                _ => "The article does not say.",
            },
        };
        var reason = new Reason(missing?.Code ?? "not_stated", missing?.Words, nearest?.Passage.Sentence.Id);
        if (nearest is null || nearest.Hit.Score < 0.2f)
        {
            return new Draft(Outcome.NotInArticle, lead, [], [], [], reason);
        }

        var quote = Quote(nearest.Passage);
        return Draft(Outcome.NotInArticle, $"{lead} The nearest it comes: {Quoted(quote)}", quote, nearest.Passage) with { Reason = reason };
    }

    /// <summary>The sentence before one that points back at it ("This will be…", "called that an insult"): without it the words say nothing.</summary>
    private Sentence? LeansOn(Sentence sentence)
    {
        var tokens = index.TokensOf(sentence);
        var first = Array.FindIndex(tokens, token => token.IsWord && token.Lower is not ("but" or "and" or "so" or "however" or "yet"));
        var isPeriod = first >= 0 && first + 1 < tokens.Length && TimeWords.IsPeriod(tokens[first + 1].Lower);
        if (first < 0 || isPeriod || !(s_pointers.Contains(tokens[first].Lower) || PointsBack(tokens)))
        {
            return null;
        }

        var at = index.PlaceOf(sentence);
        var before = at > 0 ? index.Knowledge.Sentences[at - 1] : null;
        return before is not null && before.Text.Length + sentence.Text.Length < LongestPair ? before : null;
    }

    private static bool PointsBack(Token[] tokens)
    {
        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            if (tokens[i].Lower is "called" or "described" or "branded" or "dubbed" && tokens[i + 1].Lower is "that" or "this" or "it")
            {
                return true;
            }
        }

        return false;
    }

    private static Draft Draft(Outcome outcome, string text, Span quote, Passage passage) =>
        new(outcome, text, [quote], [passage.Id, passage.Sentence.Id], []);

    private string Quoted(Span quote, int mark = 1) => $"{Quotation.Of(index.Knowledge.Article.Text[quote.Start..quote.End])} [{mark}]";

    /// <summary>Nothing where the words that answer are not in what is quoted.</summary>
    private string LeadWithin(Span quote, QuestionReading reading, Choice choice) =>
        choice.Slot is { } slot && !quote.Contains(new Span(slot.Start, slot.End)) ? "" : Lead(reading, choice);

    private string Lead(QuestionReading reading, Choice choice)
    {
        if (reading.AsksCertainty && choice.Passage.Certainty is not Certainty.Stated)
        {
            return $"Not confirmed; it is only {Hedge(choice.Passage.Certainty)}: ";
        }

        if (reading.Kind is AskKind.YesNo or AskKind.Existence or AskKind.Claim)
        {
            if (Bounded(reading, choice) is { } figure)
            {
                return $"The article says {figure.Text}: ";
            }

            if (reading.Kind is AskKind.YesNo && LacksVerb(reading, choice))
            {
                return "Not in those words; the article says: ";
            }

            if (reading.Kind is AskKind.YesNo && choice.Passage.Certainty is Certainty.Planned or Certainty.Expected && AsksOfThePast(reading))
            {
                return $"Not yet, as far as the article says; it is {Hedge(choice.Passage.Certainty)}: ";
            }

            if (reading.Negated || Array.Exists(reading.Question.Tokens, token => token.Lower is "still") || !IsCoveredWhole(reading, choice) || Compares(reading, choice) || Polarity.IsNegative(index.TokensOf(choice.Passage.Sentence)))
            {
                return "The article says: ";
            }

            return choice.Passage.Certainty switch
            {
                Certainty.Expected or Certainty.Presumed or Certainty.Believed or Certainty.Planned => $"Yes, so it is {Hedge(choice.Passage.Certainty)}: ",
                _ => "Yes: ",
            };
        }

        if (reading.Kind == AskKind.Choice)
        {
            var chosen = reading.Alternatives.Where(term => choice.Hit.Coverage[term] >= 0.9f).ToArray();
            return chosen.Length == 1 && Stands(reading.TokenOf(chosen[0]), choice)
                ? Sentence(reading.WordsOf(chosen[0])) + " " : "";
        }

        return choice.Slot is { } slot && slot.Text.Length < 160 && !IsUnhedged(slot, choice) ? $"{Sentence(reading.WantsName ? NameIn(slot) : slot.Text)} " : "";
    }

    /// <summary>The only name in it: of "with the help of the Flood Fund" what the fund is called; all of it where there is none, or several.</summary>
    private string NameIn(Slot slot) =>
        index.EntitiesIn(new Span(slot.Start, slot.End)).ToArray() is [var only] && slot.Text.Contains(only.Name, StringComparison.Ordinal) ? only.Name : slot.Text;

    /// <summary>"Have they been signed?", "did they sign?".</summary>
    private static bool AsksOfThePast(QuestionReading reading)
    {
        var tokens = reading.Question.Tokens;
        var first = Interrogative.FirstMeaning(tokens, 0);
        return first < tokens.Length && tokens[first].Lower is "did" or "didn't" or "has" or "have" or "had" or "hasn't" or "haven't" or "was" or "were";
    }

    /// <summary>"Lost their lives" says for certain what the passage only believes.</summary>
    private static bool IsUnhedged(Slot slot, Choice choice) =>
        slot.Role is SlotRole.What && choice.Passage.Certainty is (Certainty.Believed or Certainty.Presumed) && Verbs.Of(slot.Text.Split(' ')[0].ToLowerInvariant()) is not null;

    /// <summary>The word is one of the passage's own: "night" is not what "overnight" says.</summary>
    private bool Stands(Token word, Choice choice) => Array.Exists(index.TokensOf(choice.Passage.Sentence), token => token.Stem == word.Stem);

    /// <summary>The figure that a number of the question is near to and not the same as: "60" is not "at least 60".</summary>
    private Figure? Bounded(QuestionReading reading, Choice choice) => index.FiguresIn(choice.Passage).FirstOrDefault(figure =>
        reading.Question.Numbers.Any(number => NumberCheck.AreEqual(number, figure) && number.Quantity.Bound != figure.Quantity.Bound));

    /// <summary>"Yes" answers for every word of the question, or it is not said.</summary>
    private static bool IsCoveredWhole(QuestionReading reading, Choice choice)
    {
        for (var term = 0; term < reading.Terms.Count; term++)
        {
            if (reading.Terms[term].Weight >= 0.4f && choice.Hit.Coverage[term] < 0.6f)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"Did it sink?" where its engine failed: the passage has no word for what is asked to have happened.</summary>
    private static bool LacksVerb(QuestionReading reading, Choice choice) =>
        !reading.Negated && reading.MainVerb >= 0 && reading.Terms[reading.MainVerb] is { Weight: >= 0.9f, IsConcept: false } && choice.Hit.Coverage[reading.MainVerb] < PremiseCheck.Covered;

    /// <summary>"Was there ever a deadlier year?": that this one was the deadliest does not answer yes.</summary>
    private bool Compares(QuestionReading reading, Choice choice) =>
        Array.Exists(reading.Question.Tokens, token => (Comparison.IsComparative(token.Lower) || Comparison.IsOfAll(token.Lower)) && !Stands(token, choice));

    private static string Hedge(Certainty certainty) => certainty switch
    {
        Certainty.Expected => "expected",
        Certainty.Presumed => "presumed",
        Certainty.Believed => "believed",
        Certainty.Planned => "planned",
        _ => "said",
    };

    private static string Sentence(string phrase)
    {
        var text = char.ToUpperInvariant(phrase[0]) + phrase[1..].TrimEnd(',', ';', ':', '—', ' ');
        return text.EndsWith('.') ? text : text + ".";
    }

    /// <summary>The whole sentence where it is short, else the words that answer.</summary>
    private static Span Quote(Passage passage) =>
        passage.Sentence.Text.Length <= LongestQuote && passage.Source.Start >= passage.Sentence.Start && passage.Source.End <= passage.Sentence.End
            ? passage.Sentence.Span
            : passage.Source;
}

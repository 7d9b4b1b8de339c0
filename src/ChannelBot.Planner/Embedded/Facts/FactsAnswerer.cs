using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Evidence;
using ChannelBot.Planner.Embedded.Reading;
using ChannelBot.Planner.Plugins;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>Answers what the article says or does not say: looks up, checks what the question takes for granted, words the finding.</summary>
internal sealed class FactsAnswerer : IAnswerer
{
    private const int MostToDescribe = 3;

    private readonly ArticleIndex _index;
    private readonly QuestionReader _reader;
    private readonly PassageChoice _choice;
    private readonly PremiseCheck _premises;
    private readonly Wording _wording;
    private readonly ExpectedAnswer _expected;
    private readonly Furthermore _further;
    private readonly FindingCheck _findings;

    public FactsAnswerer(ArticleIndex index)
    {
        _index = index;
        _reader = new QuestionReader(index);
        _choice = new PassageChoice(index);
        _premises = new PremiseCheck(index);
        _wording = new Wording(index);
        var words = new FactWords(index);
        _findings = new FindingCheck(index, words, _choice, _wording);
        _expected = new ExpectedAnswer(index, _choice, _premises, _wording, words);
        _further = new Furthermore(index);
    }

    public Step? Propose(Question question)
    {
        question = _further.Named(question);
        var reading = _reader.Read(question);
        var before = reading.RefersBack ? Before(question) : null;
        if (before is not null && reading.Kind is AskKind.Topic or AskKind.Claim && reading.Terms.Count(term => term.Weight > 0) <= 2)
        {
            // "and since the election?" asks what the question before it asked.
            reading = reading with { Kind = _reader.Read(Past(question, before)).Kind };
        }

        if (before is null && reading.Terms.All(term => term.Weight == 0) && !GoesByMeaning(reading))
        {
            return null;
        }

        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal) { ["words"] = reading.Question.Text };
        if (before is not null)
        {
            arguments["context"] = before.Question;
        }

        var search = new PlannedCall(ArticlePlugin.Name, ArticlePlugin.Search, arguments);
        if (PremiseClause.Of(question) is not { } clause)
        {
            return new CallFunctions([search], results => WithNames(reading, Decide(reading, (Found)results[0]!, before)));
        }

        var claim = new PlannedCall(ArticlePlugin.Name, ArticlePlugin.Search, new Dictionary<string, object?>(StringComparer.Ordinal) { ["words"] = clause.Text });
        return new CallFunctions([search, claim], results => new Finish(Denial(_reader.Read(clause), (Found)results[1]!) ?? Decide(reading, (Found)results[0]!, before)));
    }

    /// <summary>"Which countries are they signing with?" answered by "three nations" is answered by their names, where the article has them.</summary>
    private Step WithNames(QuestionReading reading, Draft draft)
    {
        if (_further.Members(reading, draft) is not { } members)
        {
            return new Finish(draft);
        }

        var names = _reader.Read(members);
        var search = new PlannedCall(ArticlePlugin.Name, ArticlePlugin.Search, new Dictionary<string, object?>(StringComparer.Ordinal) { ["words"] = members.Text });
        return new CallFunctions([search], results => new Finish(Decide(names, (Found)results[0]!, null) is { Outcome: Outcome.Answered } named ? named : draft));
    }

    public IReadOnlyList<string> Describe(Question question)
    {
        var reading = _reader.Read(question);
        return
        [
            $"asks {reading.Kind}{(reading.RefersBack ? ", leaning on what was said" : "")}{(reading.Negated ? ", negated" : "")}",
            $"about {string.Join(", ", reading.Terms.Select((term, at) => $"{reading.WordsOf(at)} ({term.Key}, {reading.Parts[at]}, {term.Weight:0.##})"))}",
            .. reading.Focus >= 0 ? [$"wants {reading.WordsOf(reading.Focus)}"] : Array.Empty<string>(),
            .. reading.Speaker >= 0 ? [$"said by {reading.WordsOf(reading.Speaker)}"] : Array.Empty<string>(),
            .. reading.Agent >= 0 ? [$"done by {reading.WordsOf(reading.Agent)}"] : Array.Empty<string>(),
            .. reading.UnknownName is { } name ? [$"names {name}, which the article does not"] : Array.Empty<string>(),
            .. _index.Expected(reading.Question.Tokens, [], MostToDescribe).Select(match => $"like “{match.Ask}”, {match.Meaning.GetType().Name} ({match.Likelihood:0.00})"),
        ];
    }

    /// <summary>"When did they find out?" has no word that tells much, and in an article that nobody has curated meaning finds the sentence all the same.</summary>
    private bool GoesByMeaning(QuestionReading reading) =>
        !_index.IsCurated && reading.Question.Tokens.Count(token => token.IsWord) >= 4 && reading.Kind is AskKind.Who or AskKind.When or AskKind.Where or AskKind.Why or AskKind.HowMany;

    /// <summary>The correction of what a question openly takes for granted; null where the article does not have it otherwise.</summary>
    private Draft? Denial(QuestionReading claim, Found found)
    {
        if (_choice.Best(claim, found, null) is { } choice && _premises.Check(claim, choice) is Contradicted contradicted)
        {
            return _wording.Correction(claim, choice, contradicted);
        }

        return _expected.Of(claim, found, null, null) is { Draft: { Outcome: Outcome.Corrected } denial } ? denial : null;
    }

    private Draft Decide(QuestionReading reading, Found found, PastTurn? before)
    {
        if (_further.Said(reading) is { } said)
        {
            return _wording.Answer(reading, _choice.Of(said, null, reading, found) with { Slot = null });
        }

        if (OddOneOut.Of(reading, found) is { } odd)
        {
            return odd;
        }

        var choice = _choice.Best(reading, found, before);
        var verdict = choice is null ? new Missing("not_stated", null) : _premises.Check(reading, choice);
        if (choice is not null && AsksOfTwo(reading, choice) && _choice.Other(reading, found, choice) is { } second)
        {
            return _wording.Both(reading, choice, second);
        }

        if (!reading.AsksWhoElse && _expected.Of(reading, found, before, choice) is { } expected && !IsBetter(verdict, expected))
        {
            return Checked(expected.Draft);
        }

        if (choice is not null && verdict is Supported or Missing { Code: "not_stated" } && _choice.Other(reading, found, choice) is { } other)
        {
            return _wording.Both(reading, choice, other);
        }

        if (verdict is Supported or Missing { Code: "not_stated" } && _choice.AlmostBest(reading, found, before) is { } almost && _premises.Check(reading, almost) is Supported)
        {
            return verdict is Supported ? _wording.Either(reading, choice!, almost) : _wording.Answer(reading, almost);
        }

        return Checked(verdict switch
        {
            Missing { Code: "not_stated" } missing => _expected.Instead(reading, found, before, choice)?.Draft ?? _wording.NothingOn(reading, choice, missing),
            Missing missing => _wording.NothingOn(reading, choice, missing),
            Contradicted contradicted => _wording.Correction(reading, choice!, contradicted),
            _ => _expected.Silence(reading, found, before, choice)?.Draft ?? _wording.Answer(reading, choice!),
        });

        // What leans on the question before has few signs of its own.
        Draft Checked(Draft draft) => before is null ? _findings.Of(reading, found, choice, verdict, draft) : draft;
    }

    /// <summary>"When were the one at A and the one at B found?": names or days on both sides of an "and", of which the passage has one.</summary>
    private static bool AsksOfTwo(QuestionReading reading, Choice choice)
    {
        var and = Array.FindIndex(reading.Question.Tokens, token => token.Lower is "and" or "&");
        if (and < 0 || !(reading.Kind is AskKind.When or AskKind.Where or AskKind.Who or AskKind.What or AskKind.How or AskKind.HowMany || (reading.Kind is AskKind.YesNo && Array.Exists(reading.Question.Tokens, token => token.Lower is "same"))))
        {
            return false;
        }

        bool IsThere(int term, bool isCovered, bool isBefore) =>
            (reading.Terms[term].IsEntity || TimeWords.IsDay(reading.Terms[term].Key)) && reading.Terms[term].FirstToken < and == isBefore
            && (isCovered ? choice.Hit.Coverage[term] >= 0.7f : choice.Hit.Coverage[term] < PremiseCheck.Covered);
        var terms = Enumerable.Range(0, reading.Terms.Count).ToArray();
        return (Array.Exists(terms, term => IsThere(term, true, true)) && Array.Exists(terms, term => IsThere(term, false, false)))
            || (Array.Exists(terms, term => IsThere(term, false, true)) && Array.Exists(terms, term => IsThere(term, true, false)));
    }

    /// <summary>What the words find is told rather than that the expected question is not the one asked, that the article is silent on anything of the kind, or what name it does not have.</summary>
    private static bool IsBetter(Verdict verdict, ExpectedDraft expected) => verdict switch
    {
        Contradicted => expected is { Draft.Outcome: Outcome.NotInArticle, IsCertain: false },
        Supported => expected is { IsRefuted: true, IsCertain: false },
        Missing { Code: "missing_entity" } => expected.Draft.Outcome is Outcome.NotInArticle,
        _ => expected.Draft is { Outcome: Outcome.NotInArticle, Sources.Count: 0 },
    };

    private static PastTurn? Before(Question question) => question.Conversation.Turns.Count > 0 ? question.Conversation.Turns[^1] : null;

    private static Question Past(Question question, PastTurn before) => question with
    {
        Text = before.Question,
        Tokens = Core.Language.Tokenizer.Tokenize(before.Question),
        Numbers = [],
    };
}

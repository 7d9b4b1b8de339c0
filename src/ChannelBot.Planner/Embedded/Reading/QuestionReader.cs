using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Reading;

/// <summary>Reads one request: what it wants, and about what.</summary>
internal sealed class QuestionReader(ArticleIndex index)
{
    /// <param name="typed">May have "what's"; the reading is of the question with "what is".</param>
    public QuestionReading Read(Question typed) => typed.ReadBy(Make);

    private QuestionReading Make(Question typed)
    {
        var question = Contractions.Expand(typed);
        var tokens = question.Tokens;
        var terms = index.Terms(tokens, question.Numbers);
        var grammar = QuestionGrammar.Of(question);
        var (kind, at) = AskKinds.Of(question, grammar);
        var wanted = WantedNoun.Of(tokens, terms, grammar, kind, at);
        kind = wanted.Kind;
        TermEmphasis.Apply(tokens, terms, grammar, wanted);
        var isWhichOf = kind is AskKind.What && at + 1 < tokens.Length && tokens[at].Lower is "which" && tokens[at + 1].Lower is "of";
        var alternatives = kind is AskKind.YesNo or AskKind.Claim || isWhichOf ? Traits.Alternatives(tokens, terms) : [];
        var isOfPersons = alternatives.Count > 0 && alternatives.All(term => index.Entity(terms[term].Key)?.Kind is EntityKind.Person);
        if (isOfPersons || isWhichOf)
        {
            // "Did the mayor or the bishop say so?" asks who.
            alternatives = [];
        }

        kind = isOfPersons ? AskKind.Who : alternatives.Count > 0 ? AskKind.Choice : kind;
        var saying = Participants.Saying(tokens, at + 2 < tokens.Length ? at : 0);
        var speaker = Participants.Speaker(tokens, terms, at, saying);
        if (speaker >= 0 && (isOfPersons || index.Entity(terms[speaker].Key) is { Kind: not (EntityKind.Person or EntityKind.Organisation or EntityKind.Group) }))
        {
            // "the lifeboat station mentioned": a place says nothing.
            speaker = -1;
        }

        if (kind == AskKind.Who && ((saying >= 0 && !Participants.AsksOfWhatIsSaid(tokens, at)) || Participants.UsesWords(tokens)))
        {
            kind = AskKind.WhoSaid;
        }

        var parts = grammar.Parts(terms);
        var verb = MainVerb(question, terms, parts, at);
        return new QuestionReading
        {
            Question = question,
            Kind = kind,
            Terms = terms,
            Parts = parts,
            Focus = wanted.IsType ? -1 : wanted.Term,
            IsFocusLinked = wanted.IsLinked,
            MainVerb = verb,
            IsPassive = verb >= 0 && IsPassive(tokens, terms[verb].FirstToken, grammar),
            Speaker = speaker,
            Agent = speaker >= 0 || isOfPersons ? -1 : Participants.Agent(tokens, terms, at),
            Alternatives = alternatives,
            Negated = Traits.Negated(tokens),
            AsksCertainty = Traits.AsksCertainty(tokens),
            IsBareHow = kind is AskKind.How && at == Interrogative.FirstMeaning(tokens, 0) && at + 1 < tokens.Length
                && (Interrogative.IsAuxiliary(tokens[at + 1].Lower) || grammar.TagOf(at + 1) is Core.Grammar.Tag.Determiner or Core.Grammar.Tag.Possessive or Core.Grammar.Tag.Pronoun or Core.Grammar.Tag.Name),
            AsksWhatHappened = kind is AskKind.What && Traits.AsksWhatHappened(tokens, at),
            WantsName = Traits.WantsName(tokens),
            RefersBack = Traits.RefersBack(tokens, terms),
            UnknownName = UnknownNames.First(question, terms, index),
        };
    }

    /// <summary>The verb that says what the question is about: the first behind the question word that is none of saying and has a meaning of its own.</summary>
    private static int MainVerb(Question question, List<Term> terms, PartOfSpeech[] parts, int at)
    {
        for (var term = 0; term < terms.Count; term++)
        {
            if (terms[term].FirstToken > at && parts[term] is PartOfSpeech.Verb && !Interrogative.IsSaying(question.Tokens[terms[term].FirstToken].Lower))
            {
                return term;
            }
        }

        return -1;
    }

    /// <summary>"who was rescued", "who got hurt", "who has been arrested": the verb behind a form of "be".</summary>
    private static bool IsPassive(Token[] tokens, int verb, QuestionGrammar grammar) =>
        verb > 0 && (Interrogative.IsBe(tokens[verb - 1].Lower) || tokens[verb - 1].Lower is "got" or "being")
        && grammar.TagOf(verb) is Core.Grammar.Tag.Participle or Core.Grammar.Tag.VerbPast;
}

using ChannelBot.Core.Answers;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Planner.Embedded.Reading;
using ChannelBot.Planner.Plugins;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>Answers "who is …", "what is …'s job" and "what does … stand for" from what the article calls somebody.</summary>
internal sealed class IdentityAnswerer(ArticleIndex index) : IAnswerer
{
    private const float SureOfAnother = 0.8f;

    private readonly QuestionReader _reader = new(index);
    private readonly LeaderQuestion _leaders = new(index);

    public Step? Propose(Question question)
    {
        var reading = _reader.Read(question);
        if (_leaders.Answer(reading) is { } leader)
        {
            return Identify(leader, $"{leader.Name}, the {leader.Role}.");
        }

        if (reading.Kind is not (AskKind.Who or AskKind.What or AskKind.Topic) || Asked(reading) is not { } at || index.Entity(reading.Terms[at].Key) is not { } entity)
        {
            return null;
        }

        // "What is the mayor doing today?" names her and asks another thing, one that the curation expects.
        if (index.Expected(question.Tokens, [], 1) is [{ Likelihood: >= SureOfAnother }])
        {
            return null;
        }

        var words = reading.WordsOf(at);
        return Naming(entity, words, reading) is { } line ? Identify(entity, line) : null;
    }

    private static CallFunctions Identify(Entity entity, string line) => new(
        [new PlannedCall(ArticlePlugin.Name, ArticlePlugin.Identify, new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = entity.Name })],
        results => new Finish(Draft(line, (Identity)results[0]!)));

    /// <summary>The one name that the question is about; null where it asks about more than who or what that is.</summary>
    private static int? Asked(QuestionReading reading)
    {
        int? asked = null;
        for (var term = 0; term < reading.Terms.Count; term++)
        {
            if (reading.Terms[term].IsEntity)
            {
                if (asked is not null)
                {
                    return null;
                }

                asked = term;
            }
            else if (reading.Terms[term].Weight > 0.25f && !IsIdentityWord(reading.TokenOf(term).Lower))
            {
                return null;
            }
        }

        return asked is null || !AsksIdentity(reading) ? null : asked;
    }

    private static bool IsIdentityWord(string word) =>
        word is "job" or "role" or "title" or "position" or "post" or "name" or "named" or "called" or "stand" or "stands" or "abbreviation" or "acronym" or "initials"
            or "full" or "lady" or "gentleman" or "woman" or "man" or "holds" or "hold" or "serves" or "serving";

    /// <summary>"who is X", not "who met X": the verb is a form of "be", or there is none.</summary>
    private static bool AsksIdentity(QuestionReading reading)
    {
        var identity = false;
        foreach (var token in reading.Question.Tokens)
        {
            identity |= token.Lower is "is" or "was" or "are" or "who's" or "whos" or "what's" or "whats" or "stand" or "stands" or "spell" or "name" or "job" or "role" or "title";
        }

        return identity && reading.Speaker < 0 && !reading.Negated;
    }

    /// <summary>The first line of the answer; null where the article does not say more of them than was asked.</summary>
    private static string? Naming(Entity entity, string asked, QuestionReading reading)
    {
        var name = entity.Name;
        if (Same(asked, name) || name.EndsWith(asked, StringComparison.OrdinalIgnoreCase))
        {
            return entity.Role is { } role ? $"{name} is the {role}." : null;
        }

        if (entity.Role is { } asRole && (Same(asked, asRole) || asked.Contains(asRole, StringComparison.OrdinalIgnoreCase)))
        {
            return $"{name}.";
        }

        return reading.Kind == AskKind.Who && entity.Kind == EntityKind.Person
            ? entity.Role is { } known && !Same(known, asked) ? $"{name}, the {known}." : $"{name}."
            : $"{name}.";
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static Draft Draft(string line, Identity identity) => new(
        Outcome.Answered, $"{line} {Quotation.Of(identity.Sentence.Text)} [1]", [identity.Sentence.Span],
        [identity.Entity.Id, identity.Sentence.Id], []);
}

using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>"Who runs the company?", "who's in charge at the school?", "what's the boss called?": a role asked for by what it does.</summary>
internal sealed class LeaderQuestion(ArticleIndex index)
{
    private static readonly string[] s_leading =
        ["chief", "director", "leader", "head", "headteacher", "principal", "manager", "chair", "chairman", "chairwoman", "president", "mayor", "captain", "secretary", "boss", "commander", "owner"];

    private static readonly string[] s_asking = ["boss", "charge", "runs", "run", "running", "leads", "called", "name", "named", "who", "what", "top", "big", "now"];

    /// <summary>The one person of the article who leads what is asked about; null where it asks for no leader, or the article has none or several.</summary>
    public Entity? Answer(QuestionReading reading)
    {
        var tokens = reading.Question.Tokens;
        if (reading.Negated || reading.RefersBack || !AsksForLeader(tokens, reading.Kind))
        {
            return null;
        }

        var of = tokens.Where(token => token is { IsWord: true, IsStopWord: false } && Array.IndexOf(s_asking, token.Lower) < 0).ToArray();
        var leaders = index.Knowledge.Entities.Where(entity => entity is { Kind: EntityKind.Person, Role: { } role } && Leads(role) && Array.TrueForAll(of, token => SpeaksOf(entity, token))).ToArray();
        return of.Length > 0 && leaders is [var only] ? only : null;
    }

    private static bool AsksForLeader(Token[] tokens, AskKind kind)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if ((tokens[i].Lower is "boss" && (kind is AskKind.Who || Array.Exists(tokens, token => token.Lower is "called" or "name")))
                || (kind is AskKind.Who && (tokens[i].Lower is "runs" or "leads" || (tokens[i].Lower is "charge" && i > 0 && tokens[i - 1].Lower is "in"))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Leads(string role) => Tokenizer.Tokenize(role).Any(token => Array.IndexOf(s_leading, token.Lower) >= 0);

    /// <summary>The role, or the sentence that introduces the person, has the word or one that means the same.</summary>
    private bool SpeaksOf(Entity entity, Token word) =>
        Tokenizer.Tokenize(entity.Role!).Concat(index.TokensOf(index.Introducing(entity)))
            .Any(token => token.Stem == word.Stem || index.Reaches(word.Stem, token.Stem));
}

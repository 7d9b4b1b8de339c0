using ChannelBot.Core.Language;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>Finds what a question takes not to have been done: "refuse to sign", "failed to reach", "didn't sign".</summary>
internal static class DeniedVerbs
{
    private static readonly string[] s_failing = ["refus", "declin", "fail", "neglect", "omit", "forget"];

    /// <summary>The term of the verb that is denied; null where none is.</summary>
    public static int? Of(QuestionReading reading)
    {
        var tokens = reading.Question.Tokens;
        for (var term = 0; term < reading.Terms.Count; term++)
        {
            var at = reading.Terms[term].FirstToken;
            if (reading.Parts[term] is PartOfSpeech.Verb && reading.Terms[term].Weight >= 0.9f && at >= 2 && IsDenied(tokens, at))
            {
                return term;
            }
        }

        return null;
    }

    private static bool IsDenied(Token[] tokens, int at)
    {
        if (tokens[at - 1].Lower is "to")
        {
            return Array.IndexOf(s_failing, tokens[at - 2].Stem) >= 0;
        }

        // "why didn't the mayor sign it": the denial stands before the subject.
        for (var i = Math.Max(0, at - 6); i < at; i++)
        {
            if (tokens[i].Lower.EndsWith("n't", StringComparison.Ordinal) || tokens[i].Lower is "not" or "never")
            {
                return true;
            }
        }

        return false;
    }
}

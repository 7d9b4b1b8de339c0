using ChannelBot.Core.Grammar;

namespace ChannelBot.Planner.Embedded.Arithmetic.Chains;

/// <summary>Where a noun phrase ends: at the verb of its clause, but not at one of "who came since the vote" or "people rescued".</summary>
internal static class Phrases
{
    public static int End(ClauseWords words, int from)
    {
        var end = from < words.Count ? words.ClauseEnd(from) : from;
        var verb = end;
        for (var i = from; i < end; i++)
        {
            if (words.Words[i].IsNumber)
            {
                continue;
            }

            var tag = words.Grammar.TagOf(words.Words[i].Token);
            var isRelative = words[i - 1] is "who" or "that" or "which" || (i - 2 >= from && words[i - 2] is "who" or "that" or "which");
            if (isRelative)
            {
                continue;
            }

            if (tag is Tag.Be or Tag.Have or Tag.Modal or Tag.Do)
            {
                return i;
            }

            if (i > from && verb == end && tag is Tag.VerbPast or Tag.VerbS or Tag.VerbBase && words.IsContent(i))
            {
                verb = i;
            }
        }

        return verb;
    }
}

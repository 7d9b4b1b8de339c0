namespace ChannelBot.Planner.Guards;

/// <summary>Counts what a sentence lists: "A, B and C" are three.</summary>
internal static class ListCount
{
    public static int Of(GuardedAnswer answer, GuardedSentence sentence)
    {
        var (separators, items) = (0, 0);
        for (var i = sentence.First; i < sentence.Last; i++)
        {
            if (answer.Roles[i] is WordRole.Mark or WordRole.Reviewed)
            {
                continue;
            }

            // ", and" is one separator.
            var isSeparator = answer.Tokens[i].Lower is "," or ";" or "and" or "or";
            var follows = i > sentence.First && answer.Tokens[i - 1].Lower is "," or ";";
            separators += isSeparator && !follows ? 1 : 0;
            items = separators + 1;
        }

        return items;
    }
}

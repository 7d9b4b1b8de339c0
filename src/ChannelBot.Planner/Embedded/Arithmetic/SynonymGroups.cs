using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>Words and phrases that mean the same in one article, by stem.</summary>
internal sealed class SynonymGroups
{
    private readonly Dictionary<string, List<(string[] Phrase, string[] Others, string[][] Group)>> _byFirst = new(StringComparer.Ordinal);

    public SynonymGroups(IReadOnlyList<IReadOnlyList<string>> groups)
    {
        foreach (var group in groups)
        {
            var phrases = group.Select(StemsOf).Where(stems => stems.Length > 0).ToArray();
            string[] all = [.. phrases.SelectMany(stems => stems).Distinct()];
            foreach (var phrase in phrases)
            {
                if (!_byFirst.TryGetValue(phrase[0], out var list))
                {
                    _byFirst[phrase[0]] = list = [];
                }

                list.Add((phrase, [.. all.Except(phrase)], phrases));
            }
        }
    }

    /// <summary>The stems that stand for the phrase at <paramref name="at"/>, and its length in <paramref name="stems"/>; empty where there is no such phrase.</summary>
    public (IReadOnlyList<string> Others, int Length) At(IReadOnlyList<string> stems, int at)
    {
        if (!_byFirst.TryGetValue(stems[at], out var list))
        {
            return ([], 0);
        }

        IReadOnlyList<string> others = [];
        var length = 0;
        foreach (var (phrase, others2, _) in list)
        {
            if (phrase.Length > length && IsAt(stems, at, phrase))
            {
                (others, length) = (others2, phrase.Length);
            }
        }

        return (others, length);
    }

    /// <summary>The phrases, by stem, that mean what stands at <paramref name="at"/>, itself among them; none where nothing is known to.</summary>
    public IEnumerable<string[]> PhrasesAt(IReadOnlyList<string> stems, int at) =>
        _byFirst.TryGetValue(stems[at], out var list) ? list.Where(same => IsAt(stems, at, same.Phrase)).SelectMany(same => same.Group) : [];

    private static bool IsAt(IReadOnlyList<string> stems, int at, string[] phrase)
    {
        if (at + phrase.Length > stems.Count)
        {
            return false;
        }

        for (var i = 0; i < phrase.Length; i++)
        {
            if (!string.Equals(stems[at + i], phrase[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static string[] StemsOf(string phrase) =>
        [.. Tokenizer.Tokenize(phrase).Where(token => token.IsWord && !token.IsStopWord).Select(token => token.Stem)];
}

using ChannelBot.Core.Language;

namespace ChannelBot.Core.Evidence;

/// <summary>Phrases that stand for one thing: the names of an entity, the words of a synonym group.</summary>
/// <remarks>Looked up by the stem of the first word, then word by word, the longest phrase first.</remarks>
internal sealed class PhraseTable
{
    private readonly Dictionary<string, List<(string[] Stems, string Concept)>> _byFirst = new(StringComparer.Ordinal);

    public void Add(string phrase, string concept)
    {
        var stems = Tokenizer.Tokenize(phrase).Where(token => token.IsWord).Select(token => token.Stem).ToArray();
        if (stems.Length > 1 && stems[0] is "the" or "a" or "an")
        {
            stems = stems[1..];
        }

        if (stems.Length == 0)
        {
            return;
        }

        if (!_byFirst.TryGetValue(stems[0], out var phrases))
        {
            _byFirst[stems[0]] = phrases = [];
        }

        if (phrases.Exists(known => known.Stems.AsSpan().SequenceEqual(stems)))
        {
            return;
        }

        phrases.Add((stems, concept));
        phrases.Sort((left, right) => right.Stems.Length - left.Stems.Length);
    }

    /// <summary>The concept whose phrase begins at <paramref name="first"/>, and where it ends; null where none does.</summary>
    public string? At(ReadOnlySpan<Token> tokens, int first, out int end)
    {
        end = first;
        if (!_byFirst.TryGetValue(tokens[first].Stem, out var phrases))
        {
            return null;
        }

        foreach (var (stems, concept) in phrases)
        {
            var at = first;
            var matched = 0;
            while (matched < stems.Length && at < tokens.Length)
            {
                if (!tokens[at].IsWord && matched > 0)
                {
                    // "No. 10" and "No 10", "Stow-on-the-Wold" and "Stow on the Wold" are one name.
                    at++;
                    continue;
                }

                if (!string.Equals(tokens[at].Stem, stems[matched], StringComparison.Ordinal))
                {
                    break;
                }

                at++;
                matched++;
            }

            if (matched == stems.Length)
            {
                end = at;
                return concept;
            }
        }

        return null;
    }
}

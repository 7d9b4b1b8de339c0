using ChannelBot.Planner.FixedTexts;

namespace ChannelBot.Planner.Guards;

/// <summary>What a word does in an answer.</summary>
[Flags]
internal enum WordKinds
{
    None = 0,
    Negator = 1,
    Hedge = 2,
    Saying = 4,
    Article = 8,
    Yours = 16,
    Clause = 32,
    Auxiliary = 64,
    Abbreviation = 128,
    Frame = 256,
    Ordinary = 512,
}

/// <summary>The words that the guards know, by what they do.</summary>
internal static class GuardWords
{
    private static readonly Lazy<Dictionary<string, WordKinds>> Kinds = new(Read);

    public static WordKinds KindsOf(string lower) =>
        Kinds.Value.TryGetValue(lower, out var kinds) ? kinds
        : lower.EndsWith("n't", StringComparison.Ordinal) ? WordKinds.Negator | WordKinds.Auxiliary
        : WordKinds.None;

    private static Dictionary<string, WordKinds> Read()
    {
        var kinds = new Dictionary<string, WordKinds>(StringComparer.Ordinal);
        foreach (var line in EmbeddedText.RequiredLines("Guards/words.txt"))
        {
            var equals = line.IndexOf(" = ", StringComparison.Ordinal);
            if (equals < 0 || line[0] == '#')
            {
                continue;
            }

            var kind = Enum.Parse<WordKinds>(line.AsSpan(0, equals), ignoreCase: true);
            foreach (var word in line[(equals + 3)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                kinds[word] = kinds.GetValueOrDefault(word) | kind;
            }
        }

        return kinds;
    }
}

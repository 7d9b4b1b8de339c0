namespace ChannelBot.Planner.Embedded.Arithmetic.Chains;

/// <summary>What a word says of the numbers beside it.</summary>
[Flags]
internal enum StepWord
{
    None = 0,

    /// <summary>So many on top: "another", "more".</summary>
    Extra = 1,

    /// <summary>So many less: "fewer".</summary>
    Fewer = 2,

    /// <summary>It happens to those who are added: "arrive", "are hired".</summary>
    Gain = 4,

    /// <summary>It happens to those who are taken away: "are sent back".</summary>
    Loss = 8,

    /// <summary>What one of a thing has, holds or costs.</summary>
    Carry = 16,

    /// <summary>"Each", "per".</summary>
    Each = 32,

    Person = 64,

    /// <summary>Of a question, but the name of nothing: "total", "altogether".</summary>
    Light = 128,
}

/// <summary>The classes of words of suppositions, from the word list that comes with the program.</summary>
internal static class StepWords
{
    private static readonly Dictionary<string, StepWord> s_words = Load();

    public static IReadOnlyList<StepWord> All { get; } = [.. Enum.GetValues<StepWord>().Where(word => word is not (StepWord.None or StepWord.Light))];

    public static StepWord Of(string lower) => s_words.GetValueOrDefault(lower);

    public static bool Is(string lower, StepWord any) => (Of(lower) & any) != 0;

    private static Dictionary<string, StepWord> Load()
    {
        var words = new Dictionary<string, StepWord>(StringComparer.Ordinal);
        foreach (var (name, word) in Resource.Words("Chains/steps.txt"))
        {
            words[word] = words.GetValueOrDefault(word) | Enum.Parse<StepWord>(name, ignoreCase: true);
        }

        return words;
    }
}

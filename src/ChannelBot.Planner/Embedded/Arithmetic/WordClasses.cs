using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>What a word may do in a request for a calculation. A word may do several things.</summary>
[Flags]
internal enum WordClass : ulong
{
    None = 0,
    Share = 1UL << 0,
    Part = 1UL << 1,
    Percent = 1UL << 2,
    Points = 1UL << 3,
    Ratio = 1UL << 4,
    Times = 1UL << 5,
    More = 1UL << 6,
    Less = 1UL << 7,
    Short = 1UL << 8,
    Compared = 1UL << 9,
    Gap = 1UL << 10,
    Add = 1UL << 11,
    Subtract = 1UL << 12,
    Left = 1UL << 13,
    Multiply = 1UL << 14,
    Divide = 1UL << 15,
    Power = 1UL << 16,
    Average = 1UL << 17,
    Per = 1UL << 18,
    Each = 1UL << 19,
    Rate = 1UL << 20,
    Rise = 1UL << 21,
    Fall = 1UL << 22,
    Change = 1UL << 23,
    Double = 1UL << 24,
    Triple = 1UL << 25,
    Quadruple = 1UL << 26,
    Halve = 1UL << 27,
    Half = 1UL << 28,
    Third = 1UL << 29,
    Quarter = 1UL << 30,
    Tenth = 1UL << 31,
    Fifth = 1UL << 32,
    If = 1UL << 33,
    Reach = 1UL << 34,
    Before = 1UL << 35,
    After = 1UL << 36,
    Earlier = 1UL << 37,
    Last = 1UL << 38,
    Same = 1UL << 39,
    Between = 1UL << 40,
    Question = 1UL << 41,
    Calculate = 1UL << 42,
    Round = 1UL << 43,
    Whole = 1UL << 44,
    Spell = 1UL << 45,
    Compare = 1UL << 46,
    Date = 1UL << 47,
    Day = 1UL << 48,
    Week = 1UL << 49,
    Month = 1UL << 50,
    Year = 1UL << 51,
    Hour = 1UL << 52,
    Minute = 1UL << 53,
    Operator = 1UL << 54,
    Negate = 1UL << 55,
    Need = 1UL << 56,
    One = 1UL << 57,
    Asking = 1UL << 58,
    Beat = 1UL << 59,
}

/// <summary>The classes of words, from the word list that comes with the program.</summary>
internal static class WordClasses
{
    private static readonly Dictionary<string, WordClass> Classes = Load();

    public static IReadOnlyList<WordClass> All { get; } = [.. Enum.GetValues<WordClass>().Where(one => one is not WordClass.None)];

    public static WordClass Of(string lower) => Classes.GetValueOrDefault(lower);

    /// <summary>The side of an event that a word puts things on: "before", "since"; "post" only in "post-war".</summary>
    public static Side SideAt(ReadOnlySpan<Token> tokens, int at)
    {
        var classes = Of(tokens[at].Lower);
        return (classes & WordClass.After) != 0 || (tokens[at].Lower is "post" && at + 1 < tokens.Length && tokens[at + 1].Lower is "-") ? Side.After
            : (classes & WordClass.Before) != 0 ? Side.Before : Side.None;
    }

    private static Dictionary<string, WordClass> Load()
    {
        var classes = new Dictionary<string, WordClass>(StringComparer.Ordinal);
        foreach (var (name, word) in Resource.Words("words.txt"))
        {
            classes[word] = classes.GetValueOrDefault(word) | Enum.Parse<WordClass>(name, ignoreCase: true);
        }

        return classes;
    }
}

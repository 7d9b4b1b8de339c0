using ChannelBot.Core;

namespace ChannelBot.Teaching.Quizzes;

/// <summary>The names of kinds and levels, as people type and read them.</summary>
public static class QuizNames
{
    private static readonly Dictionary<QuizKind, string> s_kinds = new()
    {
        [QuizKind.WhoSaid] = "who-said",
        [QuizKind.WhichFigure] = "figure",
        [QuizKind.TrueOrFalse] = "true-false",
        [QuizKind.PutInOrder] = "order",
        [QuizKind.Compute] = "compute",
        [QuizKind.NotSaid] = "not-said",
    };

    private static readonly Dictionary<QuizLevel, string> s_levels = new()
    {
        [QuizLevel.Easy] = "easy",
        [QuizLevel.Medium] = "medium",
        [QuizLevel.Hard] = "hard",
    };

    public static IEnumerable<string> Kinds => s_kinds.Values;

    public static IEnumerable<string> Levels => s_levels.Values;

    public static string Of(QuizKind kind) => s_kinds[kind];

    public static string Of(QuizLevel level) => s_levels[level];

    /// <exception cref="BadInputException">There is no such kind.</exception>
    public static QuizKind Kind(string name) => Named(s_kinds, name, "kinds", "kind of question");

    /// <exception cref="BadInputException">There is no such level.</exception>
    public static QuizLevel Level(string name) => Named(s_levels, name, "level", "level");

    private static T Named<T>(Dictionary<T, string> names, string name, string field, string what)
        where T : notnull
    {
        foreach (var (value, known) in names)
        {
            if (known.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        throw new BadInputException(field, $"'{name}' is no {what}. Use one of: {string.Join(", ", names.Values)}.");
    }
}

using ChannelBot.Core.Quantities;
using Fractions;

namespace ChannelBot.Teaching.Quizzes;

/// <param name="IsRight">The answer is what the article has, or what follows from its figures.</param>
/// <param name="Given">The answer as it was understood.</param>
/// <param name="Chosen">Indexes of the options chosen; none where a number was asked for.</param>
public sealed record Marked(bool IsRight, string Given, IReadOnlyList<int> Chosen);

/// <summary>Reads what a learner wrote, and holds it against the key.</summary>
public static class QuizMarking
{
    /// <summary>Longer answers are none.</summary>
    private const int LongestAnswer = 200;

    private static readonly string[] s_leads = ["i", "think", "believe", "it", "it's", "is", "the", "option", "answer", "letter", "number", "my", "maybe", "probably"];

    private static readonly string[] s_ends = ["one", "option", "please", "answer"];

    private static readonly string[] s_places = ["first", "1st", "second", "2nd", "third", "3rd", "fourth", "4th", "fifth", "5th"];

    /// <summary>The letter of an option: 0 is "a".</summary>
    public static char Letter(int option) => (char)('a' + option);

    /// <summary>Null where <paramref name="given"/> is no answer to this question; <see cref="Expected"/> then tells what would be.</summary>
    public static Marked? Mark(QuizQuestion question, string given)
    {
        given = given.Trim();
        if (given.Length is 0 or > LongestAnswer)
        {
            return null;
        }

        if (question.Key.Number is { } accepted)
        {
            return Number(given) is { } number ? new Marked(accepted.Contains(number), given, []) : null;
        }

        var chosen = Options(question, given);
        var isWhole = chosen.Count == question.Key.Right.Count && chosen.Distinct().Count() == chosen.Count;
        return isWhole
            ? new Marked(chosen.SequenceEqual(question.Key.Right), string.Join(", ", chosen.Select(option => question.Options[option].Text)), chosen)
            : null;
    }

    /// <summary>What an answer looks like: "a letter, a to d", "the letters in order, such as c a b".</summary>
    public static string Expected(QuizQuestion question) => question switch
    {
        { Key.Number: { Unit.Length: > 0 } number } => $"a number of {number.Unit}",
        { Key.Number: not null } => "a number",
        { Kind: QuizKind.TrueOrFalse } => "true or false",
        { Kind: QuizKind.PutInOrder } => $"all {question.Options.Count} letters in order, such as {string.Join(' ', question.Options.Select((_, i) => Letter(question.Options.Count - 1 - i)))}",
        _ => $"a letter, a to {Letter(question.Options.Count - 1)}",
    };

    private static Fraction? Number(string given) =>
        QuantityScanner.Scan(given) is [var mention] && mention.Form is not (NumberForm.Ordinal or NumberForm.Label)
            ? mention.Quantity.Value
            : Fraction.TryParse(given, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var plain) ? plain : null;

    /// <summary>Letters, alone or in a row; a place ("the second", "option b"); else one option's own words.</summary>
    private static List<int> Options(QuizQuestion question, string given)
    {
        var plain = given.Trim('.', '!', '"', '“', '”');
        if (Array.FindIndex([.. question.Options], option => option.Text.Equals(plain, StringComparison.OrdinalIgnoreCase)) is >= 0 and var same)
        {
            return [same];
        }

        given = WithoutLead(plain);
        if (question.Kind is not QuizKind.PutInOrder && Place(given, question.Options.Count) is { } place)
        {
            return [place];
        }

        var words = question.Options.Select((option, i) => (option.Text, i)).Where(option => option.Text.StartsWith(given, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (words.Length == 1 && given.Length > 1)
        {
            return [words[0].i];
        }

        var letters = given.ToLowerInvariant().Where(letter => letter is not (' ' or ',' or ';' or '.' or ')' or '(' or '>' or '-')).ToArray();
        if (question.Kind is QuizKind.TrueOrFalse && new string([.. letters]) is "t" or "f" or "yes" or "no")
        {
            return [Truth.Index(letters[0] is 't' or 'y')];
        }

        return Array.TrueForAll(letters, letter => letter >= 'a' && letter < Letter(question.Options.Count)) ? [.. letters.Select(letter => letter - 'a')] : [];
    }

    /// <summary>"I think it is option b, please" is "b".</summary>
    private static string WithoutLead(string given)
    {
        var words = given.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 1 && s_leads.Contains(words[0].ToLowerInvariant()))
        {
            words.RemoveAt(0);
        }

        while (words.Count > 1 && s_ends.Contains(words[^1].ToLowerInvariant()))
        {
            words.RemoveAt(words.Count - 1);
        }

        return string.Join(' ', words);
    }

    /// <summary>"second" is 1; "last" is the last.</summary>
    private static int? Place(string given, int count) => Array.IndexOf(s_places, given.ToLowerInvariant()) is >= 0 and var place && place / 2 < count ? place / 2
        : given.Equals("last", StringComparison.OrdinalIgnoreCase) ? count - 1
        : null;
}

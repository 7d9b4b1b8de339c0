using System.Globalization;
using System.Text.RegularExpressions;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using ChannelBot.Teaching.Material;
using Fractions;

namespace ChannelBot.Teaching.Quizzes;

/// <summary>A sentence of the article with one thing put differently, so that the article contradicts it.</summary>
/// <param name="Said">What stands there instead.</param>
/// <param name="Quantity">Of a number: what it now says; shares no number with the figure.</param>
internal sealed partial record ChangedSentence(string Text, string Said, Quantity? Quantity)
{
    private static readonly string[] s_words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly string[] s_weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>Puts a higher number in a figure's place: a lower one would be included in the true one ("17 came" holds where 31 came);
    /// in place of a lower bound "fewer than" a lower one. Null where no number written there is sure to be wrong.</summary>
    public static ChangedSentence? InNumber(Figure figure, ArticleView article, Fraction times)
    {
        var sentence = article.Sentence(figure.Sentence);
        if (article.NumberOf(figure) is not { } mention)
        {
            return null;
        }

        var (hedge, factor) = figure.Quantity switch
        {
            { High: null } => (figure.Quantity.Unit.Dimension is Dimension.Count ? "fewer than " : "less than ", 1 / times),
            { Low: null } => ("more than ", times),
            _ => (sentence.Text[mention.Start..mention.NumberStart], times),
        };
        if (Renumbered(sentence.Text[mention.NumberStart..mention.NumberEnd], factor) is not { } number)
        {
            return null;
        }

        var said = char.IsUpper(sentence.Text[mention.Start]) ? Capitalised(hedge + number) : hedge + number;
        var text = sentence.Text[..mention.Start] + said + sentence.Text[mention.NumberEnd..];
        var now = QuantityScanner.Scan(text).FirstOrDefault(other => other.Start == mention.Start);
        return now is not null && now.Form == mention.Form && !now.Quantity.Overlaps(figure.Quantity) && !now.Quantity.Overlaps(mention.Quantity)
            ? new ChangedSentence(text, said, now.Quantity)
            : null;
    }

    /// <summary>Puts another day of the week in place of one; null where the sentence has none, or other days as well.</summary>
    public static ChangedSentence? InWeekday(Sentence sentence, SeededChoice choice)
    {
        var days = Weekday().Matches(sentence.Text);
        if (days.Count != 1)
        {
            return null;
        }

        // The days before and after are left out: a night is of both.
        var at = Array.IndexOf(s_weekdays, days[0].Value);
        var other = s_weekdays[(at + 2 + choice.Below(4)) % s_weekdays.Length];
        return new ChangedSentence(sentence.Text[..days[0].Index] + other + sentence.Text[(days[0].Index + days[0].Length)..], other, null);
    }

    public static bool HasOneWeekday(Sentence sentence) => Weekday().Count(sentence.Text) == 1;

    /// <summary>"£14.5m" → "£29m", "three" → "four": the first number in the words, with as many digits.</summary>
    private static string? Renumbered(string words, Fraction times)
    {
        if (Array.FindIndex(s_words, word => words.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is >= 0 and var place)
        {
            var other = WrongNumbers.Like(place + 2, times) is { } like ? (int)like.ToBigInteger() - 2 : -1;
            return other >= 0 && other < s_words.Length ? s_words[other] + words[s_words[place].Length..] : null;
        }

        return Digits().Match(words) is { Success: true } digits
            && Fraction.TryParse(digits.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            && WrongNumbers.Like(value, times) is { } number
                ? words[..digits.Index] + NumberText.Exact(number) + words[(digits.Index + digits.Length)..]
                : null;
    }

    private static string Capitalised(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"\d[\d,]*(\.\d+)?")]
    private static partial Regex Digits();

    [GeneratedRegex("Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday")]
    private static partial Regex Weekday();
}

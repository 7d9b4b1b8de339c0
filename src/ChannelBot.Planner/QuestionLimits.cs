using System.Globalization;
using ChannelBot.Core;

namespace ChannelBot.Planner;

/// <summary>What is a question at all: some words of text, not a file.</summary>
internal static class QuestionLimits
{
    private const int MostCharacters = 20_000;
    private const int MostWords = 2_000;

    /// <summary>One control character in so many is a slip of a keyboard or a joke; more is no text.</summary>
    private const int LeastTextPerControl = 10;

    private const string Example = "Ask something about the article, for example: how many people arrived this year?";

    /// <exception cref="BadInputException">It is empty, no text, or too long.</exception>
    public static void Check(string question)
    {
        if (string.IsNullOrWhiteSpace(question))
        {
            throw Bad($"The question is empty. {Example}");
        }

        if (question.Length > MostCharacters)
        {
            throw Bad(string.Create(
                CultureInfo.InvariantCulture, $"The question has {question.Length:N0} characters; at most {MostCharacters:N0} are read."));
        }

        var (words, controls) = Count(question);
        if (words > MostWords)
        {
            throw Bad(string.Create(CultureInfo.InvariantCulture, $"The question has {words:N0} words; at most {MostWords:N0} are read."));
        }

        if (controls * LeastTextPerControl > question.Length)
        {
            throw Bad($"The question is no text: {controls} of its {question.Length} characters are control characters. {Example}");
        }
    }

    private static (int Words, int Controls) Count(string text)
    {
        var (words, controls, inWord) = (0, 0, false);
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter))
            {
                inWord = false;
                continue;
            }

            controls += char.IsControl(letter) || letter is '\uFFFD' ? 1 : 0;
            words += inWord ? 0 : 1;
            inWord = true;
        }

        return (words, controls);
    }

    private static BadInputException Bad(string message) => new("question", message);
}

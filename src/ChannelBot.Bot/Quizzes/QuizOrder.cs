using System.Globalization;
using ChannelBot.Core;
using ChannelBot.Core.Conversations;
using ChannelBot.Teaching.Quizzes;

namespace ChannelBot.Bot.Quizzes;

/// <summary>Reads what asks for a quiz: "quiz", "quiz easy", "quiz hard 12", "give me a quiz".</summary>
internal static class QuizOrder
{
    private const string Quiz = "quiz";

    private static readonly string[] s_lead = ["start", "take", "make", "do", "give", "me", "us", "a", "the", "please", "another", "new", "begin"];

    private static readonly string[] s_between = ["level", "seed", "number", "me", "us", "please"];

    /// <param name="set">What "quiz" alone means here; null for the usual one.</param>
    /// <returns>Null where the words ask for no quiz.</returns>
    /// <exception cref="BadInputException">They ask for one, of a kind that there is not.</exception>
    public static QuizRequest? Read(string said, QuizRequest? set = null)
    {
        if (!said.Contains(Quiz, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var words = BotCommands.Plain(said).ToLowerInvariant().Split(' ').SkipWhile(s_lead.Contains).ToArray();
        if (words is not [Quiz, ..])
        {
            return null;
        }

        if (words.Length == 1 && set is not null)
        {
            return set;
        }

        var request = new QuizRequest();
        foreach (var word in words.Skip(1).Where(word => !s_between.Contains(word)))
        {
            request = QuizNames.Levels.Contains(word) ? request with { Level = QuizNames.Level(word) }
                : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? request with { Seed = seed }
                : words.Length > 4 ? throw Unknown(said)
                : throw Unknown(word);
        }

        return request;
    }

    private static BadInputException Unknown(string word) => new(
        "quiz", $"I cannot read “{(word.Length > 40 ? word[..40] + "…" : word)}” as a quiz. After “quiz” comes a level ({string.Join(", ", QuizNames.Levels)}), or a number for another choice of questions, or both: “quiz hard 2”.");
}

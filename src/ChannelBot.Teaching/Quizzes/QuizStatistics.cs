using ChannelBot.Teaching.Material;

namespace ChannelBot.Teaching.Quizzes;

/// <summary>An answer to a question of a quiz, without who gave it.</summary>
/// <param name="Number">Of the question, counted from 1.</param>
/// <param name="IsRight">Null where it was passed on.</param>
/// <param name="Chosen">Indexes of the options chosen; none where a number was asked for.</param>
public sealed record QuizAnswer(int Number, bool? IsRight, IReadOnlyList<int> Chosen);

/// <param name="Chosen">How many chose it.</param>
public sealed record OptionCount(string Text, bool IsRight, int Chosen);

/// <summary>What a class answered to one question, for its educator: nobody is named or ranked.</summary>
/// <param name="Attempts">Answers, right or not; who passed on is not among them.</param>
/// <param name="Options">How many chose each; empty where a number or an order was asked for.</param>
public sealed record QuestionStatistics(int Number, string Prompt, string? Passage, int Attempts, int Right, int Passed, IReadOnlyList<OptionCount> Options)
{
    /// <summary>In the order of the questions. A question that touches on a death, which no quiz asks, would not be counted.</summary>
    public static IReadOnlyList<QuestionStatistics> Of(Quiz quiz, IEnumerable<QuizAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(quiz);
        var given = answers.ToLookup(answer => answer.Number);
        return [.. quiz.Questions.Where(IsCounted).Select(question => Of(question, [.. given[question.Number]]))];
    }

    private static QuestionStatistics Of(QuizQuestion question, QuizAnswer[] answers) => new(
        question.Number,
        question.Prompt,
        question.Passage,
        answers.Count(answer => answer.IsRight is not null),
        answers.Count(answer => answer.IsRight is true),
        answers.Count(answer => answer.IsRight is null),
        question.Key.Right.Count == 1
            ? [.. question.Options.Select((option, i) => new OptionCount(option.Text, question.Key.Right[0] == i, answers.Count(answer => answer.Chosen is [var only] && only == i)))]
            : []);

    /// <summary>Whether answers to it are counted, and scored where an educator shows scores.</summary>
    internal static bool IsCounted(QuizQuestion question) =>
        !Deaths.AreIn(question.Prompt) && !Deaths.AreIn(question.Passage ?? "") && !question.Key.Citations.Any(citation => Deaths.AreIn(citation.Quote));
}

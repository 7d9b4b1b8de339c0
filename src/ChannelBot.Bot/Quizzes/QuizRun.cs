using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ChannelBot.Core.Knowledge;
using ChannelBot.Teaching.Quizzes;

namespace ChannelBot.Bot.Quizzes;

/// <summary>A quiz under way, as a conversation remembers it: the quiz itself is made again from these.</summary>
/// <param name="Article">The beginning of the knowledge's hash: of another article the questions are others.</param>
/// <param name="Set">Names what it asks about, where an educator chose that; empty for what the article has.</param>
/// <param name="Marks">A letter for each question that is over: y as the article has it, n otherwise, p passed on.</param>
public sealed record QuizRun(string Article, QuizLevel Level, int Seed, string Set, string Marks)
{
    private const string Name = "quiz";
    private const int LengthOfArticle = 12;

    /// <summary>Of the question that is asked, counted from 1.</summary>
    public int Number => Marks.Length + 1;

    public int Answered => Marks.Count(mark => mark is not 'p');

    public int Right => Marks.Count(mark => mark is 'y');

    /// <summary>Which quiz it is, whoever takes it: "0a1b2c3d4e5f medium 7".</summary>
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Article} {QuizNames.Of(Level)} {Seed}{(Set.Length > 0 ? "-" : "")}{Set}");

    public static QuizRun Begin(KnowledgeFile knowledge, QuizRequest request) =>
        new(knowledge.ContentSha256[..Math.Min(LengthOfArticle, knowledge.ContentSha256.Length)], request.Level, request.Seed, SetOf(request), "");

    /// <summary>The same with one question more that is over.</summary>
    /// <param name="marked">Null where it was passed on.</param>
    public QuizRun With(Marked? marked) => this with { Marks = Marks + (marked is null ? 'p' : marked.IsRight ? 'y' : 'n') };

    /// <returns>Null where the conversation waits for something else.</returns>
    public static QuizRun? Read(string? pending) =>
        pending?.Split(' ') is [Name, var article, var level, var choice, var marks] && choice.Split('-') is [var seed, .. var set]
        && QuizNames.Levels.Contains(level) && int.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new QuizRun(article, QuizNames.Level(level), number, set is [var only] ? only : "", marks)
            : null;

    /// <summary>A name for what a request narrows the quiz to: the same for the same.</summary>
    private static string SetOf(QuizRequest request) => request.Only.Count == 0 && request.Count is null
        ? ""
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [.. request.Only, $"{request.Count}"]))))[..LengthOfArticle];

    /// <summary>As it stands in the conversation's state.</summary>
    public string Write() => $"{Name} {Id} {Marks}";
}

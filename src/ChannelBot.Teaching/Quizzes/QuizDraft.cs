using ChannelBot.Core.Knowledge;
using ChannelBot.Teaching.Material;

namespace ChannelBot.Teaching.Quizzes;

/// <summary>A question that can be asked; its options are chosen when it is written.</summary>
/// <param name="Subject">Ids of what it asks about. A quiz asks about the same only once: one question would answer the other.</param>
/// <param name="Write">Writes it with the number 0; choices are the seed's.</param>
internal sealed record QuizDraft(QuizKind Kind, IReadOnlyList<string> Subject, Func<SeededChoice, QuizQuestion> Write)
{
    public string Key => string.Join('+', Subject);
}

/// <summary>What the writers of all kinds of question share.</summary>
/// <param name="Material">What may be asked.</param>
internal sealed record Workshop(LessonMaterial Material, QuizLevel Level)
{
    public ArticleView Article => Material.Article;

    /// <summary>How many options a question has at most, the right one included.</summary>
    public int MostOptions => Level switch { QuizLevel.Easy => 3, QuizLevel.Medium => 4, _ => 5 };

    /// <summary>The paragraph to look in, for whoever needs the help.</summary>
    public int? Hint(Sentence sentence) => Level is QuizLevel.Easy ? sentence.Paragraph : null;

    /// <summary>The right one and some of the wrong ones, in an order of chance, with the index of the right one.</summary>
    public (IReadOnlyList<QuizOption> Options, int Right) Mixed(QuizOption right, IEnumerable<QuizOption> wrong, SeededChoice choice)
    {
        var options = choice.Shuffled(wrong.Take(MostOptions - 1).Append(right));
        return (options, options.IndexOf(right));
    }
}

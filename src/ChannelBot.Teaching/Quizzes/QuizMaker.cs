using ChannelBot.Core;
using ChannelBot.Core.Knowledge;
using ChannelBot.Teaching.Material;

namespace ChannelBot.Teaching.Quizzes;

/// <summary>Makes quizzes of what is known of an article: the same request gives the same quiz.</summary>
/// <remarks>
/// A right answer stands in the article or is calculated from its figures; a wrong one cannot be right by the knowledge file. Nothing is asked
/// about a death, and what people say is asked about as theirs.
/// </remarks>
public sealed class QuizMaker(KnowledgeFile knowledge)
{
    private readonly ArticleView _article = new(knowledge);

    /// <exception cref="BadInputException">An id is of nothing that may be asked, or the article gives fewer questions than are wanted.</exception>
    public Quiz Make(QuizRequest request)
    {
        var wanted = request.Count ?? QuizRequest.UsualCount;
        if (wanted is < 1 or > QuizRequest.MostQuestions)
        {
            throw new BadInputException("count", $"A quiz has 1 to {QuizRequest.MostQuestions} questions, not {wanted}.");
        }

        var subjects = Drafts(request).GroupBy(draft => draft.Key).Select(drafts => drafts.ToArray()).ToArray();
        if (subjects.Length == 0 || (request.Count is not null && subjects.Length < wanted))
        {
            throw TooFew(request, subjects.Length, wanted);
        }

        var choice = new SeededChoice((ulong)request.Seed);
        var asked = Spread(choice.Shuffled(subjects), wanted, choice).OrderBy(draft => draft.Kind);
        return new Quiz(
            knowledge.Article.Title, knowledge.ContentSha256, request.Seed, request.Level,
            [.. asked.Select((draft, i) => draft.Write(choice) with { Number = i + 1 })]);
    }

    /// <summary>How many questions the article gives of these kinds, each about something else.</summary>
    public int Available(QuizRequest request) => Drafts(request).DistinctBy(draft => draft.Key).Count();

    private IEnumerable<QuizDraft> Drafts(QuizRequest request)
    {
        var workshop = new Workshop(new LessonMaterial(_article, request.Only), request.Level);
        IEnumerable<QuizDraft> all =
        [
            .. SpeakerQuestions.WhoSaid(workshop), .. FigureQuestions.WhichFigure(workshop), .. SpeakerQuestions.TrueOrFalse(workshop),
            .. StatementQuestions.TrueOrFalse(workshop), .. OrderQuestions.PutInOrder(workshop), .. ComputeQuestions.Compute(workshop), .. UnsaidQuestions.NotSaid(workshop),
        ];
        return all.Where(draft => request.Kinds.Count == 0 || request.Kinds.Contains(draft.Kind));
    }

    /// <summary>One question about each subject, of the kind that the quiz has least of.</summary>
    private static List<QuizDraft> Spread(List<QuizDraft[]> subjects, int wanted, SeededChoice choice)
    {
        var asked = new List<QuizDraft>();
        while (asked.Count < wanted && subjects.Count > 0)
        {
            var next = subjects
                .Select(drafts => choice.Shuffled(drafts).MinBy(draft => asked.Count(other => other.Kind == draft.Kind))!)
                .MinBy(draft => asked.Count(other => other.Kind == draft.Kind))!;
            asked.Add(next);
            subjects.RemoveAll(drafts => drafts[0].Key == next.Key);
        }

        return asked;
    }

    private BadInputException TooFew(QuizRequest request, int available, int wanted)
    {
        var kinds = request.Kinds.Count == 0 ? "" : $" of the kinds {string.Join(", ", request.Kinds.Select(QuizNames.Of))}";
        var about = request.Only.Count == 0 ? knowledge.Article.Title : $"what was chosen of {knowledge.Article.Title}";
        var level = QuizNames.Of(request.Level);
        return available == 0
            ? new BadInputException("knowledge", $"There is not enough in {about} for a question{kinds} at level {level}. Try other kinds, another level, or review the article first.")
            : new BadInputException("count", $"{wanted} questions are wanted, and {about} gives {available}{kinds} at level {level}. Ask for {available} or fewer.");
    }
}

using ChannelBot.Core.Knowledge;
using ChannelBot.Teaching.Material;
using ChannelBot.Teaching.Quizzes;

namespace ChannelBot.Teaching.Handouts;

/// <summary>Questions to think about, of kinds that fit any news story, filled with what stands in this one. None takes a side or is about a death.</summary>
internal sealed class ThinkingQuestions(ArticleView article)
{
    private const int LongestWords = 220;
    private const int MostNames = 4;
    private const int MostTopics = 3;

    private static readonly string[] s_toCome = ["will", "shall", "expected", "expects", "plans", "planned", "due"];

    private readonly KnowledgeFile _knowledge = article.Knowledge;
    private readonly LessonMaterial _material = new(article, ticked: null);

    public IReadOnlyList<ThinkingQuestion> Write()
    {
        var questions = new List<ThinkingQuestion>();
        foreach (var line in TextLines.Of("think.txt"))
        {
            if (Filled(line) is { } question)
            {
                questions.Add(question);
            }
        }

        return questions;
    }

    private ThinkingQuestion? Filled(string line)
    {
        var open = line.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return new ThinkingQuestion(line, []);
        }

        return line[(open + 1)..line.IndexOf('}', open)] switch
        {
            "speakers" => Speakers(line),
            "speaker" => _material.Sayings.Where(saying => saying.Words.Length <= LongestWords).MaxBy(saying => saying.Words.Length) is { } saying
                ? new ThinkingQuestion(With(With(line, "speaker", saying.Speaker.Name), "words", saying.Words), [saying.Sentence.Paragraph])
                : null,
            "bound" => OfFigure(line, "bound", figure => !figure.Quantity.IsBounded),
            "rounded" => OfFigure(line, "rounded", figure => figure.Quantity is { IsBounded: true, IsCertain: false }),
            "compared" => OfSentence(line, "compared", _material.Figures.Where(figure => figure.Comparator is not null).Select(figure => article.Sentence(figure.Sentence))),
            "planned" => OfSentence(line, "planned", Told(IsToCome)),
            "reported" => OfSentence(line, "reported", Told(statement => statement.Certainty is Certainty.Said or Certainty.Believed or Certainty.Presumed)),
            "unsaid" => Unsaid(line),
            var other => throw new InvalidOperationException($"think.txt asks for '{other}', which nothing gives."),
        };
    }

    private ThinkingQuestion? Speakers(string line)
    {
        var quotes = _knowledge.Quotes.Where(quote => article.Entity(quote.Speaker) is not null).DistinctBy(quote => quote.Speaker).Take(MostNames).ToArray();
        return quotes.Length < 2 ? null : new ThinkingQuestion(
            With(line, "speakers", And([.. quotes.Select(quote => article.Entity(quote.Speaker)!.Name)])),
            [.. quotes.Select(quote => article.Sentence(quote.Sentences[0]).Paragraph).Distinct().Order()]);
    }

    private ThinkingQuestion? OfFigure(string line, string name, Func<Figure, bool> fits) => _material.Figures.FirstOrDefault(fits) is { } figure
        ? new ThinkingQuestion(With(line, name, figure.Text), [article.Sentence(figure.Sentence).Paragraph])
        : null;

    private static ThinkingQuestion? OfSentence(string line, string name, IEnumerable<Sentence> sentences) =>
        sentences.FirstOrDefault(sentence => sentence.Text.Length <= LongestWords) is { } sentence
            ? new ThinkingQuestion(With(line, name, sentence.Text), [sentence.Paragraph])
            : null;

    /// <summary>Its own words say that it has not happened: "will be signed", "is expected to".</summary>
    private static bool IsToCome(Statement statement) =>
        statement.Certainty is Certainty.Planned or Certainty.Expected && statement.Predicate.Split(' ').Any(s_toCome.Contains);

    private IEnumerable<Sentence> Told(Func<Statement, bool> fits) =>
        _material.Told.Where(sentence => _knowledge.Statements.Any(statement => statement.Sentence == sentence.Id && fits(statement)));

    private ThinkingQuestion? Unsaid(string line)
    {
        var topics = UnsaidTopic.Of(_knowledge).Where(topic => !topic.Name.Contains('{', StringComparison.Ordinal)).Take(MostTopics).Select(topic => topic.Name).ToArray();
        return topics.Length == 0 ? null : new ThinkingQuestion(With(line, "unsaid", string.Join(", or ", topics)), []);
    }

    private static string With(string line, string name, string words) => line.Replace($"{{{name}}}", words, StringComparison.Ordinal);

    private static string And(IReadOnlyList<string> names) => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
}

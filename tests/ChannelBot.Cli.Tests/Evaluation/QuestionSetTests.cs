using System.Text.Json;
using ChannelBot.Cli.Evaluation;
using ChannelBot.KnowledgeBuilder;

namespace ChannelBot.Cli.Tests.Evaluation;

/// <summary>The question sets of the repository can be asked. What they hold is not looked at: some are kept aside.</summary>
public sealed class QuestionSetTests
{
    private static readonly string[] Calculations = [Repository.At("tests", "questions", "calculations"), Repository.At("tests", "questions", "held-out", "calculations")];
    private static readonly string Sentences = Repository.At("tests", "questions", "sentences");

    public static TheoryData<string> Sets => [.. Directory
        .GetFiles(Repository.At("tests", "questions"), "*.jsonl", SearchOption.AllDirectories)
        .Where(path => !Array.Exists(Calculations, folder => path.StartsWith(folder, StringComparison.Ordinal)) && !path.StartsWith(Sentences, StringComparison.Ordinal))
        .Select(path => Path.GetRelativePath(Repository.Root, path))];

    public static TheoryData<string> CalculationSets => [.. Calculations.SelectMany(folder => Directory.GetFiles(folder, "*.jsonl")).Select(path => Path.GetRelativePath(Repository.Root, path))];

    public static TheoryData<string> SentenceSets => [.. Directory.GetFiles(Sentences, "*.jsonl").Select(path => Path.GetRelativePath(Repository.Root, path))];

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task A_question_set_can_be_read_and_its_evidence_lies_in_its_article(string set)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var path = Repository.At(set);
        var beside = Path.Combine(Path.GetDirectoryName(path)!, "article.txt");
        var article = File.Exists(beside) ? beside : Repository.At("knowledge", "channel-crossings", "article.txt");

        var questions = (await QuestionFile.ReadAsync(path, cancellationToken)).Questions;
        var paragraphs = (await KnowledgeCompiler.BuildAsync(article, null, cancellationToken)).Article.Paragraphs.Count;

        Assert.Equal(questions.Count, questions.Select(question => question.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(questions.SelectMany(question => question.Evidence), paragraph => Assert.InRange(paragraph, 1, paragraphs));
    }

    /// <summary>They are learnt from, and not scored: a line has the calculation in place of expressions for the answer.</summary>
    [Theory]
    [MemberData(nameof(CalculationSets))]
    public void A_set_of_calculations_has_each_written_out_or_says_that_there_is_none(string set)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Repository.At(set)))
        {
            using var document = JsonDocument.Parse(line);
            var question = document.RootElement;
            Assert.True(ids.Add(question.GetProperty("id").GetString()!), $"{question.GetProperty("id")} stands there twice.");
            Assert.NotEmpty(question.GetProperty("question").GetString()!);
            Assert.NotEmpty(question.GetProperty("gold").GetString()!);
            Assert.Matches(@"^[\d\s.+\-*/()<>=;]+$", question.GetProperty("expr").GetString() ?? "0");
        }
    }

    /// <summary>They are learnt from, and not scored: a line has the sentences that answer, or none.</summary>
    [Theory]
    [MemberData(nameof(SentenceSets))]
    public async Task A_set_of_sentences_names_those_of_its_article(string set)
    {
        var story = Path.GetFileNameWithoutExtension(set);
        string[] folders = [Repository.At("tests", "questions", "articles", story), Repository.At("tests", "questions", "fresh-articles", story)];
        var article = Path.Combine(Array.Find(folders, Directory.Exists)!, "article.txt");
        var sentences = (await KnowledgeCompiler.BuildAsync(article, null, TestContext.Current.CancellationToken)).Sentences.Select(sentence => sentence.Id).ToHashSet(StringComparer.Ordinal);

        foreach (var line in File.ReadLines(Repository.At(set)))
        {
            using var document = JsonDocument.Parse(line);
            Assert.NotEmpty(document.RootElement.GetProperty("question").GetString()!);
            Assert.All(document.RootElement.GetProperty("sentences").EnumerateArray(), id => Assert.Contains(id.GetString()!, sentences));
        }
    }
}

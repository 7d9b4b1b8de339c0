using ChannelBot.Cli.Evaluation;
using ChannelBot.KnowledgeBuilder;

namespace ChannelBot.Cli.Tests.Evaluation;

/// <summary>The question sets of the repository can be asked. What they hold is not looked at: some are kept aside.</summary>
public sealed class QuestionSetTests
{
    public static TheoryData<string> Sets => [.. Directory
        .GetFiles(Repository.At("tests", "questions"), "*.jsonl", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Root, path))];

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
}

using ChannelBot.Cli.Evaluation;
using ChannelBot.Cli.Knowledge;
using ChannelBot.Core.Answers;
using ChannelBot.Planner;

namespace ChannelBot.Cli.Tests.Evaluation;

/// <summary>Questions that ask for a calculation, put to the whole bot: on the Channel story and on six built without curation.</summary>
public sealed class ArithmeticQuestionsTests
{
    /// <param name="atLeast">So many are right; the others abstain or quote.</param>
    [Theory]
    [InlineData("channel-crossings.arithmetic.jsonl", "knowledge/channel-crossings/knowledge.json", 54)]
    [InlineData("articles/cup-final/arithmetic.jsonl", "tests/questions/articles/cup-final/article.txt", 5)]
    [InlineData("articles/flood/arithmetic.jsonl", "tests/questions/articles/flood/article.txt", 14)]
    [InlineData("articles/museum-theft/arithmetic.jsonl", "tests/questions/articles/museum-theft/article.txt", 7)]
    [InlineData("articles/quarterly-results/arithmetic.jsonl", "tests/questions/articles/quarterly-results/article.txt", 8)]
    [InlineData("articles/rail-strike/arithmetic.jsonl", "tests/questions/articles/rail-strike/article.txt", 5)]
    [InlineData("articles/walking-study/arithmetic.jsonl", "tests/questions/articles/walking-study/article.txt", 7)]
    public async Task No_result_is_wrong_and_most_questions_get_one(string questions, string knowledge, int atLeast)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var file = await QuestionFile.ReadAsync(Repository.At("tests", "questions", questions), cancellationToken);
        var planner = QuestionPlanner.Embedded(await KnowledgeOption.ReadAsync(Repository.At(knowledge), ProgramRun.SettingsOf(), cancellationToken));

        var asked = await new EvaluationRun(planner.AskAsync, TimeProvider.System).AskAllAsync(file, TimeSpan.Zero, static () => { }, cancellationToken);

        Assert.Empty(asked.Where(question => !question.IsRight && question.Answer is { Outcome: Outcome.Computed or Outcome.Corrected, Working.Count: > 0 }).Select(question => $"{question.Expected.Question} {question.Answer!.Text}"));
        Assert.InRange(asked.Count(question => question.IsRight), atLeast, asked.Count);
    }
}

using System.Globalization;
using ChannelBot.Cli.Asking;
using ChannelBot.Core;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Planner.LanguageModels;

namespace ChannelBot.Cli.Evaluation;

/// <summary>A question that was asked, its answer and the judgement on it.</summary>
/// <param name="Answer">Null where the question was refused as bad input.</param>
/// <param name="Faults">What is wrong with the answer; none means right.</param>
/// <param name="Elapsed">Of the last time it was asked.</param>
/// <param name="Before">Questions asked before it in its conversation.</param>
/// <param name="Model">What a language model did for it; null where none was asked.</param>
internal sealed record AskedQuestion(
    ExpectedAnswer Expected, Answer? Answer, IReadOnlyList<string> Faults, TimeSpan Elapsed, IReadOnlyList<string> Before, ModelUse? Model = null)
{
    public bool IsRight => Faults.Count is 0;
}

/// <summary>Asks the questions of a file, conversation by conversation, and judges the answers.</summary>
internal sealed class EvaluationRun(Ask ask, TimeProvider clock)
{
    /// <summary>Asks everything once and judges it; then again, unjudged, for as long as <paramref name="warmUp"/> says: the times are of
    /// the last round, when the program runs as it does after its first seconds.</summary>
    public async Task<IReadOnlyList<AskedQuestion>> AskAllAsync(
        QuestionFile file, TimeSpan warmUp, Action asked, CancellationToken cancellationToken)
    {
        var conversations = ConversationOrder.Arrange([.. file.Questions.Select(question => (question.Group, question.Turn))]);
        var results = new AskedQuestion[file.Questions.Count];
        foreach (var conversation in conversations)
        {
            await AskConversationAsync(file, conversation, results, asked, cancellationToken);
        }

        var elapsed = new TimeSpan[results.Length];
        var start = clock.GetTimestamp();
        while (clock.GetElapsedTime(start) < warmUp)
        {
            foreach (var conversation in conversations)
            {
                await TimeConversationAsync(file, conversation, elapsed, cancellationToken);
            }
        }

        return warmUp > TimeSpan.Zero ? [.. results.Select((result, i) => result with { Elapsed = elapsed[i] })] : results;
    }

    private async Task AskConversationAsync(
        QuestionFile file, int[] conversation, AskedQuestion[] results, Action asked, CancellationToken cancellationToken)
    {
        var state = ConversationState.Empty;
        var before = new List<string>();
        foreach (var index in conversation)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var expected = file.Questions[index];
            var (answer, next, refused, elapsed, model) = await AskOneAsync(expected.Question, state, cancellationToken);
            var faults = answer is null
                ? [string.Create(CultureInfo.InvariantCulture, $"was not answered: {refused}")]
                : Judge.FaultsOf(expected, answer);
            results[index] = new AskedQuestion(expected, answer, faults, elapsed, [.. before], model);
            before.Add(expected.Question);
            state = next;
            asked();
        }
    }

    private async Task TimeConversationAsync(
        QuestionFile file, int[] conversation, TimeSpan[] elapsed, CancellationToken cancellationToken)
    {
        var state = ConversationState.Empty;
        foreach (var index in conversation)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (_, state, _, elapsed[index], _) = await AskOneAsync(file.Questions[index].Question, state, cancellationToken);
        }
    }

    private async Task<(Answer? Answer, ConversationState State, string Refused, TimeSpan Elapsed, ModelUse? Model)> AskOneAsync(
        string question, ConversationState state, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        try
        {
            var turn = await ask(question, state, cancellationToken);
            return (turn.Answer, turn.State, "", clock.GetElapsedTime(start), turn.Model);
        }
        catch (BadInputException bad)
        {
            return (null, state, bad.Message, clock.GetElapsedTime(start), null);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // One question's fault is a finding about that question, not the end of the evaluation.
            return (null, state, $"a fault of the program, {fault.GetType().Name}: {fault.Message}", clock.GetElapsedTime(start), null);
        }
    }
}

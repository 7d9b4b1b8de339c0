using System.Globalization;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Knowledge;
using ChannelBot.Planner.Embedded;
using ChannelBot.Planner.Guards;
using ChannelBot.Planner.Plugins;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace ChannelBot.Planner.LanguageModels;

/// <summary>A question for a model.</summary>
/// <param name="UserText">All that the user has written in the conversation.</param>
/// <param name="Rules">What the embedded planner answers: a model's silence is held against it.</param>
internal sealed record ModelQuestion(string Text, ConversationState Conversation, string UserText, RulesAnswer Rules);

/// <summary>What came of it.</summary>
/// <param name="Answer">Passes every guard; null where the embedded planner's answer is to be sent.</param>
/// <param name="Topic">As <see cref="PastTurn.Topic"/>.</param>
/// <param name="Messages">The functions it called, and what they returned.</param>
internal sealed record ModelAttempt(Answer? Answer, IReadOnlyList<string> Topic, IReadOnlyList<ChatMessage> Messages, ModelUse Use);

/// <summary>Lets a language model plan and word an answer: it calls the same functions as the embedded planner, and its answer passes the same
/// guards. What they refuse it may mend once.</summary>
internal sealed class ModelPlanner(LanguageModel model, KnowledgeFile knowledge, Kernel kernel, AnswerAssembler assembler, AnswerGate gate, TimeProvider time)
{
    private const int Attempts = 2;

    private readonly Prompts _prompts = new(PromptDirectory.Of("planner"));

    /// <exception cref="OperationCanceledException">Whoever asked does not want an answer any more.</exception>
    public async Task<ModelAttempt> AnswerAsync(ModelQuestion question, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var turn = new ModelTurn(model, question, knowledge) { Progress = progress };
        using var limit = new CancellationTokenSource(model.Limits.Time, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await ConverseAsync(turn, question, either.Token);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            turn.Problems.Add(new ModelProblem("cancelled", "whoever asked does not want an answer any more"));
            turn.End(ModelEnd.Failed);
            throw;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            turn.Problems.Add(new ModelProblem("time", string.Create(CultureInfo.InvariantCulture, $"no answer within {model.Limits.Time.TotalSeconds:0} seconds")));
        }
        catch (GivenUpException given)
        {
            turn.Problems.Add(new ModelProblem(given.Kind, given.Message));
        }
#pragma warning disable CA1031 // The boundary: whatever a service or its client fails with, the user gets the embedded planner's answer.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            turn.Problems.Add(model.Explain(fault));
        }

        return new ModelAttempt(null, [], turn.Messages, turn.End(ModelEnd.Failed));
    }

    private async Task<ModelAttempt> ConverseAsync(ModelTurn turn, ModelQuestion question, CancellationToken cancellationToken)
    {
        var limits = model.Limits;
        var instructions = await _prompts.SystemAsync(LengthGuard.MostWords, cancellationToken);
        var messages = ModelConversation.Of(instructions, question.Text, question.Conversation, limits.HistoryTokens, model.CountTokens);
        var client = turn.Client();
        var options = OptionsOf(turn);
        turn.Progress?.Report(WorkSteps.Asking);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var response = await client.GetResponseAsync(messages, options, cancellationToken);
            messages.AddRange(response.Messages);
            turn.Messages.AddRange(response.Messages);
            turn.Progress?.Report(WorkSteps.Checking);
            var problems = new List<ModelProblem>();
            var written = response.Messages.LastOrDefault(message => message.Role == ChatRole.Assistant)?.Text ?? "";
            if (Check(written, turn, question, problems) is var (answer, topic))
            {
                return new ModelAttempt(answer, topic, turn.Messages, turn.End(attempt == 1 ? ModelEnd.Answered : ModelEnd.Repaired));
            }

            turn.Problems.AddRange(problems);
            if (attempt < Attempts)
            {
                turn.Progress?.Report(WorkSteps.Mending);
                messages.Add(new ChatMessage(ChatRole.User, await _prompts.RepairAsync(problems.Select(problem => problem.Detail), cancellationToken)));
            }
        }

        return new ModelAttempt(null, [], turn.Messages, turn.End(ModelEnd.Refused));
    }

    /// <summary>What the picture shows also stands in the answer.</summary>
    private static bool IsTold(DrawnChart drawn, Answer answer) => drawn.Bars.All(bar => bar.Figures.All(figure => answer.Citations.Any(citation => citation.Sentence == figure.Sentence)));

    private ChatOptions OptionsOf(ModelTurn turn)
    {
        var own = kernel.Clone();
        own.Data[TurnLedger.Key] = turn.Ledger;
        return new ChatOptions
        {
            Tools = [.. own.Plugins.SelectMany(plugin => plugin.AsAIFunctions(own)).Select(function => new ModelFunction(function, ((KernelFunction)function).Metadata, turn))],
            Temperature = 0,
            MaxOutputTokens = model.Limits.AnswerTokens,
            ResponseFormat = model.Limits.TakesSchema ? ChatResponseFormat.ForJsonSchema(ModelReply.Schema, "answer", "The answer to the question.") : null,
        };
    }

    /// <summary>The answer, where all that it says can be accounted for; null, and the reasons, where not.</summary>
    private (Answer Answer, IReadOnlyList<string> Topic)? Check(string written, ModelTurn turn, ModelQuestion question, List<ModelProblem> problems)
    {
        if (ModelReply.Read(written, problems) is not { } reply || new ReplyWriter(knowledge, turn.Sources, problems).Write(reply) is not { } draft)
        {
            return null;
        }

        var answer = assembler.Assemble(question.Text, [draft]) with
        {
            Planner = model.Provider,
        };
        answer = answer with { Chart = turn.Ledger.Returned.OfType<DrawnChart>().LastOrDefault(drawn => IsTold(drawn, answer))?.Chart };
        var report = gate.Look(answer, Grounds.Of(question.UserText, [null], turn.Ledger, question.Conversation));
        problems.AddRange(report.Findings.Select(finding => new ModelProblem(finding.Guard, finding.Problem)));
        problems.AddRange(RulesDoubt.Of(answer, question.Rules));
        return problems.Count == 0 ? (answer, draft.Topic) : null;
    }
}

using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded;
using ChannelBot.Planner.Embedded.Arithmetic;
using ChannelBot.Planner.Plugins;
using Microsoft.SemanticKernel;

namespace ChannelBot.Planner.Tests.Arithmetic;

/// <summary>Asks the calculation answerer, with its function calls run by a real kernel.</summary>
internal static class Asked
{
    public static Question Question(KnowledgeFile knowledge, string text, ConversationState? conversation = null)
    {
        var cleaned = QuestionText.Clean(text);
        return new Question(text, cleaned, Tokenizer.Tokenize(cleaned), QuantityScanner.Scan(cleaned), knowledge, conversation ?? ConversationState.Empty);
    }

    /// <summary>The draft of the answer; null where the request is not for the calculator.</summary>
    public static async Task<Draft?> DraftAsync(KnowledgeFile knowledge, string text, ConversationState? conversation = null)
    {
        var question = Question(knowledge, text, conversation);
        var step = new CalculationAnswerer().Propose(question);
        var kernel = new Kernel();
        kernel.Plugins.AddFromObject(new CalculatorPlugin(knowledge), CalculatorPlugin.Name);
        kernel.Plugins.AddFromObject(new FiguresPlugin(knowledge), FiguresPlugin.Name);
        var ledger = new TurnLedger();
        ledger.Follow(question.Conversation);
        kernel.Data[TurnLedger.Key] = ledger;
        while (step is CallFunctions calls)
        {
            var before = ledger.Returned.Count;
            foreach (var call in calls.Calls)
            {
                await kernel.InvokeAsync(call.Plugin, call.Function, new KernelArguments(call.Arguments.ToDictionary()), TestContext.Current.CancellationToken);
            }

            step = calls.Then([.. ledger.Returned.Skip(before)]);
        }

        return (step as Finish)?.Draft;
    }

    /// <summary>The conversation after <paramref name="text"/> was asked and answered.</summary>
    public static async Task<(Draft? Draft, ConversationState State)> NextAsync(KnowledgeFile knowledge, string text, ConversationState state)
    {
        var draft = await DraftAsync(knowledge, text, state);
        return draft is null ? (null, state) : (draft, state.With(new PastTurn(text, AnswerOf(text, draft), draft.Topic)));
    }

    public static Answer AnswerOf(string question, Draft draft) => new()
    {
        KnowledgeSha256 = "",
        Question = question,
        Outcome = draft.Outcome,
        Text = draft.Text,
        Working = draft.Working,
        Reason = draft.Reason,
        Planner = "test",
    };
}

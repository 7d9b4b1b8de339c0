using ChannelBot.Core.Knowledge;
using ChannelBot.Planner.Plugins;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace ChannelBot.Planner.LanguageModels;

/// <summary>What one question to a model has come to so far.</summary>
internal sealed class ModelTurn
{
    private readonly LanguageModel _model;
    private readonly TurnCost _cost = new();

    public ModelTurn(LanguageModel model, ModelQuestion question, KnowledgeFile knowledge)
    {
        _model = model;
        Ledger.Follow(question.Conversation);
        Sources = new ReplySources(knowledge, question.Conversation, question.UserText, Ledger);
    }

    /// <summary>Told what is being done, as <see cref="WorkSteps"/> has it; null where nobody waits to know.</summary>
    public IProgress<string>? Progress { get; init; }

    public List<ModelProblem> Problems { get; } = [];

    public TurnLedger Ledger { get; } = new();

    public ReplySources Sources { get; }

    /// <summary>What the model and the functions said.</summary>
    public List<ChatMessage> Messages { get; } = [];

    /// <summary>The model, its rounds counted, with the calling of functions around it. It is not disposed of: the model outlives the turn.</summary>
    public IChatClient Client()
    {
        var client = new ChatClientBuilder(new TurnMeter(_model, _cost, Problems)).UseKernelFunctionInvocation().Build();
        if (client.GetService<FunctionInvokingChatClient>() is { } calling)
        {
            calling.MaximumIterationsPerRequest = _model.Limits.Rounds;
        }

        return client;
    }

    /// <summary>What it came to, counted.</summary>
    public ModelUse End(ModelEnd end)
    {
        var use = new ModelUse(_model.Provider, _model.Name, end, _cost.Rounds, _cost.InputTokens, _cost.OutputTokens, [.. Problems]);
        ModelTelemetry.Count(use);
        return use;
    }
}

using System.Runtime.CompilerServices;
using ChannelBot.Core.Knowledge;
using ChannelBot.Models;
using ChannelBot.Planner;
using ChannelBot.Planner.LanguageModels;
using ChannelBot.Planner.Providers;

namespace ChannelBot.Host.Answering;

/// <summary>The language model that the settings name, if they name one.</summary>
internal sealed class ConfiguredModel(PlannerOptions options, TimeProvider time) : IDisposable
{
    /// <summary>Null where the embedded planner answers alone.</summary>
    public LanguageModel? Model { get; } = options.IsEmbedded ? null : Open(options, time);

    public QuestionPlanner PlannerOf(KnowledgeFile knowledge) =>
        Model is null ? QuestionPlanner.Embedded(knowledge) : QuestionPlanner.WithModel(knowledge, Model, time);

    public void Dispose() => Model?.Dispose();

    /// <summary>A method of its own: without a model nothing of the services' packages is loaded.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LanguageModel Open(PlannerOptions options, TimeProvider time) => ModelProviders.Open(options, time);
}

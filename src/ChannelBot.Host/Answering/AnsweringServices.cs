using ChannelBot.Bot;
using ChannelBot.BotFramework.Hosting;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Knowledge;
using ChannelBot.Host.Operations;
using ChannelBot.Planner;
using ChannelBot.Planner.Providers;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Answering;

/// <summary>What answers: the knowledge and its planner, loaded once.</summary>
internal static class AnsweringServices
{
    private static readonly string[] FirstQuestions =
    [
        "How many people arrived this year?", "Who said so?", "What share is that?", "What is this about?", "Hello",
    ];

    public static IServiceCollection AddAnswering(this IServiceCollection services)
    {
        services.AddSettings<PlannerOptions>(PlannerOptions.Section);
        services.AddSettings<KnowledgeOptions>(KnowledgeOptions.Section).Validate(options => File.Exists(options.FullPath), "Knowledge:Path names no file.");
        services.AddSingleton(provider => KnowledgeReader.Read(provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value.FullPath));
        services.AddSingleton<IValidateOptions<PlannerOptions>, SecretPlaces>();
        services.AddSingleton(provider => new ConfiguredModel(provider.GetRequiredService<IOptions<PlannerOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => provider.GetRequiredService<ConfiguredModel>().PlannerOf(provider.GetRequiredService<KnowledgeFile>()));
        services.AddHostedService<ModelWatch>();
        services.AddHealthChecks().AddCheck<ModelHealthCheck>("planner");
        services.AddSingleton<IAnswerSource, AnswerCache>();
        services.AddWarmUp<QuestionPlanner>("planner", AskFirstQuestionsAsync);
        return services;
    }

    /// <summary>The first questions cost a second, which nobody should wait for: they load the language data and the program's code.</summary>
    private static async Task AskFirstQuestionsAsync(QuestionPlanner planner, CancellationToken cancellationToken)
    {
        var state = ConversationState.Empty;
        foreach (var question in FirstQuestions)
        {
            state = (await planner.AskEmbeddedAsync(question, state, cancellationToken)).State;
        }
    }
}

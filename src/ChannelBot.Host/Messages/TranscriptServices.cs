using ChannelBot.Bot;
using ChannelBot.BotFramework.Hosting;
using ChannelBot.BotFramework.Transcripts;
using ChannelBot.BotFramework.Turns;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Messages;

/// <summary>Conversations of all channels as files, where the settings ask for it.</summary>
internal static class TranscriptServices
{
    public static IServiceCollection AddTranscripts(this IServiceCollection services)
    {
        services.AddSettings<TranscriptOptions>(TranscriptOptions.Section);
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<TranscriptOptions>>().Value;
            return new FileTranscriptLogger(
                options.FolderIn(AppContext.BaseDirectory), options.Anonymise, provider.GetRequiredService<ILogger<FileTranscriptLogger>>());
        });
        return services;
    }

    public static TurnRunner WithTranscripts(this TurnRunner runner, IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<TranscriptOptions>>().Value;
        if (options.AnswerRecords)
        {
            runner = runner.Use(new AnswerRecordMiddleware());
        }

        if (!options.IsOn)
        {
            return runner;
        }

        var transcripts = services.GetRequiredService<FileTranscriptLogger>();
        return runner.Use(new Forgetting(transcripts)).Use(new TranscriptLoggerMiddleware(transcripts, services.GetRequiredService<TimeProvider>()));
    }

    /// <summary>Files are kept as long as the store's turns.</summary>
    public static Task DeleteTranscriptsAsync(this IServiceProvider services, DateTimeOffset oldest, CancellationToken cancellationToken) =>
        services.GetRequiredService<IOptions<TranscriptOptions>>().Value.IsOn
            ? services.GetRequiredService<FileTranscriptLogger>().DeleteOlderThanAsync(oldest, cancellationToken)
            : Task.CompletedTask;

    public static Task ForgetInTranscriptsAsync(this IServiceProvider services, string channel, string user) =>
        services.GetRequiredService<IOptions<TranscriptOptions>>().Value.IsOn
            ? services.GetRequiredService<FileTranscriptLogger>().ForgetUserAsync(channel, user, CancellationToken.None)
            : Task.CompletedTask;

    /// <summary>Who says "forget me" is forgotten here too, with the words that said so.</summary>
    private sealed class Forgetting(FileTranscriptLogger transcripts) : BotFramework.Turns.IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            await next(cancellationToken);
            if (turnContext.TurnState.Get<UserForgotten>() is not null && turnContext.Activity.From?.Id is { } user)
            {
                await transcripts.ForgetUserAsync(turnContext.Activity.ChannelId, user, CancellationToken.None);
            }
        }
    }
}

using ChannelBot.Core;
using ChannelBot.Core.Conversations;
using Microsoft.Extensions.Options;

namespace ChannelBot.Host.Operations;

/// <summary>A host from its start to its end. What is wrong with its settings is said in a line.</summary>
internal static class HostRun
{
    private const string Framed = " with the error: '";

    /// <summary>Begins to warm up, beside whatever the caller does next.</summary>
    /// <returns>False where a setting is wrong or the store cannot be opened, so that nothing can run.</returns>
    public static bool BeginToLoad(this WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            app.Services.GetRequiredService<WarmUp>().Begin();
            _ = app.Services.GetRequiredService<IConversationStore>();
            return true;
        }
        catch (Exception problem) when (WhatIsWrong(problem) is { } lines)
        {
            Console.Error.WriteLine(string.Join(Environment.NewLine, lines));
            return false;
        }
    }

    /// <returns>The program's exit code: 0 when it was stopped, 1 where it stopped itself because what the settings name cannot be used.</returns>
    public static async Task<int> RunToEndAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            await app.RunAsync();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped before all of it had started.
        }

        return Environment.ExitCode;
    }

    /// <summary>A line for each setting or file that cannot be used; null where something else is the matter.</summary>
    private static IEnumerable<string>? WhatIsWrong(Exception problem) => problem switch
    {
        OptionsValidationException refused => refused.Failures.Select(Plain).Distinct(),
        BadInputException => [problem.Message],
        AggregateException several when several.InnerExceptions.All(one => one is OptionsValidationException) =>
            several.InnerExceptions.Cast<OptionsValidationException>().SelectMany(one => one.Failures).Select(Plain).Distinct(),
        _ => null,
    };

    /// <summary>"DataAnnotation validation failed for … with the error: 'The field …'.": what comes behind is for who wrote the setting.</summary>
    private static string Plain(string failure) => failure.IndexOf(Framed, StringComparison.Ordinal) is > 0 and var at
        ? failure[(at + Framed.Length)..].TrimEnd('.').TrimEnd('\'') : failure;
}

using System.Globalization;
using ChannelBot.Testing.Drivers;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Scripts;
using Stopwatch = System.Diagnostics.Stopwatch;

namespace ChannelBot.Testing.Running;

/// <summary>Holds the conversations of scripts with a bot, many at a time, and says how each went. One that cannot be held does not keep
/// the others from it.</summary>
public sealed class ScriptRunner(IBotDriver driver, RunOptions? options = null, TimeProvider? time = null)
{
    private readonly RunOptions _options = options ?? new RunOptions();
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>How many conversations the scripts come to: one for each paraphrase and each repetition.</summary>
    public int Count(IEnumerable<Script> scripts) => scripts.Sum(script => script.Phrasings.Count()) * _options.Repeat;

    /// <param name="done">Told of each conversation as it ends.</param>
    /// <returns>In the order of the scripts, whichever ended first: each as written, then its paraphrases, each of these as often as asked for.</returns>
    public async Task<IReadOnlyList<ScriptResult>> RunAsync(
        IEnumerable<Script> scripts, Action<ScriptResult>? done = null, CancellationToken cancellationToken = default) =>
        await RunAsync(scripts.SelectMany(script => script.Phrasings), done, cancellationToken);

    /// <inheritdoc cref="RunAsync(IEnumerable{Script}, Action{ScriptResult}?, CancellationToken)"/>
    public async Task<IReadOnlyList<ScriptResult>> RunAsync(
        IEnumerable<Phrasing> phrasings, Action<ScriptResult>? done = null, CancellationToken cancellationToken = default)
    {
        var runs = phrasings
            .SelectMany(phrasing => Enumerable.Range(1, _options.Repeat).Select(attempt => (Phrasing: phrasing, Attempt: attempt)))
            .ToArray();
        var results = new ScriptResult[runs.Length];
        var limits = new ParallelOptions { MaxDegreeOfParallelism = _options.Parallel, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, runs.Length, limits, async (i, cancel) =>
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{runs[i].Phrasing.Script.Name}-{i + 1}");
            results[i] = await HoldAsync(runs[i].Phrasing, runs[i].Attempt, id, cancel);
            done?.Invoke(results[i]);
        });
        return results;
    }

    private async Task<ScriptResult> HoldAsync(Phrasing phrasing, int attempt, string id, CancellationToken cancellationToken)
    {
        var script = phrasing.Script;
        var result = new ScriptResult { Script = script, Name = script.Name, Path = script.Path, Paraphrase = phrasing.Paraphrase, Attempt = attempt };
        if (driver.WhyNot(script.Header) is { } reason)
        {
            return result with { Skipped = reason };
        }

        var started = Stopwatch.GetTimestamp();
        var turns = new List<TurnResult>();
        List<string> problems = [.. phrasing.Paraphrase is null ? script.Problems.Select(problem => problem.ToString()) : []];
        try
        {
            await using var conversation = await InTimeAsync("the start of the conversation", cancel => driver.StartAsync(script.Header with { ConversationId = id }, cancel), cancellationToken);
            foreach (var turn in script.Turns)
            {
                turns.Add(await TakeAsync(conversation, phrasing, turn, cancellationToken));
            }
        }
        catch (BotDriverException refusal)
        {
            problems.Add(refusal.Message);
        }

        return result with { Turns = turns, Problem = problems.Count is 0 ? null : string.Join('\n', problems), Elapsed = Stopwatch.GetElapsedTime(started) };
    }

    private async Task<TurnResult> TakeAsync(IBotConversation conversation, Phrasing phrasing, ScriptTurn turn, CancellationToken cancellationToken)
    {
        if (_options.KeepsDelays && turn.Delay is { } pause)
        {
            await Task.Delay(pause, _time, cancellationToken);
        }

        var activity = phrasing.ActivityOf(turn);
        var said = string.IsNullOrEmpty(activity.Text) ? activity.Type : activity.Text;
        try
        {
            var observation = await InTimeAsync($"'{said}'", cancel => conversation.SendAsync(activity, turn.AwaitedMessages, cancel), cancellationToken);
            return new TurnResult(turn, said, observation, TurnCheck.Of(turn, observation, _options.Rules));
        }
        catch (BotDriverException refusal)
        {
            throw new BotDriverException($"{turn.Place}: {refusal.Message}", refusal);
        }
    }

    private async Task<T> InTimeAsync<T>(string what, Func<CancellationToken, Task<T>> act, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_options.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await act(either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new BotDriverException(string.Create(CultureInfo.InvariantCulture, $"No answer to {what} within {_options.Timeout.TotalSeconds:0.###} s."));
        }
    }
}

using System.Globalization;
using System.Text.Json.Serialization;
using ChannelBot.Core.Answers;
using ChannelBot.Planner.Embedded;
using ChannelBot.Planner.Guards;
using ChannelBot.Planner.LanguageModels;
using Microsoft.Extensions.AI;

namespace ChannelBot.Planner;

/// <summary>One call of a kernel function.</summary>
/// <param name="Function">"figures_find".</param>
/// <param name="Arguments">As a reader would write them: "name: arrivals".</param>
/// <param name="Result">What came back, a line or more.</param>
public sealed record FunctionCall(string Function, string Arguments, string Result);

/// <summary>How an answer came about, for <c>--explain</c>. Worded only when it is read.</summary>
public sealed class Explanation
{
    private readonly Turn _turn;
    private readonly IEnumerable<ChatMessage> _messages;
    private readonly Passed _passed;

    internal Explanation(Turn turn, IEnumerable<ChatMessage> messages, Passed passed)
    {
        _turn = turn;
        _messages = messages;
        _passed = passed;
    }

    /// <summary>What a language model did and cost, where one was asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ModelUse? Model { get; internal init; }

    /// <summary>What the question was taken to ask, a line or more for each request in it.</summary>
    public IReadOnlyList<string> Analysis => [.. _turn.Answered.SelectMany(answered => answered.By.Describe(answered.Ask))];

    /// <summary>The plan as function calls with their results.</summary>
    public IReadOnlyList<FunctionCall> Calls => [.. Plan.Select(step => new FunctionCall(step.Function, step.ArgumentText, step.Result))];

    /// <summary>The same, complete enough for <see cref="QuestionPlanner.ReplayAsync"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<PlanStep> Plan
    {
        get
        {
            // A model may give two calls the same id: each takes the next result of that id.
            var contents = _messages.SelectMany(message => message.Contents).ToArray();
            var results = contents.OfType<FunctionResultContent>().GroupBy(result => result.CallId, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => new Queue<FunctionResultContent>(group), StringComparer.Ordinal);
            return [.. contents.OfType<FunctionCallContent>().Select((call, at) => StepOf(
                call, results.TryGetValue(call.CallId, out var of) && of.TryDequeue(out var result) ? result.Result?.ToString() ?? "" : "", at))];
        }
    }

    /// <summary>What each guard found, repairs and refusals included.</summary>
    public IReadOnlyList<string> Guards => _passed.Lines;

    internal Explanation With(ModelUse use) => new(_turn, _messages, _passed) { Model = use };

    private PlanStep StepOf(FunctionCallContent call, string result, int at)
    {
        var arguments = (call.Arguments ?? new Dictionary<string, object?>()).Where(argument => argument.Value is not null)
            .ToDictionary(argument => argument.Key, argument => Convert.ToString(argument.Value, CultureInfo.InvariantCulture)!, StringComparer.Ordinal);
        var refersBack = arguments.Values.Any(value => value.Contains("earlier:", StringComparison.Ordinal));
        return new PlanStep(call.Name, arguments, result) { Earlier = refersBack ? _turn.Ledger.EarlierAt(at) : null };
    }
}

namespace ChannelBot.Core.Answers;

/// <summary>One function call of the plan by which an answer came about, complete enough to be made again.</summary>
/// <param name="Function">"figures_find".</param>
/// <param name="Arguments">By name, in their order; an argument that was left out is not there.</param>
/// <param name="Result">What came back, a line or more.</param>
public sealed record PlanStep(string Function, IReadOnlyDictionary<string, string> Arguments, string Result)
{
    /// <summary>The calculations of the answer before, which the arguments may refer to: "earlier:1". Null where they do not.</summary>
    public IReadOnlyList<Working>? Earlier { get; init; }

    /// <summary>As a reader would write them: "words: arrivals this year".</summary>
    public string ArgumentText => string.Join(", ", Arguments.Select(argument => $"{argument.Key}: {argument.Value}"));

    /// <summary>"figures_find(words: arrivals this year)".</summary>
    public override string ToString() => $"{Function}({ArgumentText})";
}

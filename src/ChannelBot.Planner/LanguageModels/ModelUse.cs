using System.Globalization;
using System.Text.Json.Serialization;

namespace ChannelBot.Planner.LanguageModels;

/// <summary>Something that a model did wrong, or that went wrong with it.</summary>
/// <param name="Kind">What counters count: a guard's name, "form", "unknown function", "rate limited".</param>
/// <param name="Detail">A sentence for a person.</param>
public sealed record ModelProblem(string Kind, string Detail)
{
    public override string ToString() => $"{Kind}: {Detail}";
}

/// <summary>What became of a question that a model was asked.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ModelEnd>))]
public enum ModelEnd
{
    /// <summary>Its answer passed the guards at once.</summary>
    Answered,

    /// <summary>Its second answer did, once it had been told what was wrong with the first.</summary>
    Repaired,

    /// <summary>Neither did: the embedded planner answered.</summary>
    Refused,

    /// <summary>It did not answer within its limits, or not at all: the embedded planner answered.</summary>
    Failed,
}

/// <summary>What a model did for one question, and what that cost.</summary>
/// <param name="Provider">"openai".</param>
/// <param name="Model">Its name.</param>
/// <param name="Rounds">How often it was called.</param>
/// <param name="Problems">In the order in which they came up.</param>
public sealed record ModelUse(
    string Provider, string Model, ModelEnd End, int Rounds, long InputTokens, long OutputTokens, IReadOnlyList<ModelProblem> Problems)
{
    /// <summary>For <c>--explain</c>: a line on the whole, then one for each problem.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Lines =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{Provider} {Model}: {Ending}; {Rounds} rounds, {InputTokens:N0} tokens read, {OutputTokens:N0} written"),
        .. Problems.Select(problem => problem.ToString()),
    ];

    private string Ending => End switch
    {
        ModelEnd.Answered => "answered",
        ModelEnd.Repaired => "answered after one repair",
        ModelEnd.Refused => "refused, the embedded planner answered",
        _ => "failed, the embedded planner answered",
    };
}

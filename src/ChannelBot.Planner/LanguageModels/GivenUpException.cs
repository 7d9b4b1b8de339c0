namespace ChannelBot.Planner.LanguageModels;

/// <summary>A model is not waited for any longer.</summary>
/// <param name="kind">As <see cref="ModelProblem.Kind"/>.</param>
public sealed class GivenUpException(string kind, string message) : Exception(message)
{
    public string Kind { get; } = kind;
}

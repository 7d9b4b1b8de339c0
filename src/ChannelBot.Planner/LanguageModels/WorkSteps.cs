using ChannelBot.Planner.Plugins;

namespace ChannelBot.Planner.LanguageModels;

/// <summary>What a model is at, in a few words for who waits for it. The words are the program's, never the model's: nothing that has not
/// passed the guards is shown.</summary>
internal static class WorkSteps
{
    public const string Asking = "Reading the question…";
    public const string Reading = "Reading the article…";
    public const string Checking = "Checking the answer against the article…";
    public const string Mending = "Putting the answer right…";

    /// <summary>While a function runs.</summary>
    public static string Of(string? plugin, string function) => (plugin, function) switch
    {
        (ChartsPlugin.Name, ChartsPlugin.Draw) => "Drawing the numbers…",
        (FiguresPlugin.Name, _) => "Looking up the numbers…",
        (CalculatorPlugin.Name, "share" or "difference_of_shares") => "Working out the share…",
        (CalculatorPlugin.Name, "percent_change" or "percentage_points" or "value_after_change" or "value_before_change") => "Working out the change…",
        (CalculatorPlugin.Name, "rate_per" or "extrapolate") => "Working out the rate…",
        (CalculatorPlugin.Name, "compare" or "ratio") => "Comparing the numbers…",
        (CalculatorPlugin.Name, _) => "Working out the sum…",
        _ => Reading,
    };
}

using System.ComponentModel.DataAnnotations;

namespace ChannelBot.Host.Answering;

/// <summary>The <c>Planner</c> section of appsettings.json, which the programs share.</summary>
public sealed class PlannerOptions
{
    public const string Section = "Planner";

    /// <summary>Who plans and words the answers; "embedded" needs no model and no network.</summary>
    [Required]
    [AllowedValues("embedded", ErrorMessage = "Planner:Provider must be \"embedded\".")]
    public string Provider { get; init; } = "embedded";
}

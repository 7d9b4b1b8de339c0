using System.Globalization;

namespace ChannelBot.Planner.Guards;

/// <summary>How many answers a planner's guards have looked at, and what became of those that they refused.</summary>
/// <param name="Repaired">Sent as the cited sentences alone.</param>
/// <param name="Withheld">Replaced by a reviewed text.</param>
/// <param name="Returned">Given back to the language model that wrote them.</param>
public sealed record GuardFigures(long Checked, long Repaired, long Withheld, long Returned = 0)
{
    public long Refused => Repaired + Withheld + Returned;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Checked:N0} answers checked, {Refused:N0} refused: {Repaired:N0} repaired, {Withheld:N0} withheld, {Returned:N0} given back to a model");
}

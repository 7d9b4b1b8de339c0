using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace ChannelBot.BotFramework.Hosting;

/// <summary>A setting that is a length of time has these bounds, both taken.</summary>
/// <param name="least">"00:16:00".</param>
/// <param name="most">"1.00:00:00".</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeRangeAttribute(string least, string most) : ValidationAttribute
{
    public string Least => least;

    public string Most => most;

    public override bool IsValid(object? value) => value is TimeSpan time && time >= Read(least) && time <= Read(most);

    private static TimeSpan Read(string text) => TimeSpan.ParseExact(text, "c", CultureInfo.InvariantCulture);
}

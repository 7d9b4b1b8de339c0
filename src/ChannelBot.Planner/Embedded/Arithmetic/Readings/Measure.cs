using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>What a number measures, as far as a formula cares.</summary>
internal enum Measure
{
    Amount,
    Money,
    Percent,
    Time,
    Factor,
}

/// <summary>Tells what a number measures.</summary>
internal static class Measures
{
    /// <param name="form">How it is written: a third is a factor, whatever it is a third of.</param>
    public static Measure Of(Unit unit, NumberForm form) => unit.Dimension switch
    {
        Dimension.Percent or Dimension.PercentagePoints => Measure.Percent,
        Dimension.Money => Measure.Money,
        Dimension.Time when form is not NumberForm.Age => Measure.Time,
        Dimension.Ratio => Measure.Factor,
        _ when form is NumberForm.Fraction or NumberForm.OneIn or NumberForm.Multiplier => Measure.Factor,
        _ => Measure.Amount,
    };
}

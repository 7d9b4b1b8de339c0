using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Arithmetic;
using ChannelBot.Planner.Embedded.Arithmetic.Readings;
using Fractions;

namespace ChannelBot.Planner.Tests.Arithmetic;

/// <summary>The formulas by which requests are read.</summary>
public sealed class FormulaTests
{
    private const int Seeds = 20;

    public static TheoryData<string> Texts => [.. Formulas.English.All.Select(formula => formula.Text)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_formula_comes_to_what_the_calculator_makes_of_it(string text)
    {
        var formula = Formula.Parse(text);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            Slot[] slots = [.. formula.Places.Select(place => SlotFor(place, random))];
            if (formula.With(slots) is ComputedTerm term && Trial.Succeeds(term))
            {
                Assert.Equal(Trial.Of(term).Value.ToDouble(), formula.Value(slots), tolerance: 1e-6 * Math.Max(1, Math.Abs(formula.Value(slots))));
                Assert.Equal(formula.Value(slots), TermValue.Of(term), tolerance: 1e-6 * Math.Max(1, Math.Abs(formula.Value(slots))));
            }
        }
    }

    [Theory]
    [InlineData("subtract(a,b")]
    [InlineData("add(a,b))")]
    public void A_formula_that_does_not_end_where_it_should_is_refused(string text) =>
        Assert.ThrowsAny<Exception>(() => Formula.Parse(text));

    private static Slot SlotFor(string place, Random random) => place switch
    {
        "p" or "q" or "r" => Number(random.Next(1, 90), Unit.Percent, Measure.Percent),
        "t" or "u" => Constant(new Fraction(random.Next(1, 400)), Measure.Time),
        "f" or "g" => Constant(new Fraction(random.Next(1, 9), random.Next(1, 9)), Measure.Factor),
        _ => Number(random.Next(1, 100_000), Unit.None, Measure.Amount),
    };

    private static Slot Number(int value, Unit unit, Measure measure) =>
        new(new UserTerm(Quantity.Exact(value, unit), $"{value}"), value, measure, SlotSource.User, 0, []);

    private static Slot Constant(Fraction value, Measure measure) =>
        new(new ConstantTerm(value, NumberText.AsFraction(value)), value.ToDouble(), measure, SlotSource.User, 0, []);
}

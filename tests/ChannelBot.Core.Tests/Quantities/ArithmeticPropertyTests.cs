using ChannelBot.Core.Quantities;
using CsCheck;
using Fractions;

namespace ChannelBot.Core.Tests.Quantities;

/// <summary>Whatever the operands truly are, the true result lies in what the program says.</summary>
public sealed class ArithmeticPropertyTests
{
    private const int Times = 3000;
    private static readonly Unit s_kilometre = new(Dimension.Length, "kilometre");

    [Fact]
    public void Add_holds_every_true_sum() => Holds(QuantityArithmetic.Add, (a, b) => a + b, Quantities.Any(s_kilometre), Quantities.Any(s_kilometre));

    [Fact]
    public void Subtract_holds_every_true_difference() =>
        Holds(QuantityArithmetic.Subtract, (a, b) => a - b, Quantities.Any(s_kilometre), Quantities.Any(s_kilometre));

    [Fact]
    public void Multiply_holds_every_true_product() =>
        Holds(QuantityArithmetic.Multiply, (a, b) => a * b, Quantities.Any(s_kilometre), Quantities.Any(Unit.Ratio));

    [Fact]
    public void Multiply_by_a_percentage_holds_every_true_part() =>
        Holds(QuantityArithmetic.Multiply, (a, b) => a * b / 100, Quantities.Any(Unit.Percent), Quantities.Any(s_kilometre));

    [Fact]
    public void Divide_holds_every_true_quotient() =>
        Holds(QuantityArithmetic.Divide, (a, b) => a / b, Quantities.Any(s_kilometre), Quantities.Positive(Unit.Ratio));

    [Fact]
    public void Ratio_holds_every_true_ratio() =>
        Holds(QuantityArithmetic.Ratio, (a, b) => a / b, Quantities.Any(s_kilometre), Quantities.Positive(s_kilometre));

    [Fact]
    public void Share_holds_every_true_share() =>
        Holds(QuantityArithmetic.Share, (part, whole) => part / whole * 100, Quantities.Positive(s_kilometre), Quantities.Positive(s_kilometre));

    [Fact]
    public void PercentChange_holds_every_true_change() => Holds(
        QuantityArithmetic.PercentChange, (before, after) => (after - before) / before * 100, Quantities.Positive(s_kilometre), Quantities.Any(s_kilometre));

    [Fact]
    public void PercentagePoints_hold_every_true_difference() =>
        Holds(QuantityArithmetic.PercentagePoints, (a, b) => a - b, Quantities.Any(Unit.Percent), Quantities.Any(Unit.Percent));

    [Fact]
    public void ValueAfterChange_holds_every_true_value() => Holds(
        QuantityArithmetic.ValueAfterChange, (before, change) => before * (change + 100) / 100, Quantities.Any(s_kilometre),
        Quantities.Any(Unit.Percent).Where(change => change.Truth > -100));

    [Fact]
    public void ValueBeforeChange_holds_every_true_value() => Holds(
        QuantityArithmetic.ValueBeforeChange, (after, change) => after * 100 / (change + 100), Quantities.Any(s_kilometre), Quantities.Positive(Unit.Percent));

    [Fact]
    public void RatePer_holds_every_true_rate() =>
        Gen.Select(Quantities.Any(s_kilometre), Quantities.Positive(Unit.Day), Gen.Int[1, 1000]).Sample(
            (a, b, per) => Check(
                () => QuantityArithmetic.RatePer(a.Quantity, b.Quantity, Quantity.Exact(per, Unit.Day)), a.Truth / b.Truth * per),
            iter: Times);

    [Fact]
    public void Extrapolate_holds_every_true_value() =>
        Gen.Select(Quantities.Any(s_kilometre), Quantities.Positive(Unit.Day), Quantities.Positive(Unit.Day)).Sample(
            (a, span, target) => Check(
                () => QuantityArithmetic.Extrapolate(a.Quantity, span.Quantity, target.Quantity), a.Truth * target.Truth / span.Truth),
            iter: Times);

    [Fact]
    public void DifferenceOfShares_holds_every_true_difference() =>
        Gen.Select(Quantities.Any(s_kilometre), Quantities.Any(s_kilometre), Quantities.Positive(s_kilometre)).Sample(
            (a, b, whole) => Check(
                () => QuantityArithmetic.DifferenceOfShares(a.Quantity, b.Quantity, whole.Quantity), (a.Truth - b.Truth) / whole.Truth * 100),
            iter: Times);

    [Fact]
    public void Compare_never_contradicts_the_truth() =>
        Gen.Select(Quantities.Any(s_kilometre), Quantities.Any(s_kilometre)).Sample(
            (a, b) => QuantityArithmetic.Compare(a.Quantity, b.Quantity) switch
            {
                Comparison.More => a.Truth > b.Truth,
                Comparison.Less => a.Truth < b.Truth,
                Comparison.Equal => a.Truth == b.Truth,
                Comparison.NotLess => a.Truth >= b.Truth,
                Comparison.NotMore => a.Truth <= b.Truth,
                _ => true,
            },
            iter: Times);

    [Fact]
    public void Compare_the_other_way_round_says_the_opposite() =>
        Gen.Select(Quantities.Any(s_kilometre), Quantities.Any(s_kilometre)).Sample(
            (a, b) => QuantityArithmetic.Compare(b.Quantity, a.Quantity) == Opposite(QuantityArithmetic.Compare(a.Quantity, b.Quantity)), iter: Times);

    [Fact]
    public void A_count_holds_every_true_whole_number_and_ends_on_whole_numbers() =>
        Gen.Select(Gen.Int[1, 90_000], Gen.Int[1, 60], Gen.Int[0, 10]).Sample(
            (after, percent, tenths) =>
            {
                var change = Quantity.Rounded(percent, 1, Unit.Percent);
                var before = QuantityArithmetic.ValueBeforeChange(Quantity.Exact(after, Unit.CountOf("boat")), change);
                var truth = new Rational(after, 1) * 100 / (Rational.Of(new Fraction(percent)) + new Rational((10 * tenths) - 50, 100) + 100);
                var below = new Fraction(truth.Top / truth.Bottom);
                var isWhole = Quantity.IsWhole(before.Low!.Value) && Quantity.IsWhole(before.High!.Value);
                return truth.Bottom.IsOne ? before.Contains(below) : !isWhole || before.Contains(below) || before.Contains(below + 1) || before.Low > below;
            },
            iter: Times);

    [Fact]
    public void Certain_operands_give_the_exact_result() =>
        Gen.Select(Quantities.AnyNumber, Quantities.PositiveNumber).Sample(
            (a, b) =>
            {
                var (left, right) = (Quantity.Exact(a, s_kilometre), Quantity.Exact(b, s_kilometre));
                var (x, y) = (Rational.Of(a), Rational.Of(b));
                return Is(QuantityArithmetic.Add(left, right), x + y) && Is(QuantityArithmetic.Subtract(left, right), x - y)
                    && Is(QuantityArithmetic.Ratio(left, right), x / y) && Is(QuantityArithmetic.Share(left, right), x / y * 100)
                    && Is(QuantityArithmetic.PercentChange(right, left), (x - y) / y * 100);
            },
            iter: Times);

    [Fact]
    public void A_change_there_and_back_holds_what_it_began_with() =>
        Gen.Select(Quantities.Any(s_kilometre), Quantities.Positive(Unit.Percent)).Sample(
            (value, change) => NothingFollows(() =>
            {
                var before = QuantityArithmetic.ValueBeforeChange(value.Quantity, change.Quantity);
                return QuantityArithmetic.ValueAfterChange(before, change.Quantity).Contains(value.Quantity);
            }),
            iter: Times);

    [Fact]
    public void Adding_and_taking_away_again_holds_what_it_began_with() =>
        Gen.Select(Quantities.Any(s_kilometre), Quantities.Any(s_kilometre)).Sample(
            (a, b) => NothingFollows(() =>
                QuantityArithmetic.Subtract(QuantityArithmetic.Add(a.Quantity, b.Quantity), b.Quantity).Contains(a.Quantity)),
            iter: Times);

    [Fact]
    public void Multiplying_and_dividing_again_holds_what_it_began_with() =>
        Gen.Select(Quantities.Any(s_kilometre), Quantities.Positive(Unit.Ratio)).Sample(
            (a, b) => NothingFollows(() =>
                QuantityArithmetic.Divide(QuantityArithmetic.Multiply(a.Quantity, b.Quantity), b.Quantity).Contains(a.Quantity)),
            iter: Times);

    [Fact]
    public void The_change_found_between_two_values_leads_from_one_to_the_other() =>
        Gen.Select(Quantities.PositiveNumber, Quantities.PositiveNumber).Sample(
            (before, after) =>
            {
                var (from, to) = (Quantity.Exact(before, s_kilometre), Quantity.Exact(after, s_kilometre));
                var change = QuantityArithmetic.PercentChange(from, to);
                return QuantityArithmetic.ValueAfterChange(from, change).Value == after
                    && QuantityArithmetic.ValueBeforeChange(to, change).Value == before;
            },
            iter: Times);

    [Fact]
    public void A_share_of_the_whole_is_the_part() =>
        Gen.Select(Quantities.AnyNumber, Quantities.PositiveNumber).Sample(
            (part, whole) => QuantityArithmetic.Multiply(
                QuantityArithmetic.Share(Quantity.Exact(part, s_kilometre), Quantity.Exact(whole, s_kilometre)),
                Quantity.Exact(whole, s_kilometre)).Value == part,
            iter: Times);

    [Fact]
    public void More_certain_operands_never_give_a_less_certain_result() =>
        Gen.Select(Quantities.Any(s_kilometre), Quantities.Positive(s_kilometre)).Sample(
            (a, b) => NothingFollows(() =>
            {
                var (certain, known) = (Quantity.Exact(a.Truth.ToFraction(), s_kilometre), Quantity.Exact(b.Truth.ToFraction(), s_kilometre));
                return QuantityArithmetic.Ratio(a.Quantity, b.Quantity).Contains(QuantityArithmetic.Ratio(certain, b.Quantity))
                    && QuantityArithmetic.Ratio(a.Quantity, b.Quantity).Contains(QuantityArithmetic.Ratio(a.Quantity, known));
            }),
            iter: Times);

    [Fact]
    public void The_value_of_a_result_is_one_that_it_may_be_or_its_only_end() =>
        Gen.Select(Quantities.Any(s_kilometre), Quantities.Any(s_kilometre)).Sample(
            (a, b) => NothingFollows(() =>
            {
                var sum = QuantityArithmetic.Add(a.Quantity, b.Quantity);
                return (sum.Low is null || sum.Value >= sum.Low) && (sum.High is null || sum.Value <= sum.High);
            }),
            iter: Times);

    private static void Holds(
        Func<Quantity, Quantity, Quantity> operation, Func<Rational, Rational, Rational> truth, Gen<Possible> left, Gen<Possible> right) =>
        Gen.Select(left, right).Sample(
            (a, b) => Check(() => operation(a.Quantity, b.Quantity), truth(a.Truth, b.Truth)), iter: Times);

    private static bool Check(Func<Quantity> operation, Rational truth) => NothingFollows(() => operation().Contains(truth.ToFraction()));

    /// <summary>A refusal is right where every result is possible; the other reasons are not for these operands.</summary>
    private static bool NothingFollows(Func<bool> check)
    {
        try
        {
            return check();
        }
        catch (UndefinedCalculationException undefined) when (undefined.Reason is UndefinedReason.NothingFollows)
        {
            return true;
        }
    }

    private static bool Is(Quantity quantity, Rational expected) => quantity.IsCertain && Rational.Of(quantity.Value) == expected;

    private static Comparison Opposite(Comparison comparison) => comparison switch
    {
        Comparison.More => Comparison.Less,
        Comparison.Less => Comparison.More,
        Comparison.NotLess => Comparison.NotMore,
        Comparison.NotMore => Comparison.NotLess,
        _ => comparison,
    };
}

using Fractions;

namespace ChannelBot.Core.Quantities;

/// <summary>The numbers a quantity may be, without its unit: interval arithmetic with open and missing ends.</summary>
internal readonly record struct Interval(Fraction? Low, Fraction? High, bool LowOpen, bool HighOpen)
{
    public static Interval Of(Quantity quantity) => new(quantity.Low, quantity.High, quantity.LowOpen, quantity.HighOpen);

    public static Interval Point(Fraction value) => new(value, value, false, false);

    public bool IsPoint => Low is { } low && High is { } high && low == high;

    public Interval Negated => new(-High, -Low, HighOpen, LowOpen);

    /// <summary>May one of its numbers be zero?</summary>
    public bool HoldsZero =>
        (Low is not { } low || low < 0 || (low.IsZero && !LowOpen))
        && (High is not { } high || high > 0 || (high.IsZero && !HighOpen));

    public static Interval operator +(Interval left, Interval right) => new(
        left.Low + right.Low, left.High + right.High, left.LowOpen || right.LowOpen, left.HighOpen || right.HighOpen);

    public static Interval operator -(Interval left, Interval right) => left + right.Negated;

    public static Interval operator *(Interval left, Interval right)
    {
        // The extremes of a product lie at the corners.
        var (lowLow, lowHigh) = (End.Low(left) * End.Low(right), End.Low(left) * End.High(right));
        var (highLow, highHigh) = (End.High(left) * End.Low(right), End.High(left) * End.High(right));
        var low = End.Lower(End.Lower(lowLow, lowHigh), End.Lower(highLow, highHigh));
        var high = End.Higher(End.Higher(lowLow, lowHigh), End.Higher(highLow, highHigh));
        return new(low.Finite, high.Finite, low.Finite is not null && low.Open, high.Finite is not null && high.Open);
    }

    /// <summary>One over each of its numbers. Zero must not be among them.</summary>
    public Interval Inverted
    {
        get
        {
            // Ends at zero are open here, so one over them has no end; an end that is missing goes to zero and never gets there.
            var low = High is not { } high ? Fraction.Zero : high.IsZero ? (Fraction?)null : high.Reciprocal();
            var up = Low is not { } below ? Fraction.Zero : below.IsZero ? (Fraction?)null : below.Reciprocal();
            return new(low, up, low is not null && (HighOpen || High is null), up is not null && (LowOpen || Low is null));
        }
    }

    public bool Contains(Interval other) =>
        (Low is not { } low || (other.Low is { } otherLow && (otherLow > low || (otherLow == low && (!LowOpen || other.LowOpen)))))
        && (High is not { } high
            || (other.High is { } otherHigh && (otherHigh < high || (otherHigh == high && (!HighOpen || other.HighOpen)))));

    public bool Overlaps(Interval other) => !IsBelow(other) && !other.IsBelow(this);

    /// <summary>Is each of its numbers less than each of the other's?</summary>
    public bool IsBelow(Interval other) =>
        High is { } high && other.Low is { } low && (high < low || (high == low && (HighOpen || other.LowOpen)));

    /// <summary>Is none of its numbers more than any of the other's?</summary>
    public bool IsNotAbove(Interval other) => High is { } high && other.Low is { } low && high <= low;

    /// <summary>The whole numbers in it, as an interval; itself where it holds none.</summary>
    /// <remarks>"More than 60" stays as it is: "at least 61" says the same and reads as if somebody had counted 61.</remarks>
    public Interval WholeNumbers()
    {
        var low = Low is { } from && !(High is null && LowOpen && Quantity.IsWhole(from)) ? FirstWhole(from, LowOpen) : Low;
        var high = High is { } to && !(Low is null && HighOpen && Quantity.IsWhole(to)) ? -FirstWhole(-to, HighOpen) : High;
        if (low is { } first && high is { } last && first > last)
        {
            return this;
        }

        return new(low, high, LowOpen && low == Low, HighOpen && high == High);
    }

    private static Fraction FirstWhole(Fraction from, bool open)
    {
        var whole = Rounding.Up(from, Fraction.One);
        return open && whole == from ? whole + 1 : whole;
    }

    /// <summary>One end of an interval: a number, or no end on the side of <see cref="Sign"/>.</summary>
    private readonly record struct End(Fraction? Finite, int Sign, bool Open)
    {
        public static End Low(Interval interval) => new(interval.Low, interval.Low is { } low ? SignOf(low) : -1, interval.LowOpen);

        public static End High(Interval interval) => new(interval.High, interval.High is { } high ? SignOf(high) : 1, interval.HighOpen);

        public static End operator *(End left, End right)
        {
            // Zero times anything is zero, and it is reached where the zero itself is.
            if (left.Sign == 0 || right.Sign == 0)
            {
                var reached = (left.Sign == 0 && !left.Open) || (right.Sign == 0 && !right.Open);
                return new(Fraction.Zero, 0, !reached);
            }

            return new(left.Finite * right.Finite, left.Sign * right.Sign, left.Open || right.Open);
        }

        /// <summary>The lower of the two; of equals, the one that is reached.</summary>
        public static End Lower(End left, End right) =>
            Compare(left, right) is var order && (order < 0 || (order == 0 && !left.Open)) ? left : right;

        public static End Higher(End left, End right) =>
            Compare(left, right) is var order && (order > 0 || (order == 0 && !left.Open)) ? left : right;

        private static int Compare(End left, End right) => (left.Finite, right.Finite) switch
        {
            ({ } a, { } b) => a.CompareTo(b),
            (null, null) => left.Sign.CompareTo(right.Sign),
            (null, _) => left.Sign,
            _ => -right.Sign,
        };

        private static int SignOf(Fraction value) => value.IsZero ? 0 : value.IsNegative ? -1 : 1;
    }
}

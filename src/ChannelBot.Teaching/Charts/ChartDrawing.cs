using System.Globalization;
using ChannelBot.Core.Answers;

namespace ChannelBot.Teaching.Charts;

/// <summary>How a shape is filled.</summary>
public enum Fill
{
    /// <summary>What is certain.</summary>
    Solid,

    /// <summary>What a range leaves open.</summary>
    Hatched,

    /// <summary>What lies beyond a bound that has no other end.</summary>
    Fading,
}

/// <summary>A part of a picture; places in pixels from the upper left corner.</summary>
public abstract record Shape;

/// <param name="Size">Of the letters, in pixels.</param>
/// <param name="IsCentred">X is the middle, else the beginning; Y is the line that the letters stand on.</param>
public sealed record Words(double X, double Y, string Text, double Size, bool IsBold, bool IsCentred) : Shape;

public sealed record Box(double X, double Y, double Width, double Height, Fill Fill) : Shape;

/// <param name="IsInk">Dark, as the end of a bound; else faint, as the scale's.</param>
public sealed record Line(double X, double Top, double Bottom, bool IsInk) : Shape;

/// <summary>The arrow at an open end, which points right to its place.</summary>
public sealed record Arrow(double X, double Y, double Size) : Shape;

/// <summary>Where everything of a chart stands; each kind of picture is drawn from it.</summary>
/// <remarks>
/// Bars from zero, and bounds as bounds: what is certain is solid; what a range leaves open is hatched, with a line at either end; "at least" fades
/// out into an arrow with no end line; "up to" is hatched from zero to its end line. So nothing hangs on colour.
/// </remarks>
public sealed class ChartDrawing
{
    public const int Width = 720;

    /// <summary>Colours, as #rrggbb: of words and ends, of bars, of the scale's lines.</summary>
    public const string Ink = "#1a1a1a";

    /// <inheritdoc cref="Ink"/>
    public const string BarColour = "#33658a";

    /// <inheritdoc cref="Ink"/>
    public const string Faint = "#b8b8b8";

    private const int Left = 16;
    private const int Right = 150;
    private const int Top = 48;
    private const int Bottom = 34;
    private const int BarHeight = 26;
    private const int LineHeight = 19;
    private const int RowGap = 20;
    private const int LabelLength = 88;
    private const int NarrowestRange = 3;
    private const int WidestLetter = 10;
    private const double OpenEnd = 1.12;
    private const double Large = 17;
    private const double Normal = 14;
    private const double Small = 12;

    private readonly List<Shape> _shapes = [];
    private readonly Scale _scale;

    private ChartDrawing(Chart chart)
    {
        _scale = new Scale(chart.Bars.Max(bar => Reach(bar)), Width - Left - Right);
        _shapes.Add(new Words(Left, 28, chart.Title, Large, IsBold: true, IsCentred: false));
        double y = Top;
        foreach (var bar in chart.Bars)
        {
            y = Row(bar, y);
        }

        _shapes.AddRange(_scale.Ticks.Select(tick => new Words(Left + _scale.Of(tick), y + 6, Number(tick), Small, IsBold: false, IsCentred: true)));
        foreach (var line in chart.Note is { } note ? Wrapped(note) : [])
        {
            y += LineHeight;
            _shapes.Add(new Words(Left, y + 14, line, Small, IsBold: false, IsCentred: false));
        }

        Height = (int)y + Bottom;
    }

    public int Height { get; }

    /// <summary>In the order in which they are drawn.</summary>
    public IReadOnlyList<Shape> Shapes => _shapes;

    public static ChartDrawing Of(Chart chart) => new(chart);

    /// <summary>A label, its bar below it, its number beside the bar; gives the place of the next row.</summary>
    private double Row(ChartBar bar, double y)
    {
        foreach (var line in Wrapped(bar.Working is null ? bar.Label : bar.Label + " *"))
        {
            _shapes.Add(new Words(Left + 4, y + 13, line, Normal, IsBold: false, IsCentred: false));
            y += LineHeight;
        }

        // The lines of the scale keep clear of the words.
        var value = ValuePlace(bar);
        var valueEnd = value + (bar.Text.Length * WidestLetter);
        _shapes.AddRange(_scale.Ticks.Select(tick => Left + _scale.Of(tick)).Where(x => x < value || x > valueEnd).Select(x => new Line(x, y - 3, y + BarHeight + 7, IsInk: false)));
        Bar(bar, y);
        Value(bar, y);
        return y + BarHeight + RowGap;
    }

    private void Bar(ChartBar bar, double y)
    {
        var (low, high) = (bar.Low is { } from ? _scale.Of(from) : 0, _scale.Of(Reach(bar)));
        if (low > 0)
        {
            _shapes.Add(new Box(Left, y, low, BarHeight, Fill.Solid));
        }

        if (bar.IsCertain)
        {
            return;
        }

        var end = Left + low + Math.Max(high - low, NarrowestRange);
        _shapes.Add(new Box(Left + low, y, end - Left - low, BarHeight, bar.High is null ? Fill.Fading : Fill.Hatched));
        if (bar.High is null)
        {
            _shapes.Add(new Arrow(end, y + (BarHeight / 2.0), 6));
            return;
        }

        if (bar.Low is not null)
        {
            _shapes.Add(new Line(Left + low, y - 3, y + BarHeight + 3, IsInk: true));
        }

        _shapes.Add(new Line(end, y - 3, y + BarHeight + 3, IsInk: true));
    }

    /// <summary>The number beside the bar's end; its range below it.</summary>
    private void Value(ChartBar bar, double y)
    {
        var x = ValuePlace(bar);
        var bracket = bar.Text.IndexOf(" (", StringComparison.Ordinal);
        if (bracket < 0)
        {
            _shapes.Add(new Words(x, y + 18, bar.Text, Normal, IsBold: true, IsCentred: false));
            return;
        }

        _shapes.Add(new Words(x, y + 10, bar.Text[..bracket], Normal, IsBold: true, IsCentred: false));
        _shapes.Add(new Words(x, y + 26, bar.Text[(bracket + 1)..], Small, IsBold: false, IsCentred: false));
    }

    private double ValuePlace(ChartBar bar) => Left + Math.Max(_scale.Of(Reach(bar)), NarrowestRange) + 10;

    /// <summary>How far the bar goes, an open end a little beyond what is known.</summary>
    private static double Reach(ChartBar bar) => bar.High ?? (bar.Low!.Value * OpenEnd);

    private static List<string> Wrapped(string text)
    {
        var lines = new List<string>();
        while (text.Length > LabelLength && text.LastIndexOf(' ', LabelLength) is > 0 and var cut)
        {
            lines.Add(text[..cut]);
            text = text[(cut + 1)..];
        }

        lines.Add(text);
        return lines;
    }

    private static string Number(double value) => value.ToString(value < 10 && value % 1 != 0 ? "0.##" : "#,0", CultureInfo.InvariantCulture);
}

/// <summary>From numbers to places along a line that begins at zero.</summary>
internal sealed class Scale
{
    private const int FewestSteps = 3;

    private readonly double _perUnit;

    /// <param name="most">The largest number to show; above zero.</param>
    /// <param name="length">Of the line.</param>
    public Scale(double most, double length)
    {
        var size = Math.Pow(10, Math.Floor(Math.Log10(most)));
        var step = new[] { size, size / 2, size / 5, size / 10 }.First(step => most / step >= FewestSteps);
        Ticks = [.. Enumerable.Range(0, (int)Math.Floor((most / step) + 1e-9) + 1).Select(i => i * step)];
        _perUnit = length / most;
    }

    /// <summary>Round numbers from zero to the last that fits.</summary>
    public IReadOnlyList<double> Ticks { get; }

    public double Of(double value) => value * _perUnit;
}

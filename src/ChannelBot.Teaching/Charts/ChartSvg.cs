using System.Globalization;
using System.Xml.Linq;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Teaching.Charts;

/// <summary>Draws a chart as SVG: bars from zero, and bounds as bounds.</summary>
/// <remarks>
/// What is certain is solid. What a range leaves open is hatched, with a line at either end; "at least" fades out into an arrow with no end line; "up to"
/// is hatched from zero to its end line. So nothing hangs on colour. The same chart gives the same bytes.
/// </remarks>
public static class ChartSvg
{
    private const int Width = 720;
    private const int Left = 16;
    private const int Right = 150;
    private const int Top = 48;
    private const int BarHeight = 26;
    private const int LineHeight = 19;
    private const int RowGap = 20;
    private const int LabelLength = 88;
    private const double OpenEnd = 1.12;
    private const string Ink = "#1a1a1a";
    private const string Bar = "#33658a";
    private const string Font = "DejaVu Sans, Verdana, Arial, sans-serif";

    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    public static string Of(Chart chart) => Draw(chart).ToString() + "\n";

    internal static XElement Draw(Chart chart)
    {
        var rows = chart.Bars.Select(bar => (Bar: bar, Label: Wrapped(bar.Working is null ? bar.Label : bar.Label + " *"))).ToArray();
        var body = rows.Sum(row => (row.Label.Count * LineHeight) + BarHeight + RowGap);
        var note = chart.Note is { } text ? Wrapped(text) : [];
        var height = Top + body + 34 + (note.Count * LineHeight);
        var scale = new Scale(chart.Bars.Max(bar => Reach(bar.Quantity)), Width - Left - Right);
        var svg = Element("svg", ("viewBox", $"0 0 {Width} {height}"), ("width", Width), ("height", height), ("role", "img"), ("font-family", Font), ("font-size", 14), ("fill", Ink));
        svg.Add(Element("title", chart.Title), Element("desc", ChartText.Of(chart)), Patterns());
        svg.Add(Element("rect", ("width", Width), ("height", height), ("fill", "#ffffff")));
        svg.Add(Text(Left, 28, chart.Title, ("font-size", 17), ("font-weight", "bold")));
        foreach (var tick in scale.Ticks)
        {
            svg.Add(Text(Left + scale.Of(tick), Top + body + 6, Number(tick), ("font-size", 12), ("text-anchor", "middle")));
        }

        var y = (double)Top;
        foreach (var (bar, label) in rows)
        {
            foreach (var line in label)
            {
                svg.Add(Text(Left + 4, y + 13, line));
                y += LineHeight;
            }

            // The lines of the scale keep clear of the words.
            svg.Add(scale.Ticks.Select(tick => Element(
                "line", ("x1", Left + scale.Of(tick)), ("x2", Left + scale.Of(tick)), ("y1", y - 3), ("y2", y + BarHeight + 7), ("stroke", "#b8b8b8"))));
            svg.Add(Shapes(bar.Quantity, scale, y));
            svg.Add(Value(bar, scale, y));
            y += BarHeight + RowGap;
        }

        foreach (var line in note)
        {
            y += LineHeight;
            svg.Add(Text(Left, y + 22, line, ("font-size", 12)));
        }

        return svg;
    }

    /// <summary>How far the bar goes, an open end a little beyond what is known.</summary>
    private static double Reach(Quantity quantity) => quantity.High?.ToDouble() ?? (quantity.Low!.Value.ToDouble() * OpenEnd);

    private static IEnumerable<XElement> Shapes(Quantity quantity, Scale scale, double y)
    {
        var (low, high) = (quantity.Low is { } from ? scale.Of(from.ToDouble()) : 0, scale.Of(Reach(quantity)));
        if (low > 0)
        {
            yield return Element("rect", ("x", (double)Left), ("y", y), ("width", low), ("height", BarHeight), ("fill", Bar));
        }

        if (quantity.IsCertain)
        {
            yield break;
        }

        // A narrow range is still to be seen.
        var width = Math.Max(high - low, 3);
        var fill = quantity.High is null ? "url(#open)" : "url(#range)";
        yield return Element("rect", ("x", Left + low), ("y", y), ("width", width), ("height", BarHeight), ("fill", fill));
        if (quantity.High is null)
        {
            var (x, middle) = (Left + low + width, y + (BarHeight / 2.0));
            yield return Element("path", ("d", string.Create(CultureInfo.InvariantCulture, $"M {x - 6:0.0} {middle - 6:0.0} L {x:0.0} {middle:0.0} L {x - 6:0.0} {middle + 6:0.0}")), ("fill", "none"), ("stroke", Ink), ("stroke-width", 2));
            yield break;
        }

        foreach (var end in quantity.Low is null ? [low + width] : new[] { low, low + width })
        {
            yield return Element("line", ("x1", Left + end), ("x2", Left + end), ("y1", y - 3), ("y2", y + BarHeight + 3), ("stroke", Ink), ("stroke-width", 1.5));
        }
    }

    /// <summary>The number beside the bar's end; a range on the line below it, where it is long.</summary>
    private static IEnumerable<XElement> Value(ChartBar bar, Scale scale, double y)
    {
        var x = Left + Math.Max(scale.Of(Reach(bar.Quantity)), 3) + 10;
        var bracket = bar.Text.IndexOf(" (", StringComparison.Ordinal);
        if (bracket < 0)
        {
            yield return Text(x, y + 18, bar.Text, ("font-weight", "bold"));
            yield break;
        }

        yield return Text(x, y + 10, bar.Text[..bracket], ("font-weight", "bold"));
        yield return Text(x, y + 26, bar.Text[(bracket + 1)..], ("font-size", 12));
    }

    private static XElement Patterns() => Element("defs").With(
        Element("pattern", ("id", "range"), ("width", 6), ("height", 6), ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)")).With(
            Element("rect", ("width", 6), ("height", 6), ("fill", "#ffffff")), Element("rect", ("width", 3), ("height", 6), ("fill", Bar))),
        Element("linearGradient", ("id", "open")).With(
            Element("stop", ("offset", 0), ("stop-color", Bar)), Element("stop", ("offset", 1), ("stop-color", Bar), ("stop-opacity", 0.08))));

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

    private static XElement Text(double x, double y, string text, params (string Name, object Value)[] attributes)
    {
        var element = Element("text", [("x", x), ("y", y), .. attributes]);
        element.Value = text;
        return element;
    }

    private static XElement Element(string name, string text) => new(s_svg + name, text);

    private static XElement Element(string name, params (string Name, object Value)[] attributes) => new(
        s_svg + name, attributes.Select(attribute => new XAttribute(attribute.Name, attribute.Value is double number
            ? number.ToString("0.#", CultureInfo.InvariantCulture)
            : Convert.ToString(attribute.Value, CultureInfo.InvariantCulture)!)));

    private static XElement With(this XElement parent, params XElement[] children)
    {
        parent.Add(children);
        return parent;
    }
}

/// <summary>From numbers to places along a line that begins at zero.</summary>
internal sealed class Scale
{
    private const int FewestTicks = 4;

    private readonly double _perUnit;

    /// <param name="most">The largest number to show; above zero.</param>
    /// <param name="length">Of the line.</param>
    public Scale(double most, double length)
    {
        var size = Math.Pow(10, Math.Floor(Math.Log10(most)));
        var step = new[] { size, size / 2, size / 5, size / 10 }.First(step => most / step >= FewestTicks - 1);
        Ticks = [.. Enumerable.Range(0, (int)Math.Floor((most / step) + 1e-9) + 1).Select(i => i * step)];
        _perUnit = length / most;
    }

    /// <summary>Round numbers from zero to the last that fits.</summary>
    public IReadOnlyList<double> Ticks { get; }

    public double Of(double value) => value * _perUnit;
}

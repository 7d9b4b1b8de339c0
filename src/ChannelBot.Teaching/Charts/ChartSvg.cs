using System.Globalization;
using System.Xml.Linq;
using ChannelBot.Core.Answers;

namespace ChannelBot.Teaching.Charts;

/// <summary>Writes a chart as SVG, with its text alternative in it. The same chart gives the same bytes.</summary>
public static class ChartSvg
{
    private const string Font = "DejaVu Sans, Verdana, Arial, sans-serif";

    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    public static string Of(Chart chart) => Draw(chart).ToString().ReplaceLineEndings("\n") + "\n";

    internal static XElement Draw(Chart chart)
    {
        var drawing = ChartDrawing.Of(chart);
        var frame = $"0 0 {ChartDrawing.Width} {drawing.Height.ToString(CultureInfo.InvariantCulture)}";
        var svg = Element("svg", ("viewBox", frame), ("width", ChartDrawing.Width), ("height", drawing.Height), ("role", "img"), ("font-family", Font), ("fill", ChartDrawing.Ink));
        svg.Add(new XElement(s_svg + "title", chart.Title), new XElement(s_svg + "desc", ChartText.Of(chart)), Patterns());
        svg.Add(Element("rect", ("width", ChartDrawing.Width), ("height", drawing.Height), ("fill", "#ffffff")));
        svg.Add(drawing.Shapes.Select(Of));
        return svg;
    }

    private static XElement Of(Shape shape)
    {
        switch (shape)
        {
            case Words words:
                var text = Element("text", ("x", words.X), ("y", words.Y), ("font-size", words.Size));
                text.Add(words.IsBold ? new XAttribute("font-weight", "bold") : null, words.IsCentred ? new XAttribute("text-anchor", "middle") : null, words.Text);
                return text;
            case Box box:
                return Element("rect", ("x", box.X), ("y", box.Y), ("width", box.Width), ("height", box.Height), ("fill", Paint(box.Fill)));
            case Line line:
                return Element("line", ("x1", line.X), ("x2", line.X), ("y1", line.Top), ("y2", line.Bottom), ("stroke", line.IsInk ? ChartDrawing.Ink : ChartDrawing.Faint), ("stroke-width", line.IsInk ? 1.5 : 1));
            case Arrow arrow:
                var path = string.Create(
                    CultureInfo.InvariantCulture,
                    $"M {arrow.X - arrow.Size:0.0} {arrow.Y - arrow.Size:0.0} L {arrow.X:0.0} {arrow.Y:0.0} L {arrow.X - arrow.Size:0.0} {arrow.Y + arrow.Size:0.0}");
                return Element("path", ("d", path), ("fill", "none"), ("stroke", ChartDrawing.Ink), ("stroke-width", 2));
            default:
                throw new InvalidOperationException($"{shape.GetType().Name} cannot be drawn.");
        }
    }

    private static string Paint(Fill fill) => fill switch
    {
        Fill.Solid => ChartDrawing.BarColour,
        Fill.Hatched => "url(#range)",
        _ => "url(#open)",
    };

    private static XElement Patterns() => new(
        s_svg + "defs",
        new XElement(
            Element("pattern", ("id", "range"), ("width", 6), ("height", 6), ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)")).With(
                Element("rect", ("width", 6), ("height", 6), ("fill", "#ffffff")), Element("rect", ("width", 3), ("height", 6), ("fill", ChartDrawing.BarColour)))),
        Element("linearGradient", ("id", "open")).With(
            Element("stop", ("offset", 0), ("stop-color", ChartDrawing.BarColour)), Element("stop", ("offset", 1), ("stop-color", ChartDrawing.BarColour), ("stop-opacity", 0.08))));

    private static XElement Element(string name, params (string Name, object Value)[] attributes) => new(
        s_svg + name, attributes.Select(attribute => new XAttribute(attribute.Name, attribute.Value is double number
            ? number.ToString("0.##", CultureInfo.InvariantCulture)
            : Convert.ToString(attribute.Value, CultureInfo.InvariantCulture)!)));

    private static XElement With(this XElement parent, params XElement[] children)
    {
        parent.Add(children);
        return parent;
    }
}

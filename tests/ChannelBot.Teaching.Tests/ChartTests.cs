using System.Buffers.Binary;
using System.Xml.Linq;
using ChannelBot.Core;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Quantities;
using ChannelBot.Pictures;
using ChannelBot.Teaching.Charts;

namespace ChannelBot.Teaching.Tests;

public sealed class ChartTests
{
    private static readonly Unit s_boat = Unit.CountOf("boat");

    [Fact]
    public async Task A_part_what_it_leaves_and_the_figure_before_a_change_can_be_drawn_beside_the_figures()
    {
        var maker = new ChartMaker(await Articles.ReadAsync("channel-crossings"));
        var part = maker.Drawables.Single(drawable => drawable.Id.StartsWith("left:", StringComparison.Ordinal));
        var before = maker.Drawables.Single(drawable => drawable.Id.StartsWith("before:", StringComparison.Ordinal));
        Assert.Equal(("13,574", "about 26,700 (26,612 to 26,838)"), (part.Bar.Text, before.Bar.Text));
        var chart = maker.Make([part.Id, part.Id["left:".Length..], before.Id]);
        Assert.Equal("Figures marked * are worked out.", chart.Note);
        Assert.Contains("worked out: 31,535 − 17,961 = 13,574", ChartText.Of(chart), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_of_unlike_units_too_few_and_unknown_ones_are_refused_with_the_reason()
    {
        var maker = new ChartMaker(await Articles.ReadAsync("rail-strike"));
        string Message(params string[] ids) => Assert.Throws<BadInputException>(() => maker.Make(ids)).Message;
        Assert.Equal("'f4.1' counts percent and 'f2.1' operators: one scale cannot show both.", Message("f4.1", "f2.1"));
        Assert.StartsWith("A chart compares 2 to 6 figures; 1 came.", Message("f4.1"), StringComparison.Ordinal);
        Assert.StartsWith("'f99.1' is no figure that can be drawn.", Message("f4.1", "f99.1"), StringComparison.Ordinal);
    }

    [Fact]
    public void Certain_bars_are_solid_ranges_are_hatched_between_two_lines_and_open_ends_have_an_arrow_and_no_line()
    {
        Assert.Equal((1, 0, 0, 0), Shapes(Quantity.Exact(40, s_boat)));
        Assert.Equal((1, 1, 2, 0), Shapes(Quantity.About(40, s_boat)));
        Assert.Equal((1, 1, 0, 1), Shapes(Quantity.AtLeast(40, s_boat)));
        Assert.Equal((0, 1, 1, 0), Shapes(Quantity.AtMost(40, s_boat)));
    }

    [Fact]
    public void Bars_begin_at_zero_and_are_as_long_as_their_figures()
    {
        var svg = ChartSvg.Draw(new Chart("Boats", [Bar(Quantity.Exact(100, s_boat)), Bar(Quantity.Exact(25, s_boat))], null));
        var widths = svg.Elements().Where(IsSolid).Select(bar => (double)bar.Attribute("width")!).ToArray();
        Assert.Equal(4, widths[0] / widths[1], 0.01);
    }

    [Fact]
    public void A_picture_says_in_words_what_it_shows_and_is_the_same_each_time()
    {
        var chart = new Chart("Boats", [Bar(Quantity.AtLeast(60, s_boat)), Bar(Quantity.Exact(25, s_boat))], "Not all <of> the same time & place.");
        var svg = XElement.Parse(ChartSvg.Of(chart));
        Assert.Equal(ChartText.Of(chart), svg.Elements().Single(element => element.Name.LocalName == "desc").Value);
        Assert.Contains("at least 60, with no upper end (paragraph 3)", ChartText.Of(chart), StringComparison.Ordinal);
        Assert.Equal(ChartSvg.Of(chart), ChartSvg.Of(chart));
    }

    [Fact]
    public async Task Every_chart_that_an_article_suggests_is_drawn_within_its_frame()
    {
        foreach (var name in Articles.Names)
        {
            foreach (var chart in new ChartMaker(await Articles.ReadAsync(name)).Suggested())
            {
                var svg = ChartSvg.Draw(chart);
                Assert.All(svg.Descendants().Where(element => element.Attribute("x") is not null), element => Assert.InRange((double)element.Attribute("x")!, 0, 720));
                Assert.All(svg.Elements().Where(element => element.Attribute("y") is not null), element => Assert.InRange((double)element.Attribute("y")!, 0, (double)svg.Attribute("height")!));
            }
        }
    }

    [Fact]
    public void As_PNG_a_chart_has_the_size_of_its_drawing_twice_and_the_same_bytes_each_time()
    {
        var chart = new Chart("Boats", [Bar(Quantity.AtLeast(60, s_boat)), Bar(Quantity.About(25, s_boat))], null);
        var png = ChartPng.Of(chart);
        Assert.Equal(1440, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.Equal(ChartDrawing.Of(chart).Height * 2, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
        Assert.Equal(png, ChartPng.Of(chart));

        // Without its letters a picture is much smaller.
        Assert.True(png.Length > ChartPng.Of(new Chart(" ", [Bar(Quantity.AtLeast(60, s_boat)) with { Label = " ", Text = " " }, Bar(Quantity.About(25, s_boat)) with { Label = " ", Text = " " }], null)).Length + 2000);
    }

    private static (int Solid, int Hatched, int EndLines, int Arrows) Shapes(Quantity quantity)
    {
        var elements = ChartSvg.Draw(new Chart("Boats", [Bar(quantity), Bar(Quantity.Exact(1, s_boat))], null)).Elements().ToArray();
        return (
            elements.Count(IsSolid) - 1,
            elements.Count(element => ((string?)element.Attribute("fill"))?.StartsWith("url(", StringComparison.Ordinal) is true),
            elements.Count(element => element.Name.LocalName == "line" && (string?)element.Attribute("stroke-width") == "1.5"),
            elements.Count(element => element.Name.LocalName == "path"));
    }

    private static bool IsSolid(XElement element) => element.Name.LocalName == "rect" && (string?)element.Attribute("fill") == "#33658a";

    private static ChartBar Bar(Quantity quantity) => new(
        "f:boats", "boats", QuantityText.WithInterval(quantity), quantity.Low?.ToDouble(), quantity.High?.ToDouble(), null, 3);
}

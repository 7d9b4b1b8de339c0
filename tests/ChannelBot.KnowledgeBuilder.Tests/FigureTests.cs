using System.Globalization;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.KnowledgeBuilder.Tests;

public sealed class FigureTests
{
    [Theory]
    [InlineData("More than 400 homes have been evacuated in Tarra.", "More than 400 homes = 400 MoreThan home; homes evacuated; place: in Tarra")]
    [InlineData("The gang took 14 objects on Sunday.", "14 objects = 14 Exact object; objects that the gang took on Sunday; period: on Sunday")]
    [InlineData("The river peaked at 5.8 metres.", "5.8 metres = 29/5 Rounded metre; the river peaked")]
    [InlineData("The insurer offered a reward of up to €250,000.", "up to €250,000 = 250000 AtMost EUR; reward")]
    [InlineData("Arrivals rose by 18 percent this year compared to the same period in 2023.",
        "18 percent = 18 Rounded percent; rise in Arrivals this year; period: this year; than: compared to the same period in 2023; +")]
    [InlineData("Sales fell 12% to £3.4bn.", "12% = 12 Rounded percent; fall in Sales; base: £3.4bn; -")]
    [InlineData("Income rose to $312 million, up 12% from $278 million a year earlier.",
        "12% = 12 Rounded percent; rise in Income; than: from $278 million a year earlier; base: $312 million; +")]
    [InlineData("The survey counted 900 birds, including 40 owls.", "40 owls = 40 Exact owl; owls; part of: 900 birds")]
    [InlineData("Power is back in 1,150 of the 1,900 properties.", "1,150 = 1150 Exact property; properties; part of: 1,900 properties")]
    [InlineData("Of the 90 passengers, 12 were hurt.", "12 = 12 Exact ; hurt; part of: 90 passengers")]
    [InlineData("The number of thefts has risen to 23 so far this year.", "23 = 23 Exact theft; the number of thefts this year; period: this year")]
    [InlineData("There were 31,535 visitors to date.", "31,535 visitors = 31535 Exact visitor; visitors to date; period: to date")]
    public void A_number_says_what_it_counts_and_when_and_of_what(string sentence, string expected)
    {
        var story = Story.Build(sentence);
        Assert.Contains(expected, story.Figures.Select(figure => Line(story, figure)));
    }

    [Fact]
    public void A_further_number_counts_what_was_counted_before()
    {
        var figures = Story.Build("About 260 people spent the night in the hall. A further 45 were taken to the church.").Figures;
        Assert.Equal(["people", "people"], figures.Select(figure => figure.Noun));
        Assert.Equal(["f1.1", "f1.2"], figures.Select(figure => figure.Id));
    }

    [Fact]
    public void A_number_that_only_names_is_no_figure() =>
        Assert.Empty(Story.Build("A spokesman for No. 10 declined to comment.").Figures);

    private static string Line(KnowledgeFile story, Figure figure)
    {
        var quantity = figure.Quantity;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{figure.Text} = {quantity.Value} {quantity.Bound} {quantity.Unit.Name}; {figure.Name}{Part("period", figure.Period)}{Part("place", figure.Place)}{Part("than", figure.Comparator)}")
            + Part("part of", TextOf(story, figure.PartOf)) + Part("base", TextOf(story, figure.BaseOf))
            + (figure.Direction > 0 ? "; +" : figure.Direction < 0 ? "; -" : "");
    }

    private static string? TextOf(KnowledgeFile story, string? id) => story.Figures.FirstOrDefault(figure => figure.Id == id)?.Text;

    private static string Part(string name, string? value) => value is null ? "" : $"; {name}: {value}";
}

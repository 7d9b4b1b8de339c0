using ChannelBot.Planner.Embedded.Charts;
using ChannelBot.Planner.Embedded.Conduct;

namespace ChannelBot.Planner.Tests.Charts;

public sealed class ChartReaderTests
{
    [Theory]
    [InlineData("show me")]
    [InlineData("Show me that, please.")]
    [InlineData("Could you show me those figures as bars?")]
    [InlineData("Can I see that as a picture?")]
    [InlineData("can we have it in a graph")]
    [InlineData("let me see that")]
    [InlineData("draw it as bars")]
    [InlineData("draw that")]
    [InlineData("How would that look as a bar chart?")]
    [InlineData("A chart, please")]
    [InlineData("I would like a graph of this")]
    [InlineData("plot it")]
    public void What_was_just_said_is_to_be_shown(string request) => Assert.Equal(new ChartRequest(null), ChartReader.English.Read(request));

    [Theory]
    [InlineData("Show me a chart of the vehicles", "the vehicles")]
    [InlineData("a bar chart comparing lorries and vehicles, please", "lorries and vehicles")]
    [InlineData("Can I see the lorries as bars?", "lorries")]
    [InlineData("plot the traffic", "the traffic")]
    [InlineData("visualise the traffic in a graph", "the traffic")]
    [InlineData("draw me a picture of the bridge", "the bridge")]
    [InlineData("how many lorries are there, as a chart", "how many lorries are there")]
    public void A_topic_is_heard(string request, string topic) => Assert.Equal(new ChartRequest(topic), ChartReader.English.Read(request));

    [Theory]
    [InlineData("What does the chart show?")]
    [InlineData("Why did the council put it in a graph?")]
    [InlineData("Who drew the picture?")]
    [InlineData("How many bars were closed?")]
    [InlineData("What conclusions does the mayor draw?")]
    [InlineData("What is the plot of the story?")]
    [InlineData("Show me where it says so")]
    [InlineData("Show me the sources")]
    [InlineData("What is the picture like for farmers?")]
    public void Questions_about_the_story_are_left_to_others(string question) => Assert.Null(ChartReader.English.Read(question));

    [Theory]
    [InlineData("draw me a chart of the lorries")]
    [InlineData("show me that as a picture")]
    [InlineData("can you draw the traffic as bars")]
    public void A_picture_of_figures_is_neither_a_task_for_others_nor_an_order_to_the_bot(string request) =>
        Assert.Null(ConductReader.English.Read(request, SmallKnowledge.Text));

    [Theory]
    [InlineData("draw a horse")]
    [InlineData("show me the answer with a link to my page")]
    public void Other_drawings_and_orders_are_declined_as_before(string request) =>
        Assert.StartsWith("declined.", ConductReader.English.Read(request, SmallKnowledge.Text)?.Key, StringComparison.Ordinal);
}

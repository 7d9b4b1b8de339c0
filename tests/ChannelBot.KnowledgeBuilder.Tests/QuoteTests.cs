namespace ChannelBot.KnowledgeBuilder.Tests;

public sealed class QuoteTests
{
    [Theory]
    [InlineData("“We are ready,” said Ann Lee.", "e:lee: We are ready,")]
    [InlineData("“We are ready,” Ann Lee said.", "e:lee: We are ready,")]
    [InlineData("Ann Lee said: “We are ready.”", "e:lee: We are ready.")]
    [InlineData("Ann Lee, the mayor of Tarra, told reporters, “We are ready.”", "e:lee: We are ready.")]
    [InlineData("\"We are ready,\" said Ann Lee, 41.", "e:lee: We are ready,")]
    [InlineData("‘We are ready,’ said Ann Lee.", "e:lee: We are ready,")]
    [InlineData("The ‘players’ union’ rejected it, Ann Lee said.", "e:lee: players’ union")]
    [InlineData("Ann Lee called the delay “indefensible” and left.", "e:lee: indefensible")]
    [InlineData("According to the harbour master, the pier is “quite safe” now.", "e:harbour-master: quite safe")]
    [InlineData("“We are ready,” said the town’s mayor, Ann Lee, on Monday.", "e:lee: We are ready,")]
    [InlineData("“We are ready,” said a spokesman for Tarra Council.", "e:spokesman-for-tarra-council: We are ready,")]
    [InlineData("A sign said “No entry”.", "e:sign: No entry")]
    public void A_quotation_finds_its_speaker(string sentence, string expected) => Assert.Equal([expected], Story.Quotes(sentence));

    [Fact]
    public void A_quotation_broken_by_its_attribution_is_one()
    {
        var quote = Assert.Single(Story.Build("“We are ready,” Ann Lee said, “and we will not wait.”").Quotes);
        Assert.Equal("We are ready, and we will not wait.", quote.Text);
        Assert.Equal(2, quote.Spans.Count);
        Assert.Equal("Ann Lee said", quote.SpeakerText);
    }

    [Fact]
    public void A_quotation_runs_over_paragraphs_that_open_and_do_not_close()
    {
        var quote = Assert.Single(Story.Build("Ann Lee said: “First we dig.\n“Then we build. It takes a year.\n“Then we rest.”").Quotes);
        Assert.Equal("e:lee", quote.Speaker);
        Assert.Equal("First we dig. Then we build. It takes a year. Then we rest.", quote.Text);
        Assert.Equal(["p1.s1", "p2.s1", "p2.s2", "p3.s1"], quote.Sentences);
    }

    [Fact]
    public void A_paragraph_of_quotation_belongs_to_whom_the_paragraph_before_introduces() =>
        Assert.Equal(
            ["e:lee: It was the worst storm I have seen in forty years."],
            Story.Quotes("Ann Lee described what she saw:\n“It was the worst storm I have seen in forty years.”"));

    [Fact]
    public void A_later_quotation_in_the_paragraph_belongs_to_the_same_speaker() =>
        Assert.Equal(
            ["e:lee: We are ready,", "e:lee: Nobody will be left behind."],
            Story.Quotes("“We are ready,” said Ann Lee, who has run the station since 2004. The station opened in 1921. “Nobody will be left behind.”"));

    [Fact]
    public void She_is_the_speaker_before() =>
        Assert.Equal(
            ["e:lee: We are ready.", "e:lee: The money is not there,"],
            Story.Quotes("Ann Lee said: “We are ready.”\n“The money is not there,” she added."));
}

namespace ChannelBot.KnowledgeBuilder.Tests;

public sealed class EntityTests
{
    [Theory]
    [InlineData("Transport Secretary Malcolm Reeves resigned.", "e:reeves person Malcolm Reeves (Transport Secretary)")]
    [InlineData("Dr Jane Smith, the head of the clinic, disagreed.", "e:smith person Jane Smith (head of the clinic)")]
    [InlineData("It is over, said John Doe, 34, a fisherman from Tarra.", "e:doe person John Doe (fisherman from Tarra)")]
    [InlineData("The museum’s director, Hanna Vos, wept.", "e:vos person Hanna Vos (museum’s director)")]
    [InlineData("Detective Chief Inspector Omar Bell opened the case.", "e:bell person Omar Bell (Detective Chief Inspector)")]
    [InlineData("The fire began in Lisbon, Portugal, on Monday.", "e:lisbon place Lisbon")]
    [InlineData("The University of Tarra published it.", "e:university-of-tarra organisation University of Tarra")]
    [InlineData("The Railway Staff Union (RSU) called a strike.", "e:railway-staff-union organisation Railway Staff Union")]
    [InlineData("Scientists in the town praised the Norwegian government.", "e:norwegian-government organisation Norwegian government")]
    [InlineData("Crowds filled the stadium for the Harvest Festival.", "e:harvest-festival event Harvest Festival")]
    [InlineData("The boat sank off the coast of Brindle Island.", "e:brindle-island place Brindle Island")]
    public void A_name_has_its_kind_and_role(string sentence, string expected) =>
        Assert.Contains(Story.Entities(sentence), line => line == expected || line.StartsWith(expected + ":", StringComparison.Ordinal));

    [Fact]
    public void A_surname_an_acronym_and_a_role_are_the_same_entity()
    {
        var story = Story.Build(
            "Transport Secretary Malcolm Reeves met the Railway Staff Union (RSU).\nReeves said the RSU had listened.\nThe Transport Secretary left on Friday.");
        var reeves = Assert.Single(story.Entities, entity => entity.Id == "e:reeves");
        Assert.Equal(["Malcolm Reeves", "Reeves", "Transport Secretary"], reeves.Mentions.Select(span => story.Article.Text[span.Start..span.End]));
        var union = Assert.Single(story.Entities, entity => entity.Id == "e:railway-staff-union");
        Assert.Equal(3, union.Mentions.Count);
        Assert.Contains("RSU", union.Aliases);
    }

    [Fact]
    public void A_role_alone_is_the_one_person_named_before_without_a_role() =>
        Assert.Contains(
            "e:lee person Sir Tom Lee (Prime Minister): the Prime Minister; Prime Minister; the minister",
            Story.Entities("Sir Tom Lee has opened the talks.\nThe Prime Minister is expected to stay until Friday."));

    [Fact]
    public void A_role_alone_stays_alone_where_it_may_be_either_of_two() =>
        Assert.Contains(
            Story.Entities("Tom Lee met Ann Ray in Paris.\nThe Prime Minister is expected to stay."),
            line => line.StartsWith("e:minister person Prime Minister", StringComparison.Ordinal));

    [Fact]
    public void The_first_word_of_a_sentence_is_no_name_by_its_capital_alone()
    {
        Assert.Empty(Story.Entities("Firefighters were called. Nobody was hurt. Smoke rose over the fields."));
        Assert.Contains("e:harrow", string.Join('\n', Story.Entities("Harrow flooded again. Residents of Harrow were angry.")), StringComparison.Ordinal);
    }
}

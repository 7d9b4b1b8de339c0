namespace ChannelBot.KnowledgeBuilder.Tests;

public sealed class StatementTests
{
    [Theory]
    [InlineData(
        "The harbour master closed the pier on Friday.",
        "closed | who: The harbour master | what: the pier | when: on Friday")]
    [InlineData(
        "A yacht was towed into the harbour by the lifeboat early on Sunday morning.",
        "was towed | who: the lifeboat | what: A yacht | when: early on Sunday morning | where: into the harbour")]
    [InlineData(
        "Two sailors were rescued near the island of Tarra after their boat caught fire.",
        "were rescued | whom: Two sailors | when: after their boat caught fire | where: near the island of Tarra | why: after their boat caught fire | how_many: Two")]
    [InlineData(
        "The school will not reopen until next week because the roof leaks.",
        "will not reopen | not | planned | who: The school | when: until next week | why: because the roof leaks")]
    [InlineData(
        "Engineers fitted new pumps in order to keep the tunnel dry.",
        "fitted | who: Engineers | what: new pumps | purpose: in order to keep the tunnel dry")]
    [InlineData(
        "The town cut its energy bill by insulating every library.",
        "cut | who: The town | what: its energy bill | how: by insulating every library")]
    [InlineData(
        "The orchestra performed with a team from Leeds at the festival.",
        "performed | who: The orchestra | where: at the festival | with: with a team from Leeds")]
    [InlineData(
        "The bridge is expected to open in May 2027.",
        "is expected to open | expected | who: The bridge | when: in May 2027")]
    [InlineData(
        "At least 12 walkers are believed to have died on the mountain this year.",
        "are believed to have died | believed | who: At least 12 walkers | when: this year | where: on the mountain | how_many: At least 12")]
    [InlineData(
        "The council has yet to publish the report.",
        "has yet to publish | not | who: The council | what: the report")]
    [InlineData(
        "The driver, who was 34, was fined for using a phone.",
        "was fined | whom: The driver | why: for using a phone")]
    [InlineData(
        "The plan to widen the road, announced in June, has drawn 300 objections.",
        "has drawn | who: The plan to widen the road | what: 300 objections | how_many: 300")]
    [InlineData(
        "There were 40 people on the bus.",
        "were | what: 40 people | where: on the bus | how_many: 40")]
    [InlineData(
        "Since the fire, the mill has stood empty.",
        "has stood | who: the mill | what: empty | when: Since the fire")]
    public void A_sentence_gives_who_what_when_where_and_why(string sentence, string expected) =>
        Assert.Contains(expected, Story.Statements(sentence));

    [Theory]
    [InlineData("Mayor Ann Lee said the road would close on Monday.", "would close | planned | by e:lee | who: the road | when: on Monday")]
    [InlineData("The road is closed, police said.", "is closed | by e:police | what: The road")]
    [InlineData("According to Ann Lee, the mayor of Tarra, the road is safe.", "is | by e:lee | who: the road | what: safe")]
    [InlineData("The road was closed on Monday, as reported by local media.", "was closed | by e:local-media | what: The road | when: on Monday")]
    public void What_somebody_says_keeps_who_says_it(string sentence, string expected) =>
        Assert.Contains(expected, Story.Statements(sentence));

    [Fact]
    public void What_is_said_answers_what_as_a_whole() =>
        Assert.Contains(
            "said | who: Mayor Ann Lee | what: the road would close on Monday",
            Story.Statements("Mayor Ann Lee said that the road would close on Monday."));

    [Fact]
    public void A_second_verb_has_the_same_subject()
    {
        var statements = Story.Statements("The ferry left the port on Monday and returned in the evening, carrying 90 passengers.");
        Assert.Contains("left | who: The ferry | what: the port | when: on Monday", statements);
        Assert.Contains("returned | who: The ferry | when: in the evening", statements.Select(line => line.Replace(" | how_many: 90", "", StringComparison.Ordinal)));
        Assert.Contains("carrying | who: The ferry | whom: 90 passengers | how_many: 90", statements);
    }

    [Fact]
    public void Words_inside_a_quotation_are_the_speakers()
    {
        var statement = Assert.Single(Story.Build("“The river will not flood again,” said Ann Lee.").Statements);
        Assert.Equal("e:lee", statement.Speaker);
        Assert.True(statement.Negated);
    }
}

using ChannelBot.Core;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.KnowledgeBuilder.Tests;

public sealed class CurationTests
{
    private const string Article =
        "Ann Lee, the keeper, said the “old lamp” failed on Monday.\nThe lamp was lit in 1921—it cost £40. The keeper said another lamp came on Friday.\n";

    private const string Entity = "entities:\n  - {id: lee, kind: person, name: Ann Lee, role: keeper, aliases: [the keeper], evidence: \"Ann Lee, the keeper\"}\n";

    [Fact]
    public void A_curated_entity_takes_the_place_of_the_one_found()
    {
        var knowledge = Story.Build(Article, Entity);
        var lee = Assert.Single(knowledge.Entities, entity => entity.Kind is EntityKind.Person);
        Assert.Equal(("e:lee", "keeper"), (lee.Id, lee.Role));
        Assert.Equal(["Ann Lee", "the keeper", "The keeper"], lee.Mentions.Select(span => Article[span.Start..span.End]));
        Assert.All(knowledge.Statements.Where(statement => statement.Speaker is not null), statement => Assert.Equal("e:lee", statement.Speaker));
    }

    [Fact]
    public void A_curated_figure_has_its_names_and_a_number_for_words_without_one()
    {
        var knowledge = Story.Build(
            Article,
            "figures:\n  - {id: price, evidence: \"£40\", name: cost of the lamp, keywords: [Price]}\n  - {id: second, evidence: another lamp, value: 1, noun: lamp, unit: lamp, period: on Friday}\n");
        var price = Assert.Single(knowledge.Figures, figure => figure.Id == "f:price");
        Assert.Equal("cost of the lamp", price.Name);
        Assert.Contains("price", price.Keywords);
        Assert.Equal("GBP", price.Quantity.Unit.Name);
        var second = Assert.Single(knowledge.Figures, figure => figure.Id == "f:second");
        Assert.Equal(1, second.Quantity.Value);
        Assert.Equal("on Friday", second.Period);
    }

    [Fact]
    public void A_curated_fact_has_exact_slots_from_its_evidence_or_near_it()
    {
        var fact = Assert.Single(Story.Build(
            Article,
            Entity + "facts:\n  - id: failure\n    about: the lamp\n    kind: event\n    evidence: [the “old lamp” failed, another lamp came]\n    speaker: lee\n    words: [Broke]\n    slots: {what: “old lamp”, when: on Monday, who: [Ann Lee, The keeper]}\n").Facts);
        Assert.Equal(["p1.s1", "p2.s2"], fact.Sentences);
        Assert.Equal(("e:lee", Certainty.Said), (fact.Speaker, fact.Certainty));
        Assert.Equal(["broke"], fact.Words);
        Assert.Equal(
            ["Who Ann Lee", "Who The keeper", "What “old lamp”", "When on Monday"],
            fact.Slots.Select(slot => $"{slot.Role} {Article[slot.Start..slot.End]}"));
    }

    [Fact]
    public void A_curated_quote_corrects_the_speaker()
    {
        var knowledge = Story.Build(Article + "A sign said “Keep off”.\n", Entity + "quotes:\n  - {evidence: Keep off, speaker: lee}\n");
        Assert.Equal("e:lee", Assert.Single(knowledge.Quotes, quote => quote.Text == "Keep off").Speaker);
    }

    [Fact]
    public void A_quotation_can_be_nobodys_and_what_is_stated_in_it_too()
    {
        const string Told = "Ann Lee said: “The lamp was broken by the storm.”\nBen Roe was there.\n";
        Assert.Equal("e:lee", Assert.Single(Story.Build(Told).Quotes).Speaker);
        var knowledge = Story.Build(Told, "unattributed: [broken by the storm]\n");
        Assert.Equal((null, null), (Assert.Single(knowledge.Quotes).Speaker, knowledge.Quotes[0].SpeakerText));
        Assert.All(knowledge.Statements.Where(statement => statement.Predicate == "was broken"), statement => Assert.Null(statement.Speaker));
        var others = Story.Build(Told, "quotes: [{evidence: broken by the storm, speaker: roe}]\n");
        Assert.All(others.Statements.Where(statement => statement.Predicate == "was broken"), statement => Assert.Equal("e:roe", statement.Speaker));
    }

    [Fact]
    public void What_is_no_name_or_no_figure_goes_with_what_referred_to_it()
    {
        var found = Story.Build(Article);
        Assert.Contains(found.Entities, entity => entity.Name == "Ann Lee");
        Assert.Contains(found.Figures, figure => figure.Text == "£40");
        var knowledge = Story.Build(Article, "not_names: [\"Ann Lee, the keeper\"]\nnot_figures: [£40]\n");
        Assert.DoesNotContain(knowledge.Entities, entity => entity.Name == "Ann Lee");
        Assert.DoesNotContain(knowledge.Figures, figure => figure.Text == "£40");
        Assert.DoesNotContain(knowledge.Statements, statement => statement.Speaker == "e:lee");
    }

    [Fact]
    public void A_curation_has_the_questions_that_readers_ask()
    {
        var knowledge = Story.Build(
            Article,
            """
            facts:
              - id: lit
                about: the lamp
                kind: event
                evidence: The lamp was lit in 1921
                slots: {when: in 1921}
                asks: {when: [when was it lit], any: [is it lit]}
                denies: [it was lit in 1920]
            silences:
              - {id: maker, missing: who made the lamp, nearest: lit, asks: who made it}
            rewordings:
              - {question: What is 40 divided by 2?, asks: [half of the cost]}
            """);
        var fact = Assert.Single(knowledge.Facts);
        Assert.Equal([new ExpectedQuestion("is it lit", null), new ExpectedQuestion("when was it lit", SlotRole.When)], fact.Asks);
        Assert.Equal(["it was lit in 1920"], fact.Denies);
        var silence = Assert.Single(knowledge.Silences);
        Assert.Equal(("maker", "who made the lamp", "lit"), (silence.Id, silence.Missing, silence.Nearest));
        Assert.Equal(["who made it"], silence.Asks);
        Assert.Equal(["half of the cost"], Assert.Single(knowledge.Rewordings).Asks);
    }

    [Theory]
    [InlineData("facts: [", "line 2, cannot be read as YAML")]
    [InlineData("title: one\ntitle: two\n", "line 2, cannot be read as YAML")]
    [InlineData("titel: x\n", "line 1, has the field 'titel' in the curation, which is not one of: title, synonyms")]
    [InlineData("title: [x]\n", "field 'title', needs text")]
    [InlineData("title: ''\n", "field 'title', needs text")]
    [InlineData("- x\n", "line 1, is wrong: the curation needs fields")]
    [InlineData("synonyms:\n  - [lamp]\n", "line 2, is wrong: the curation, field 'synonyms', item 1 is a group of synonyms with one word")]
    [InlineData("entities:\n  - {id: lee, kind: people, name: Ann Lee, evidence: Ann Lee}\n", "is 'people'; it is one of: person, organisation")]
    [InlineData("entities:\n  - {kind: person, name: Ann Lee, evidence: Ann Lee}\n", "item 1 needs 'id'")]
    [InlineData("entities:\n  - {id: Ann Lee, kind: person, name: Ann Lee, evidence: Ann Lee}\n", "is 'Ann Lee'; an id has only a-z, 0-9 and '-'")]
    [InlineData("entities:\n  - {id: a, kind: place, name: x, evidence: Ann Lee}\n  - {id: a, kind: place, name: y, evidence: Ann Lee}\n", "line 3, is wrong: the curation, field 'entities', item 2, field 'id', is 'a', which is there already")]
    [InlineData("entities:\n  - {id: a, kind: person, name: Ann Lee, evidence: Ann Leigh}\n", "entity 'e:a' (line 2): the words 'Ann Leigh' are not in the article. Nearest: 'Ann Lee, the keeper")]
    [InlineData("entities:\n  - {id: a, kind: person, name: Ann Lee, evidence: lamp}\n", "entity 'e:a' (line 2): the words 'lamp' are there more than once: in p1.s1 at 35 and in p2.s1")]
    [InlineData("facts:\n  - {id: a, about: x, kind: event, evidence: the \"old lamp\"}\n", "It has 'the “old lamp”': evidence is quoted character by character")]
    [InlineData("facts:\n  - {id: a, about: x, kind: event, evidence: in 1921-it}\n", "It has 'in 1921—it'")]
    [InlineData("facts:\n  - {id: a, about: x, kind: rumour, evidence: Ann Lee}\n", "is 'rumour'; it is one of: event, plan, claim")]
    [InlineData("facts:\n  - {id: a, about: x, kind: event, evidence: []}\n", "item 1 needs 'evidence'")]
    [InlineData("facts:\n  - {id: a, about: x, kind: event, evidence: Ann Lee, certainty: sure}\n", "is 'sure'; it is one of: stated, said")]
    [InlineData("facts:\n  - {id: a, about: x, kind: event, evidence: Ann Lee, speaker: bell}\n", "the speaker 'e:bell' is no entity")]
    [InlineData("facts:\n  - {id: a, about: x, kind: event, evidence: Ann Lee, slots: {wen: x}}\n", "has the field 'wen'")]
    [InlineData("facts:\n  - id: a\n    about: x\n    kind: event\n    evidence: Ann Lee\n    slots: {when: on Friday}\n", "fact 'a', slot when (line 6): the words 'on Friday' are not in the evidence, nor in its sentence or paragraph")]
    [InlineData("figures:\n  - {id: a, evidence: another lamp}\n", "the words 'another lamp' have no number. Quote the number, or give its 'value'")]
    [InlineData("figures:\n  - {id: a, evidence: £40, value: 41}\n", "say 40, not the value '41'")]
    [InlineData("figures:\n  - {id: a, evidence: £40, part_of: b}\n", "part_of 'f:b' is no figure")]
    [InlineData("figures:\n  - {id: a, evidence: £40, direction: up}\n", "is 'up'; it is 1 for a rise")]
    [InlineData("figures:\n  - {id: a, evidence: £40, period: last year}\n", "figure 'f:a' (line 2), period: the words 'last year' are not in the evidence")]
    [InlineData("quotes:\n  - {evidence: old lamp, speaker: bell}\n", "the speaker 'e:bell' is no entity")]
    [InlineData("unattributed:\n  - on Friday\n", "unattributed quote (line 2): the words 'on Friday' are in no quotation.")]
    [InlineData("not_names:\n  - on Friday\n", "not a name (line 2): the words 'on Friday' have no name in them that was found.")]
    [InlineData("not_figures:\n  - on Friday\n", "not a figure (line 2): the words 'on Friday' have no figure in them that was found.")]
    [InlineData("not_names:\n  - lamp\n", "not a name (line 2): the words 'lamp' are there more than once")]
    [InlineData("facts:\n  - {id: a, about: x, kind: event, evidence: Ann Lee, asks: {wen: [x]}}\n", "has the field 'wen'")]
    [InlineData("facts:\n  - {id: a, about: x, kind: event, evidence: Ann Lee, asks: {when: [when was it lit]}}\n", "fact 'a' (line 2): the question 'when was it lit' asks for the slot 'when', which the fact does not have")]
    [InlineData("facts:\n  - {id: a, about: x, kind: event, evidence: Ann Lee, asks: ['?!']}\n", "the question '?!' has no words")]
    [InlineData("facts:\n  - {id: a, about: x, kind: event, evidence: Ann Lee, asks: [who failed]}\nsilences:\n  - {id: b, missing: who failed, asks: [Who failed?]}\n", "silence 'b' (line 4): the question 'Who failed?' stands in fact 'a' (line 2) already")]
    [InlineData("silences:\n  - {id: b, missing: who failed, nearest: a, asks: [who failed]}\n", "silence 'b' (line 2): 'nearest' is 'a', which is no fact")]
    [InlineData("silences:\n  - {id: b, asks: [who failed]}\n", "item 1 needs 'missing'")]
    [InlineData("rewordings:\n  - {question: How old is it?}\n", "item 1 needs 'asks'")]
    public void A_curation_that_does_not_hold_names_the_item(string yaml, string message)
    {
        var exception = Assert.Throws<BadInputException>(() => Story.Build(Article, yaml));
        Assert.Equal("curation", exception.Field);
        Assert.Contains("curation.yaml", exception.Message, StringComparison.Ordinal);
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("title: A story\nentities: []\n")]
    public void An_empty_curation_adds_nothing(string yaml) =>
        Assert.Equal(Story.Build(Article).Statements.Count, Story.Build(Article, yaml).Statements.Count);
}

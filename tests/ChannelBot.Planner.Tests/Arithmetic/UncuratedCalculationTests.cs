using System.Text;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;
using ChannelBot.KnowledgeBuilder;

namespace ChannelBot.Planner.Tests.Arithmetic;

/// <summary>Calculations on a story that nobody has prepared: the figures are found by their clauses and by how the article relates them.</summary>
public sealed class UncuratedCalculationTests
{
    private static readonly Lazy<KnowledgeFile> Story = new(() => KnowledgeCompiler.Build(
        Encoding.UTF8.GetBytes(
            """
            Ferry company cuts sailings after a poor summer
            Norvik Ferries carried 84,000 passengers this summer, down from 96,000 last summer, and will sell two of its ships.
            The company said fuel now takes £18m of its £60m budget. A foot passenger pays £24 for a single crossing and a cyclist pays £31.
            Two sailors, aged 23 and 41, were hurt in a storm in June. The captain, Edda Strand, 57, was praised for her calm.
            The harbour gave shelter to 12 yachts, of which nine were Danish. The fare for a car will go up by £15 to £140 in May.
            About a quarter of the 480 staff work on the island of Hestoy. Turnout in the ballot on new hours was 62%.
            """),
        null));

    private static readonly Lazy<KnowledgeFile> Coast = new(() => KnowledgeCompiler.Build(
        Encoding.UTF8.GetBytes(
            """
            The council of Hestoy counted 40 accidents on the coast road last winter, 28 of them because of fog and the rest because of ice.
            A new pier opened in May. It cost £900,000, two-thirds of it from the state and the rest from the fishing fleet.
            """),
        null));

    [Theory]
    [InlineData("How much older is the second sailor than the first?", "18")]
    [InlineData("What was the average age of the two sailors hurt?", "32")]
    [InlineData("By what percentage did passengers fall this summer?", "12.5%")]
    [InlineData("What share of the company's budget does fuel take?", "30%")]
    [InlineData("How much more does a cyclist pay than a foot passenger?", "£7")]
    [InlineData("What was the car fare before it goes up?", "£125")]
    [InlineData("How far did the number of people carried drop this year?", "12,000")]
    [InlineData("What's the gap between the cost of a ticket on foot and on a bike?", "£7")]
    public async Task A_calculation_is_made_without_a_pattern_or_a_curated_name(string question, string expected)
    {
        var draft = await Asked.DraftAsync(Story.Value, question);

        Assert.NotNull(draft);
        Assert.True(draft.Outcome is Outcome.Computed, $"{draft.Outcome}: {draft.Text}");
        Assert.Contains(expected, draft.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("How much older is the captain's brother than the harbour master?")]
    [InlineData("How much longer does the crossing take by night than by day?")]
    [InlineData("By how much did the price of coal rise?")]
    [InlineData("What was the average wind speed of the two storms?")]
    [InlineData("How many dogs per cabin were there?")]
    public async Task Nothing_is_worked_out_of_figures_that_the_request_does_not_speak_of(string question)
    {
        var draft = await Asked.DraftAsync(Story.Value, question);

        Assert.True(draft is null || draft.Outcome is not Outcome.Computed, draft?.Text);
    }

    [Theory]
    [InlineData("How many accidents were down to ice?", "12")]
    [InlineData("How much of the money for the pier did the fishing fleet pay?", "£300,000")]
    public async Task What_the_article_calls_the_rest_is_worked_out(string question, string expected)
    {
        var draft = await Asked.DraftAsync(Coast.Value, question);

        Assert.NotNull(draft);
        Assert.Contains(expected, draft.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("How many accidents were because of fog?")]
    [InlineData("How much did the state pay towards the pier?")]
    [InlineData("How many accidents were there with lorries?")]
    public async Task What_is_said_of_the_part_is_not_asked_of_the_rest(string question)
    {
        var draft = await Asked.DraftAsync(Coast.Value, question);

        Assert.DoesNotContain("12", draft?.Text ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain("£300,000", draft?.Text ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("How many passengers travelled in the same period of 2022?", "About 38,600")]
    [InlineData("How many journeys were there last year?", "About 38,600")]
    [InlineData("How many more journeys were made than last year?", "About 9,600 (9,486 to 9,793) more")]
    public async Task What_there_was_before_a_change_is_worked_out_for_the_thing_that_changed(string question, string expected)
    {
        var draft = await Asked.DraftAsync(Articles.Rail, question);

        Assert.NotNull(draft);
        Assert.Contains(expected, draft.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("How many trains were cancelled last year?")]
    [InlineData("How many trees were removed in the same period of 2022?")]
    [InlineData("How many passengers were led off trains last year?")]
    [InlineData("How many stations closed in 2022?")]
    [InlineData("How many more trains were cancelled than last year?")]
    [InlineData("How many drivers left the company last year?")]
    [InlineData("How much did journeys go up compared to 2022?")]
    public async Task What_there_was_before_a_change_is_no_number_of_anything_else(string question)
    {
        var draft = await Asked.DraftAsync(Articles.Rail, question);

        Assert.True(draft is null || draft.Outcome is not (Outcome.Computed or Outcome.Corrected), draft?.Text);
    }
}

using System.Text.Json;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;

namespace ChannelBot.Planner.Tests.Arithmetic;

/// <summary>A request for a calculation is understood by which of its readings goes best with its words, however it is put.</summary>
public sealed class ReadingTests
{
    private const double LeastRight = 0.45;

    /// <summary>Weights that were not learnt again after the formulas or the signs changed show here: of the questions they were learnt from, far fewer are right then.</summary>
    [Fact]
    public async Task Of_the_calculations_that_strangers_asked_for_nearly_half_come_to_what_they_wanted()
    {
        var planner = QuestionPlanner.Embedded(Stories.All["channel-crossings"].Value);
        var right = 0;
        var asked = 0;
        foreach (var group in File.ReadLines(Stories.At("tests/questions/calculations/channel-crossings.jsonl")).Take(300).Select(line => JsonDocument.Parse(line).RootElement).GroupBy(line => line.GetProperty("group").GetString()))
        {
            var state = ConversationState.Empty;
            foreach (var line in group)
            {
                var turn = await planner.AskAsync(line.GetProperty("question").GetString()!, state, TestContext.Current.CancellationToken);
                state = turn.State;
                if (line.GetProperty("expr").GetString() is { } expression && !expression.AsSpan().ContainsAny("<>="))
                {
                    asked++;
                    right += Results(expression).All(wanted => turn.Answer.AllWorking().Any(working => Math.Abs(working.Value - wanted) <= Math.Abs(wanted) * 1e-6)) ? 1 : 0;
                }
            }
        }

        Assert.True(right >= asked * LeastRight, $"{right} of {asked} are right.");
    }

    [Theory]
    [InlineData("How many came before the election, as a number and as a percentage?", "13,574", "43%")]
    [InlineData("How many more than 28,526 have come this year, in heads and in per cent?", "3,009", "11%")]
    public async Task A_result_that_is_asked_for_in_two_measures_is_given_in_both(string question, string number, string percentage)
    {
        var turn = await QuestionPlanner.Embedded(Stories.All["channel-crossings"].Value).AskAsync(question, ConversationState.Empty, TestContext.Current.CancellationToken);

        Assert.Equal(2, turn.Answer.Parts!.Count);
        Assert.Contains(number, turn.Answer.Parts[0].Text, StringComparison.Ordinal);
        Assert.Contains(percentage, turn.Answer.Parts[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_the_askers_own_makes_no_prediction_of_a_calculation()
    {
        var turn = await QuestionPlanner.Embedded(Stories.All["channel-crossings"].Value)
            .AskAsync("My nan lives in a village with 1,900 people and no bus. How many of nan's villages would this year's arrivals fill?", ConversationState.Empty, TestContext.Current.CancellationToken);

        Assert.Equal(Outcome.Computed, turn.Answer.Outcome);
        Assert.Equal(31_535 / 1900.0, turn.Answer.Working[^1].Value, 3);
    }

    private static IEnumerable<double> Results(string expression) =>
        expression.Split(';').Select(part => Convert.ToDouble(new System.Data.DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture }.Compute(Decimal().Replace(part, "$0.0"), null), System.Globalization.CultureInfo.InvariantCulture));

    private static System.Text.RegularExpressions.Regex Decimal() => new(@"(?<![\d.])\d+(?![\d.])");
}

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

    private static IEnumerable<double> Results(string expression) =>
        expression.Split(';').Select(part => Convert.ToDouble(new System.Data.DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture }.Compute(Decimal().Replace(part, "$0.0"), null), System.Globalization.CultureInfo.InvariantCulture));

    private static System.Text.RegularExpressions.Regex Decimal() => new(@"(?<![\d.])\d+(?![\d.])");
}

using System.Text.RegularExpressions;
using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Turns;
using ChannelBot.Core.Answers;
using ChannelBot.Testing.Fluent;
using ChannelBot.Testing.Results;

namespace ChannelBot.Testing.Tests.Fluent;

/// <summary>Conversations said in code.</summary>
public sealed class BotTestTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_holds_is_silent() => await new BotTest(new LettersBot())
        .Asks("What share of the letters came in March?")
            .ShouldBe(Outcome.Answered, Outcome.Computed).ShouldCite("p2.s1").ShouldCite("p2").ShouldCiteWords("12,400 letters")
            .ShouldComputeFrom("letters-in-march", "letters").ShouldCompute("share").ShouldCompute("share", "letters-in-march", "letters").ShouldCiteFigure("letters")
            .ShouldHaveNumber("about 57 percent").ShouldSay("say \"about\"").ShouldNotSay("April").ShouldMatch(new Regex("^About [0-9]+%"))
            .ShouldSuggest("And in ***?").ShouldComeWithin(TimeSpan.FromMinutes(1)).Should("count messages 1")
        .Asks("Thanks").ShouldReply("You ***.")
        .RunAsync(cancellationToken: Cancel);

    [Fact]
    public async Task A_failure_shows_what_was_said_the_place_and_the_difference()
    {
        var failed = await Assert.ThrowsAsync<ScriptFailedException>(() => new BotTest(new LettersBot())
            .Asks("What share of the letters came in March?").ShouldCite("p9").ShouldComputeFrom("letters", "letters-in-march")
            .Asks("Thanks").ShouldReply("You are most welcome.")
            .RunAsync(cancellationToken: Cancel));

        Assert.Matches(
            """
            ^BotTestTests\.cs: conversation
            user: What share of the letters came in March\?
            bot:  About 57% of the letters came, or say "about" \[1\]\.
              ✗ expect cites p9 \(BotTestTests\.cs:\d+:1\)
                expected: a citation of p9
                actual:   p2\.s1 “12,400 letters came in March\.”; figure letters-in-march; figure letters
              ✗ expect working of letters and letters-in-march \(BotTestTests\.cs:\d+:1\)
                expected: a calculation of letters and letters-in-march
                actual:   share of letters-in-march and letters
                working: 12,400 ÷ 21,754
            user: Thanks
            bot:  You are welcome\.
              ✗ bot line \(BotTestTests\.cs:\d+:1\)
                You are \[-most -\]welcome\.$
            """.ReplaceLineEndings("\n"),
            failed.Message);
        Assert.IsAssignableFrom<IAssertionException>(failed);
    }

    [Fact]
    public async Task A_bot_in_this_process_finds_the_same_ids_and_times_in_every_run()
    {
        Assert.Equal(await SeenAsync(), await SeenAsync());

        async Task<string> SeenAsync()
        {
            var bot = new LettersBot();
            await new BotTest(bot).Joins().Should("count messages 0").Asks("Thanks").Should("says \"welcome\"").RunAsync(cancellationToken: Cancel);
            Assert.Equal(["conversation-1|0000001", "conversation-1|0000002"], bot.Heard.Select(activity => activity.Id));
            return string.Join('\n', bot.Heard.Select(activity => $"{activity.Id} {activity.Timestamp:O} {activity.Conversation?.Id} {activity.From?.Id}"));
        }
    }

    private sealed class LettersBot : IBot
    {
        public List<Activity> Heard { get; } = [];

        public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken)
        {
            Heard.Add(turnContext.Activity);
            switch (turnContext.Activity.Text)
            {
                case null:
                    break;
                case "Thanks":
                    await turnContext.SendActivityAsync("You are welcome.", cancellationToken: cancellationToken);
                    break;
                default:
                    var answer = Share();
                    turnContext.TurnState.Set(answer);
                    await turnContext.SendActivityAsync(
                        new Activity(ActivityTypes.Message) { Text = answer.Text, SuggestedActions = new SuggestedActions { Actions = [CardAction.Say("And in April?")] } }, cancellationToken);
                    break;
            }
        }

        private static Answer Share() => new()
        {
            KnowledgeSha256 = "",
            Question = "",
            Planner = Planners.Embedded,
            Outcome = Outcome.Computed,
            Text = "About 57% of the letters came, or say \"about\" [1].",
            Citations = [new Citation(1, 2, "p2.s1", 0, 10, "12,400 letters came in March.")],
            Working =
            [
                new Working(
                    "share", [new Operand("f:letters-in-march", "article", 12_400, "exact", 1), new Operand("f:letters", "article", 21_754, "exact", null)],
                    "12,400 ÷ 21,754", "6200/10877", 57.0, 57.0, 57.0, false, false, "percent", null),
            ],
        };
    }
}

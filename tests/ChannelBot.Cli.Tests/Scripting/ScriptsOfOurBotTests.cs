using System.Text.RegularExpressions;
using ChannelBot.Bot;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Cli.Scripting;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Knowledge;
using ChannelBot.Planner;
using ChannelBot.Testing.Drivers;
using ChannelBot.Testing.Running;
using ChannelBot.Testing.Xunit;
using TurnResult = ChannelBot.Testing.Results.TurnResult;

namespace ChannelBot.Cli.Tests.Scripting;

/// <summary>tests/transcripts: what a tester would hold the shipped article's bot to, in this process.</summary>
public sealed partial class ScriptsOfOurBotTests
{
    private static readonly Lazy<Task<InProcessDriver>> s_bot = new(OpenAsync);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [Transcript("tests/transcripts/**/*.chat")]
    public async Task A_conversation_goes_as_its_script_says(TranscriptCase conversation) => await conversation.ShouldHoldAsync(await s_bot.Value, cancellationToken: Cancel);

    [Fact]
    public async Task Between_them_they_cover_every_outcome_command_channel_and_kind_of_follow_up()
    {
        var scripts = ScriptSet.Read([Repository.At("tests", "transcripts")]);
        var results = await new ScriptRunner(await s_bot.Value).RunAsync(scripts.Scripts, cancellationToken: Cancel);

        Assert.Empty(scripts.Unreadable);
        Assert.True(scripts.Scripts.Count >= 40, $"There are {scripts.Scripts.Count}.");
        var turns = results.SelectMany(result => result.Turns).ToArray();
        AssertCovered("outcomes", Enum.GetValues<Outcome>(), turns.Select(turn => turn.Observation.Answer?.Outcome).OfType<Outcome>());
        AssertCovered("commands", BotCommands.All.Select(command => command.Command), turns.Select(turn => BotCommands.Find(turn.Said)).OfType<BotCommand>());
        AssertCovered("channels", ["Teams", "Teams, a chat of many", "web chat", "plain text"], turns.Select(turn => ChannelOf(turn.Observation.Sent)));
        AssertCovered("follow-ups", s_followUps.Keys, results.SelectMany(result => result.Turns.Skip(1)).SelectMany(FollowUpsIn));
    }

    /// <summary>Ways to lean on what was said before; in each the reply must be an answer.</summary>
    private static readonly Dictionary<string, Predicate<TurnResult>> s_followUps = new(StringComparer.Ordinal)
    {
        ["a pronoun"] = turn => Pronoun().IsMatch(turn.Said),
        ["the same about somebody or some time else"] = turn => turn.Said.StartsWith("And ", StringComparison.Ordinal),
        ["some of those counted before"] = turn => turn.Said.Contains("of them", StringComparison.Ordinal),
        ["a calculation with what was answered"] = turn => turn.Observation.Answer is { Outcome: Outcome.Computed } && turn.Said.Contains("that", StringComparison.Ordinal),
        ["who said it"] = turn => turn.Said.StartsWith("Who ", StringComparison.Ordinal) && turn.Said.EndsWith("that?", StringComparison.Ordinal),
        ["where it was"] = turn => turn.Said.StartsWith("Where ", StringComparison.Ordinal) && turn.Said.EndsWith("that?", StringComparison.Ordinal),
        ["where it stands in the article"] = turn => BotCommands.Find(turn.Said) is BotCommand.Sources && turn.Observation.Answer is { Citations.Count: > 0 },
        ["how it was worked out"] = turn => BotCommands.Find(turn.Said) is BotCommand.Working,
    };

    private static IEnumerable<string> FollowUpsIn(TurnResult turn) =>
        turn.Observation.Answer?.Outcome is Outcome.Clarify or Outcome.NotInArticle ? [] : s_followUps.Where(kind => kind.Value(turn)).Select(kind => kind.Key);

    private static string ChannelOf(Activity sent) => sent.ChannelId switch
    {
        Channels.Msteams => sent.Conversation?.ConversationType is "groupChat" ? "Teams, a chat of many" : "Teams",
        Channels.Directline or Channels.Webchat => "web chat",
        _ => "plain text",
    };

    private static void AssertCovered<T>(string what, IEnumerable<T> all, IEnumerable<T> covered)
    {
        var missing = all.Except(covered).ToArray();
        Assert.True(missing.Length is 0, $"No script covers these {what}: {string.Join(", ", missing)}");
    }

    private static async Task<InProcessDriver> OpenAsync()
    {
        var knowledge = KnowledgeReader.Read(Repository.At("knowledge", "channel-crossings", "knowledge.json"));
        return ArticleBotDriver.Of(await ArticleBot.OpenAsync(knowledge, QuestionPlanner.Embedded(knowledge)), null, new StandingClock());
    }

    [GeneratedRegex(@"\b(he|she|it|they|him|her|them)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();
}

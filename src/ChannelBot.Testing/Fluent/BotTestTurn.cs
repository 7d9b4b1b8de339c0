using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Answers;
using ChannelBot.Testing.Expectations;
using ChannelBot.Testing.Running;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Fluent;

/// <summary>One turn of a <see cref="BotTest"/>, and what must hold of the reply.</summary>
public sealed class BotTestTurn
{
    private readonly BotTest _before;
    private readonly ScriptTurn _turn;

    internal BotTestTurn(BotTest before, ScriptTurn turn) => (_before, _turn) = (before, turn);

    /// <summary>Any line of the expectations' language: "number about 57 percent".</summary>
    /// <exception cref="ScriptFormatException">There is no such expectation.</exception>
    public BotTestTurn Should(string expectation) => With(ExpectationSyntax.Parse(expectation, _turn.Place));

    /// <summary>The answer's outcome is one of these.</summary>
    public BotTestTurn ShouldBe(params Outcome[] outcomes) =>
        Should($"outcome {string.Join(" or ", outcomes.Select(OutcomeExpectation.NameOf))}");

    /// <summary>A citation of a sentence ("p6.s1") or paragraph ("p6").</summary>
    public BotTestTurn ShouldCite(string source) => Should($"cites {source}");

    /// <summary>A citation of a sentence with these words.</summary>
    public BotTestTurn ShouldCiteWords(string words) => Should($"cites {Quoted(words)}");

    /// <summary>A figure of the article, by its id.</summary>
    public BotTestTurn ShouldCiteFigure(string id) => Should($"cites figure {id}");

    /// <summary>A number with its bounds: "about 57 percent", "at least 60", "12,400 letters".</summary>
    public BotTestTurn ShouldHaveNumber(string number) => Should($"number {number}");

    /// <summary>A calculation by any function of these figures (by id) or numbers, in that order.</summary>
    public BotTestTurn ShouldComputeFrom(params string[] operands) => Should($"working of {string.Join(" and ", operands)}");

    /// <summary>A calculation by this function, of these operands where there are any.</summary>
    public BotTestTurn ShouldCompute(string function, params string[] operands) =>
        Should($"working {function}{(operands.Length is 0 ? "" : $" of {string.Join(" and ", operands)}")}");

    public BotTestTurn ShouldSay(string words) => Should($"says {Quoted(words)}");

    public BotTestTurn ShouldNotSay(string words) => Should($"no {Quoted(words)}");

    public BotTestTurn ShouldMatch(Regex pattern) => With(new TextExpectation($"matches /{pattern}/", _turn.Place, null, pattern, IsAbsent: false));

    /// <summary>A suggested action has this title; *** stands for any words.</summary>
    public BotTestTurn ShouldSuggest(string title) => Should($"suggests {Quoted(title)}");

    /// <summary>A card has an element of this type, with these words in it where there are any.</summary>
    public BotTestTurn ShouldShowCard(string element, string? words = null) => Should($"card has {element}{(words is null ? "" : $" {Quoted(words)}")}");

    /// <summary>The plan calls this function, with these words in its arguments where there are any.</summary>
    public BotTestTurn ShouldCall(string function, string? words = null) => Should($"calls {function}{(words is null ? "" : $" {Quoted(words)}")}");

    /// <summary>The last reply comes within this time.</summary>
    public BotTestTurn ShouldComeWithin(TimeSpan time) => With(new TimeExpectation(FormattableString.Invariant($"within {time.TotalMilliseconds} ms"), _turn.Place, time));

    /// <summary>The bot's messages are these, to the letter; *** stands for any words.</summary>
    public BotTestTurn ShouldReply(params string[] messages) => new(_before, _turn with
    {
        Replies = [.. messages.Select(text => new ExpectedReply(new Activity(ActivityTypes.Message) { Text = text }, _turn.Place, _turn.Place.Line))],
    });

    /// <summary>Then the user says this.</summary>
    public BotTestTurn Asks(string words, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => _before.With(_turn).Asks(words, file, line);

    /// <summary>Then the user's channel sends this.</summary>
    public BotTestTurn Sends(Activity activity, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => _before.With(_turn).Sends(activity, file, line);

    /// <inheritdoc cref="BotTest.RunAsync"/>
    public Task RunAsync(RunOptions? options = null, CancellationToken cancellationToken = default) => _before.With(_turn).RunAsync(options, cancellationToken);

    private BotTestTurn With(Expectation expectation) => new(_before, _turn with { Expectations = [.. _turn.Expectations, expectation] });

    private static string Quoted(string words) =>
        $"\"{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}

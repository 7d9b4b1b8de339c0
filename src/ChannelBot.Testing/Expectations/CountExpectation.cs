using System.Globalization;
using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Expectations;

/// <summary>How many messages, citations, suggestions or cards the reply has.</summary>
/// <param name="What">"messages", "citations", "suggestions", "cards" or "calculations".</param>
public sealed record CountExpectation(string Text, ScriptPlace? Place, string What, int Number) : Expectation(Text, Place)
{
    private static readonly string[] Countable = ["messages", "citations", "suggestions", "cards", "calculations"];

    internal static IReadOnlyList<ExpectationForm> Forms { get; } =
    [
        new("count", "expect count messages 1", $"So many {string.Join(", ", Countable)}; 0 means none.", Read),
    ];

    public override IEnumerable<Failure> Check(TurnObservation turn)
    {
        if (What is "calculations" && turn.Answer is null)
        {
            return [Unmet(Counted(Number), Observed.NoRecord)];
        }

        var number = What switch
        {
            "messages" => turn.Messages.Count,
            "citations" => Observed.Citations(turn).Count,
            "calculations" => Observed.Working(turn).Count,
            "suggestions" => turn.Messages.Sum(message => message.SuggestedActions?.Actions?.Count ?? 0),
            _ => turn.Messages.Sum(message => message.Attachments?.Count(IsCard) ?? 0),
        };
        return number == Number ? [] : [Unmet(Counted(Number), Counted(number))];
    }

    private static bool IsCard(Attachment attachment) => attachment.ContentType?.StartsWith(Chat.ChatCards.ContentType, StringComparison.OrdinalIgnoreCase) is true;

    private string Counted(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} {(number is 1 ? What[..^1] : What)}");

    private static CountExpectation Read(ExpectationCursor cursor)
    {
        var what = Array.Find(Countable, name => cursor.Take(name) || cursor.Take(name[..^1])) ?? throw cursor.Wrong($"one of: {string.Join(", ", Countable)}");
        return int.TryParse(cursor.Rest("a number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new CountExpectation(cursor.Text, cursor.Place, what, number)
            : throw cursor.Wrong("a number, as in count messages 1", cursor.Text.LastIndexOf(' ') + 1);
    }
}

using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Tests.Scripts;

public sealed class PhrasingTests
{
    private static readonly ScriptTurn First = Turn("How many letters came?", "How many letters were there?", "Number of letters?");
    private static readonly ScriptTurn Second = Turn("And in March?", "What about March?");
    private readonly Script _script = new() { Path = "letters.chat", Name = "letters", Turns = [First, Second] };

    [Fact]
    public void A_script_is_run_as_written_and_once_for_each_paraphrase_with_that_line_alone_replaced() => Assert.Equal(
        [
            "How many letters came? / And in March?",
            "How many letters were there? / And in March?",
            "Number of letters? / And in March?",
            "How many letters came? / What about March?",
        ],
        _script.Phrasings.Select(phrasing => string.Join(" / ", _script.Turns.Select(turn => phrasing.ActivityOf(turn).Text))));

    [Fact]
    public void What_is_sent_is_a_copy_so_that_a_driver_may_fill_it_in()
    {
        var phrasing = _script.Phrasings.First();
        phrasing.ActivityOf(First).Id = "7";
        Assert.Null(First.Activity.Id);
    }

    private static ScriptTurn Turn(string text, params string[] paraphrases) => new()
    {
        Place = new ScriptPlace("letters.chat", 1, 1),
        Activity = new Activity(ActivityTypes.Message) { Text = text },
        Paraphrases = [.. paraphrases.Select(paraphrase => new Paraphrase(paraphrase, new ScriptPlace("letters.chat", 2, 1)))],
    };
}

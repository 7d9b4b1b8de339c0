using ChannelBot.Cli.Chatting;

namespace ChannelBot.Cli.Tests.Chatting;

public sealed class EditedLineTests
{
    [Theory]
    [InlineData("abc", "abc|")]
    [InlineData("abc < x", "abx|c")]
    [InlineData("abc Home x", "x|abc")]
    [InlineData("abc Home > Del", "a|c")]
    [InlineData("abc Back", "ab|")]
    [InlineData("Back Del < >", "|")]
    [InlineData("abc ^A End x", "abcx|")]
    [InlineData("abc < ^U", "|c")]
    [InlineData("abc < ^K", "ab|")]
    [InlineData("ab_cd ^W", "ab |")]
    [InlineData("Up", "second|")]
    [InlineData("Up Up Up", "first|")]
    [InlineData("new Up Down", "new|")]
    [InlineData("Up x Down Down", "|")]
    public void Keys_move_and_change_the_line(string keys, string expected)
    {
        var line = new EditedLine(["first", "second"]);

        foreach (var key in keys.Split(' ').SelectMany(Keys))
        {
            line.Press(key);
        }

        Assert.Equal(expected, line.Text.Insert(line.Cursor, "|"));
    }

    [Fact]
    public void An_emoji_is_one_step()
    {
        var line = new EditedLine([]);
        foreach (var letter in "a👍🏽b")
        {
            line.Press(new ConsoleKeyInfo(letter, default, false, false, false));
        }

        line.Press(Key(ConsoleKey.LeftArrow));
        line.Press(Key(ConsoleKey.Backspace));

        Assert.Equal("ab", line.Text);
        Assert.Equal(1, line.Cursor);
    }

    [Theory]
    [InlineData("short", 5, 20, "short", 5)]
    [InlineData("0123456789", 10, 4, "6789", 4)]
    [InlineData("0123456789", 0, 4, "0123", 0)]
    [InlineData("日本語日本語", 6, 4, "本語", 4)]
    public void A_long_line_shows_the_part_around_the_cursor(string text, int cursor, int room, string shown, int column) =>
        Assert.Equal((shown, column), TypedLines.Window(text, cursor, room));

    private static IEnumerable<ConsoleKeyInfo> Keys(string name) => name switch
    {
        "<" => [Key(ConsoleKey.LeftArrow)],
        ">" => [Key(ConsoleKey.RightArrow)],
        "Home" => [Key(ConsoleKey.Home)],
        "End" => [Key(ConsoleKey.End)],
        "Del" => [Key(ConsoleKey.Delete)],
        "Back" => [Key(ConsoleKey.Backspace)],
        "Up" => [Key(ConsoleKey.UpArrow)],
        "Down" => [Key(ConsoleKey.DownArrow)],
        ['^', var letter] => [new ConsoleKeyInfo('\0', Enum.Parse<ConsoleKey>(letter.ToString()), false, false, control: true)],
        _ => name.Select(letter => new ConsoleKeyInfo(letter is '_' ? ' ' : letter, default, false, false, false)),
    };

    private static ConsoleKeyInfo Key(ConsoleKey key) => new('\0', key, false, false, false);
}

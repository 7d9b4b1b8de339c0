using ChannelBot.Core;
using ChannelBot.Teaching.Sessions;

namespace ChannelBot.Teaching.Tests.Sessions;

/// <summary>What people type: codes, names, titles, answers in their own words.</summary>
public sealed class SessionInputTests
{
    [Theory]
    [InlineData("  Ada \t Lovelace ", "Ada Lovelace")]
    [InlineData("李雷", "李雷")]
    [InlineData("<b>Bob</b>", "<b>Bob</b>")]
    [InlineData("A\u202Eda\u0000\r\nB", "Ada B")]
    [InlineData("J. Smith", "J. Smith")]
    public void A_name_is_one_line_of_what_can_be_seen(string typed, string name) => Assert.Equal(name, DisplayName.Read(typed));

    [Theory]
    [InlineData("", "A name needs a letter or a digit, and has 40 characters at most.")]
    [InlineData("  \u200B ", "A name needs a letter or a digit, and has 40 characters at most.")]
    [InlineData("!!!", "A name needs a letter or a digit, and has 40 characters at most.")]
    [InlineData("see https://a.example", "A name cannot hold a link. Choose one without.")]
    [InlineData("Buy.Now.com", "A name cannot hold a link. Choose one without.")]
    [InlineData("bob@mail.example", "A name cannot hold a link. Choose one without.")]
    public void A_name_that_cannot_stand_on_the_board_is_refused_with_the_reason(string typed, string message) =>
        Assert.Equal(message, Assert.Throws<BadInputException>(() => DisplayName.Read(typed)).Message);

    [Fact]
    public void A_name_of_ten_thousand_characters_or_of_marks_upon_marks_is_too_long()
    {
        Assert.Equal("The name has 10,000 characters; 40 are the most.", Assert.Throws<BadInputException>(() => DisplayName.Read(new string('x', 10_000))).Message);
        Assert.Equal("The name has 151 characters; 40 are the most.", Assert.Throws<BadInputException>(() => DisplayName.Read("a" + new string('\u0301', 150))).Message);
        Assert.Equal("Somebody", DisplayName.Of("https://spam.example"));
        Assert.Equal(new string('x', 40), DisplayName.Of(new string('x', 10_000)));
    }

    [Theory]
    [InlineData(" cdf-hjk ", "CDFHJK")]
    [InlineData("CDFHJ0", null)]
    [InlineData("CDFHJ", null)]
    [InlineData(null, null)]
    public void A_code_is_read_however_it_is_typed(string? typed, string? code) => Assert.Equal(code, JoinCode.Read(typed));

    [Fact]
    public void Codes_are_read_back_and_differ()
    {
        var codes = Enumerable.Range(0, 1_000).Select(_ => JoinCode.New()).ToArray();
        Assert.All(codes, code => Assert.Equal(code, JoinCode.Read(code)));
        Assert.True(codes.Distinct(StringComparer.Ordinal).Count() > 990);
    }

    [Fact]
    public void A_title_is_one_line_and_an_answer_keeps_its_lines()
    {
        Assert.Equal("Week 3", SessionText.Title(" Week\n3 "));
        Assert.Equal("First.\n\nThen.", SessionText.Answer("First.\r\n\r\nThen. \n"));
        Assert.Equal("The title is empty.", Assert.Throws<BadInputException>(() => SessionText.Title(" ")).Message);
        Assert.Equal("The title is longer than 100 characters, which is the most.", Assert.Throws<BadInputException>(() => SessionText.Title(new string('x', 101))).Message);
        Assert.Equal("The answer is longer than 2,000 characters, which is the most.", Assert.Throws<BadInputException>(() => SessionText.Answer(new string('x', 50_000))).Message);
    }
}

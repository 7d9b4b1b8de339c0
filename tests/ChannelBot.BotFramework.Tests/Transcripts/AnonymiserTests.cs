using ChannelBot.BotFramework.Schema;
using ChannelBot.BotFramework.Transcripts;

namespace ChannelBot.BotFramework.Tests.Transcripts;

public sealed class AnonymiserTests
{
    [Fact]
    public void Names_are_replaced_as_whole_words_however_they_are_written()
    {
        var replaced = Replace(new ChannelAccount("29:ann", "Ann"), "Ann asked about the Annual plan. Hi ann!");
        Assert.Equal("User 1 asked about the Annual plan. Hi User 1!", replaced.Text);
        Assert.Equal(("user1", "User 1"), (replaced.From!.Id, replaced.From.Name));
    }

    [Theory]
    [InlineData("u")]
    [InlineData("user")]
    [InlineData("message")]
    public void An_id_that_is_a_word_of_the_protocol_leaves_the_protocol_alone(string id)
    {
        var replaced = Replace(new ChannelAccount(id, "Ann", "user"), "hi");
        Assert.Equal(("user1", "user", "message"), (replaced.From!.Id, replaced.From.Role, replaced.Type));
    }

    private static Activity Replace(ChannelAccount from, string text)
    {
        var said = new Activity(ActivityTypes.Message) { Text = text, From = from, Recipient = new ChannelAccount("bot", "Bot", "bot") };
        return Assert.Single(new Anonymiser().Replace([said]));
    }
}

using ChannelBot.Teaching.Sessions;

namespace ChannelBot.Teaching.Tests.Sessions;

public sealed class SessionCommandTests
{
    [Theory]
    [InlineData("session start \"Year 9\" s3cret-key", "Year 9", "s3cret-key")]
    [InlineData(" Session  START “Year 9” ", "Year 9", null)]
    [InlineData("/session start Year 9", "Year 9", null)]
    [InlineData("session start", null, null)]
    public void A_start_has_a_title_and_perhaps_a_key(string said, string? title, string? key) =>
        Assert.Equal(new SessionCommand(SessionVerb.Start, title, key), SessionCommand.Read(said));

    [Theory]
    [InlineData("session here CDFHJK-MNPRTWXY", "CDFHJK", "MNPRTWXY")]
    [InlineData("session here cdf hjk", "CDFHJK", null)]
    [InlineData("session here", null, null)]
    public void A_chat_is_named_by_code_and_ticket(string said, string? code, string? ticket) =>
        Assert.Equal(new SessionCommand(SessionVerb.Here, Code: code, Ticket: ticket), SessionCommand.Read(said));

    [Theory]
    [InlineData("When did the session start?")]
    [InlineData("session 3")]
    [InlineData("sessions start now")]
    [InlineData("")]
    [InlineData(null)]
    public void Everything_else_is_a_question(string? said) => Assert.Null(SessionCommand.Read(said));
}

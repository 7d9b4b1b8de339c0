using ChannelBot.Testing.Chat;
using ChannelBot.Testing.Scripts;
using CsCheck;

namespace ChannelBot.Testing.Tests.Chat;

public sealed class ChatDocumentTests
{
    /// <summary>Pieces of which files are made, right and wrong ones.</summary>
    private static readonly Gen<string> AnyFile = Gen.OneOf(
        Gen.String,
        Any(
            "user=Ann", "users=Ann,Ben", "bot=", "bot=Desk=2", "channelId=test", "user:", "Ann->Ben: hello", "bot: ", "[Typing]", "[1]", "[Delay=", "500]", "[Delay=x]",
            "[Suggestions=a|b]", "[Attachment=none.png]", "[Attachment=", "[HeroCard", "title=x", "]", "[ConversationUpdate=MembersAdded=Ann]", "[ConversationUpdate]", "[event]",
            "> expect ", "> or ask \"", "> with {", "> with {\"text\":5}", "> activity {\"type\":\"event\"}", "> a comment", "outcome computed", "number 5", "/(/", "\"",
            " ", "\t", "\n", "\r\n", "\r", "\uFEFF", "\uD800", "text").Array[0, 40].Select(string.Concat),
        Any("user: hello", "bot: hi [1]", "> expect cites p1", "", "user=Ann", "more words", "[Typing]").Array[0, 12].Select(lines => string.Join('\n', lines)));

    private static Gen<string> Any(params string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]);

    [Fact]
    public void Any_text_prints_as_it_was_read() =>
        AnyFile.Sample(text => Assert.Equal(text, ChatDocument.Parse(text, "any.chat").ToString()));

    [Fact]
    public void A_printed_document_reads_as_the_same_lines() => AnyFile.Sample(text =>
    {
        var document = ChatDocument.Parse(text, "any.chat");
        Assert.Equal(document.Lines, ChatDocument.Parse(document.ToString(), "any.chat").Lines);
    });

    [Fact]
    public void Any_text_is_a_script_or_has_mistakes_at_places_in_the_file() => AnyFile.Sample(text =>
    {
        try
        {
            Assert.NotNull(ChatScript.Read(text, "any.chat").Turns);
        }
        catch (ScriptFormatException exception)
        {
            var lines = text.Split('\n');
            Assert.NotEmpty(exception.Errors);
            Assert.All(exception.Errors, error => Assert.InRange(error.Place.Line, 1, lines.Length));
            Assert.All(exception.Errors, error => Assert.InRange(error.Place.Column, 1, lines[error.Place.Line - 1].Length + 1));
        }
    });

    [Fact]
    public void Chatdowns_way_of_reading_any_text_ends_in_activities_or_mistakes_too() => AnyFile.Sample(text =>
    {
        try
        {
            Assert.NotEmpty(ChatReader.Read(ChatDocument.Parse(text, "any.chat"), new ChatReading { IsAsChatdown = true }));
        }
        catch (ScriptFormatException exception)
        {
            Assert.NotEmpty(exception.Errors);
        }
    });

    [Fact]
    public void Every_line_is_a_setting_a_comment_the_begin_of_a_message_or_words() => Assert.Equal(
        [
            ChatLineKind.Text, ChatLineKind.Header, ChatLineKind.Comment, ChatLineKind.Header, ChatLineKind.Text, ChatLineKind.Speaker, ChatLineKind.Text,
            ChatLineKind.Comment, ChatLineKind.Speaker,
        ],
        ChatDocument.Parse("\nuser=Ann\n> who\nbot=Desk\n\nAnn: hello\nbot=Post is text here\n> aside\ndesk->ann: hello", "x.chat").Lines.Select(line => line.Kind));

    [Fact]
    public void The_header_names_everybody_and_the_channel()
    {
        var header = ChatDocument.Parse("users=Ann,Ben\nbot=Post Desk\nchannelId=msteams\n", "x.chat").Header;
        Assert.Equal(["Ann", "Ben"], header.Users);
        Assert.Equal(("Post Desk", "msteams"), (header.Bot, header.ChannelId));
    }
}

using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Chat;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Tests.Chat;

public sealed class ChatReaderTests
{
    [Theory]
    [InlineData("bot: [1] and [2] more", "[1] and [2]more", "[1] and [2] more")]
    [InlineData("bot: see [1] now [Typing]", "now", "see [1] now")]
    public void Words_are_kept_where_chatdown_loses_some(string line, string chatdown, string ours)
    {
        Assert.Equal(chatdown, Texts(line, isAsChatdown: true));
        Assert.Equal(ours, Texts(line, isAsChatdown: false));
    }

    [Theory]
    [InlineData("user=A=B\n", "x.chat:1:7: A second '=' stands in a setting. Expected name=value, as in user=Ann.")]
    [InlineData("users=A,,B\n", "x.chat:1:7: A name is missing between commas in 'A,,B'. Expected names, as in users=Ann,Ben.")]
    [InlineData("bot=\n", "x.chat:1:5: Nothing stands behind 'bot='. Expected a name.")]
    [InlineData("hello\n", "x.chat:1:1: Nobody says this. Expected a line that begins with 'user:' or 'bot:'.")]
    [InlineData("user: hi\nnobody: hello\n", "x.chat:2:1: Nobody here is called 'nobody'. Expected one of: user, bot; or a space before the line where these are words of 'user'.")]
    [InlineData("users=Ann,Ben\n\nAnn: hi\n\nBem: yes\n", "x.chat:5:1: Nobody here is called 'Bem'. Expected one of: Ann, Ben, bot; or a space before the line where these are words of 'Ann'.")]
    [InlineData("user: [Typing=500]", "x.chat:1:15: [Typing] has no value. For a pause, expected [Delay=500], in milliseconds.")]
    [InlineData("user: hi [Delay=soon]", "x.chat:1:17: 'soon' is no delay. Expected milliseconds, at most 86400000, as in [Delay=500].")]
    [InlineData("user: hi [Delay]", "x.chat:1:16: '' is no delay. Expected milliseconds, at most 86400000, as in [Delay=500].")]
    [InlineData("bot: [AttachmentLayout=grid]", "x.chat:1:6: This is no layout. Expected [AttachmentLayout=list] or [AttachmentLayout=carousel].")]
    [InlineData("bot: [Suggestions]", "x.chat:1:6: Nothing is suggested. Expected [Suggestions=one|another].")]
    [InlineData("bot: hi\n[event=tick]", "x.chat:2:1: Chatdown makes nothing of [event]. Expected [Typing] or [ConversationUpdate=…], or a comment: > activity {\"type\":\"event\", …}.")]
    [InlineData("bot: [ConversationUpdate=Joined=Ann]", "x.chat:1:26: 'Joined=Ann' says nobody. Expected MembersAdded=Ann,Ben or MembersRemoved=Ann.")]
    [InlineData("bot: [ConversationUpdate=MembersRemoved=Zoe]", "x.chat:1:26: 'Zoe' cannot leave: nobody here is called so.")]
    [InlineData("bot: [HeroCard\n  titel=x]", "x.chat:2:3: 'titel' is no property of a card. Expected one of: title, subtitle, text, aspect, value, connectioname, image, images, media, buttons, autostart, sharable, autoloop.")]
    [InlineData("bot: [Attachment=]", "x.chat:1:6: An attachment has no file. Expected [Attachment=FILE] or [Attachment=ADDRESS TYPE].")]
    [InlineData("bot: [Attachment=https://post.example/x]", "x.chat:1:18: The type of 'https://post.example/x' cannot be told from its ending. Expected it behind a space, as in [Attachment=https://post.example/x image/png].")]
    [InlineData("bot: hi\n> with {\"a\":", "x.chat:2:13: This is not JSON. Expected one object on this line, as in > with { \"locale\": \"en-GB\" }.")]
    [InlineData("bot: hi\n> activity {}", "x.chat:2:12: An activity has no type. Expected { \"type\": \"event\", … }.")]
    public void A_mistake_is_named_with_its_place_and_what_was_expected(string text, string message) =>
        Assert.Equal([message], Assert.Throws<ScriptFormatException>(() => Read(text)).Errors.Select(error => error.ToString()));

    [Fact]
    public void Lines_with_a_colon_are_words_where_nobody_could_mean_a_speaker() => Assert.Equal(
        "see\n 12: and a note: of\n Note: mine\nhttps://post.example\n12:30",
        Read("user: see\n 12: and a note: of\n Note: mine\nhttps://post.example\n12:30\nbot: a\nWorking: 12")[1].ToActivity().Text);

    [Fact]
    public void A_missing_attachment_is_a_mistake_that_names_the_file_and_the_place()
    {
        var here = Directory.GetCurrentDirectory();
        Assert.Equal(
            $"x.chat:2:13: There is no file 'lost.png' to attach in '{here}', the script's folder.",
            Assert.Single(Assert.Throws<ScriptFormatException>(() => Read("user: look\n[Attachment=lost.png]")).Errors).ToString());
        Assert.EndsWith(
            $"/below', the script's folder, nor in '{here}', the current one.",
            Assert.Single(Assert.Throws<ScriptFormatException>(() => ChatReader.Read(ChatDocument.Parse("user: [Attachment=lost.png]", "below/x.chat"))).Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_of_a_file_are_named_at_once() =>
        Assert.Equal([2, 3, 4], Assert.Throws<ScriptFormatException>(() => Read("user: a\n[Delay=x]\n[event]\n> with {")).Errors.Select(error => error.Place.Line));

    [Fact]
    public void A_comment_adds_fields_for_which_the_format_has_no_words()
    {
        var read = Read("bot: hi\n> with {\"locale\":\"en-GB\",\"text\":null,\"channelData\":{\"n\":1}}\n> with some friends\n> with {\"channelData\":{\"m\":[2]}}")[^1];
        var activity = read.ToActivity();
        Assert.Equal(("en-GB", null), (activity.Locale, activity.Text));
        Assert.Equal("""{"n":1,"m":[2]}""", activity.ChannelData!.ToJsonString());
    }

    [Fact]
    public void A_comment_may_be_an_activity_of_its_own()
    {
        var read = Read("user: hi\n> activity {\"type\":\"invoke\",\"name\":\"adaptiveCard/action\",\"value\":{}}\n> activity {\"type\":\"message\",\"text\":\"x\",\"from\":{\"role\":\"bot\"}}");
        Assert.Equal(["conversationUpdate", "message", "invoke", "message"], read.Select(activity => activity.ToActivity().Type));
        Assert.Equal([false, false, false, true], read.Select(activity => activity.IsFromBot));
    }

    [Fact]
    public void A_field_of_the_wrong_kind_is_a_mistake() =>
        Assert.Equal(1, Assert.Throws<ScriptFormatException>(() => Read("user: hi\n> with {\"attachments\":5}")[^1].ToActivity()).Errors[0].Place.Line);

    private static IReadOnlyList<ChatActivity> Read(string text) => ChatReader.Read(ChatDocument.Parse(text, "x.chat"));

    private static string? Texts(string line, bool isAsChatdown) =>
        ChatReader.Read(ChatDocument.Parse("user: go\n" + line + "\nuser: end", "x.chat"), new ChatReading { IsAsChatdown = isAsChatdown })
            .Where(read => read.IsFromBot).Select(read => read.ToActivity()).First(activity => activity.IsType(ActivityTypes.Message)).Text;
}

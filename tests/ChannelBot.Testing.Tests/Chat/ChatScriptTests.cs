using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Chat;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Tests.Chat;

public sealed class ChatScriptTests
{
    [Fact]
    public void A_line_of_the_user_begins_a_turn_to_which_the_lines_of_the_bot_and_the_comments_below_belong()
    {
        var script = ChatScript.Read(
            """
            user=Ann
            bot=Desk

            user: How many letters came?
            > or ask "How many letters were there?"
            bot: 12,400 letters [1].
            bot: Anything else?
            > expect number 12,400 letters
            > to be read by people
            user: No
            > or ask "No, thanks"
            """,
            "post/letters.chat");
        Assert.Equal("letters", script.Name);
        var first = script.Turns[0];
        Assert.Equal((4, "How many letters came?"), (first.Place.Line, first.Activity.Text));
        Assert.Equal(["12,400 letters [1].", "Anything else?"], first.Replies.Select(reply => reply.Activity.Text));
        Assert.Equal([(6, 6), (7, 7)], first.Replies.Select(reply => (reply.Place.Line, reply.LastLine)));
        Assert.Equal(["number 12,400 letters"], first.Expectations.Select(expectation => expectation.Text));
        Assert.Equal(["How many letters were there?"], first.Paraphrases.Select(paraphrase => paraphrase.Text));
        Assert.Equal("No", script.Turns[1].Activity.Text);
        Assert.Equal(2, script.Turns.Count);
    }

    [Fact]
    public void Lines_of_the_bot_before_anything_else_answer_that_everybody_joins()
    {
        var turn = Assert.Single(ChatScript.Read("user=Ann\nbot=Desk\nbot: Welcome\n> expect says \"welcome\"", "x.chat").Turns);
        Assert.Equal(ActivityTypes.ConversationUpdate, turn.Activity.Type);
        Assert.Equal(["Desk", "Ann"], turn.Activity.MembersAdded!.Select(member => member.Name));
        Assert.Equal("Welcome", Assert.Single(turn.Replies).Activity.Text);
        Assert.Single(turn.Expectations);
    }

    [Fact]
    public void What_is_sent_has_no_ids_and_a_name_only_where_several_users_speak()
    {
        Assert.Null(ChatScript.Read("user: hi", "x.chat").Turns[0].Activity.From);
        var activity = ChatScript.Read("users=Ann,Ben\nBen: hi", "x.chat").Turns[0].Activity;
        Assert.Equal(("Ben", null, null, null), (activity.From!.Name, activity.From.Id, activity.Id, activity.Conversation));
    }

    [Theory]
    [InlineData("> expect count messages 1\nuser: hi", "x.chat:1:3: An expectation stands above all that is said. Expected it below the line that it is about.")]
    [InlineData("user: hi\n> or ask hello", "x.chat:2:10: Here stands 'hello'. Expected words in quotation marks.")]
    [InlineData("user: hi\n> or ask \"hello", "x.chat:2:10: Here stands '\"hello'. Expected a closing \".")]
    [InlineData("user: hi\n>expect joy", "x.chat:2:9: 'joy' is nothing that can be expected. Expected one of: outcome, number, cites, working, says, matches, no, within, suggests, card, count, calls.")]
    [InlineData("user: hi\n> Expect joy", "x.chat:2:10: 'joy' is nothing that can be expected. Expected one of: outcome, number, cites, working, says, matches, no, within, suggests, card, count, calls.")]
    [InlineData("user: hi\n> expects count messages 1", "x.chat:2:3: This says nothing to a script. Did you mean \"> expect …\"? A comment begins with another word.")]
    [InlineData("user: hi\n> expect: count messages 1", "x.chat:2:3: This says nothing to a script. Did you mean \"> expect …\"? A comment begins with another word.")]
    [InlineData("user: hi\n> exepct number 5", "x.chat:2:3: This says nothing to a script. Did you mean \"> expect …\"? A comment begins with another word.")]
    [InlineData("user: hi\n> or aks \"hello\"", "x.chat:2:3: This says nothing to a script. Did you mean \"> or ask …\"? A comment begins with another word.")]
    [InlineData("user: hi\n> wiht {\"locale\":\"en-GB\"}", "x.chat:2:3: This says nothing to a script. Did you mean \"> with {…}\"? A comment begins with another word.")]
    [InlineData("user: hi\n> Activity: {\"type\":\"event\"}", "x.chat:2:3: This says nothing to a script. Did you mean \"> activity {…}\"? A comment begins with another word.")]
    [InlineData("> evry {\"channelId\":\"msteams\"}\nuser: hi", "x.chat:1:3: This says nothing to a script. Did you mean \"> every {…}\"? A comment begins with another word.")]
    [InlineData("> acount user {\"id\":\"29:a\"}\nuser: hi", "x.chat:1:3: This says nothing to a script. Did you mean \"> account NAME {…}\"? A comment begins with another word.")]
    [InlineData("> account {\"id\":\"29:a\"}\nuser: hi", "x.chat:1:3: This says nothing to a script. Did you mean \"> account NAME {…}\"? A comment begins with another word.")]
    [InlineData("", "x.chat:1:1: Nobody says anything. Expected a line that begins with 'user:' or 'bot:'.")]
    [InlineData("users=Ann,Ben\n\n> nothing but this\n", "x.chat:1:1: Nobody says anything. Expected a line that begins with 'Ann:' or 'bot:'.")]
    [InlineData("user: hi\n> expect within soon", "x.chat:2:17: Here stands 'soon'. Expected a time, as in 500 ms or 2 s.")]
    [InlineData("user: hi\n>  expect number many", "x.chat:2:18: Here stands 'many'. Expected one number with its bounds, as in about 57 percent, at least 60 or 12,400 letters.")]
    [InlineData("user: hi\n> expect", "x.chat:2:9: Nothing is expected. Expected one of: outcome, number, cites, working, says, matches, no, within, suggests, card, count, calls.")]
    [InlineData("bot: hi\n> or ask \"hello\"", "x.chat:2:3: A paraphrase follows something that is no message. Expected it below the line of the user that it says in other words.")]
    public void A_comment_that_is_wrong_is_a_mistake_at_its_place(string text, string message) =>
        Assert.Equal([message], Assert.Throws<ScriptFormatException>(() => ChatScript.Read(text, "x.chat")).Errors.Select(error => error.ToString()));

    [Theory]
    [InlineData("> with thanks to Ann")]
    [InlineData("> without {a} brace")]
    [InlineData("> every day, at 12")]
    [InlineData("> the account of {1}")]
    [InlineData("> activity at the port: see \"News\"")]
    [InlineData("> expected: 12 letters")]
    [InlineData("> except on Sundays")]
    [InlineData("> expert advice")]
    [InlineData("> or \"hello\"")]
    [InlineData("> note {\"a\":1}")]
    public void A_comment_of_other_words_is_for_people(string comment)
    {
        var turn = Assert.Single(ChatScript.Read($"user: hi\n{comment}\n", "x.chat").Turns);
        Assert.Equal("hi", turn.Activity.Text);
        Assert.Empty(turn.Expectations);
        Assert.Empty(turn.Paraphrases);
    }
}

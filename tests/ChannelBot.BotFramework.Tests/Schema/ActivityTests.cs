using System.Text.Json.Nodes;
using ChannelBot.BotFramework.Schema;

namespace ChannelBot.BotFramework.Tests.Schema;

public sealed class ActivityTests
{
    private static Activity Incoming(string channel = Channels.Msteams) => new(ActivityTypes.Message)
    {
        Id = "1",
        ChannelId = channel,
        ServiceUrl = "https://smba.trafficmanager.net/emea/",
        Locale = "en-GB",
        From = new("user", "Smith"),
        Recipient = new("bot", "Bot"),
        Conversation = new("19:abc@thread.v2;messageid=1"),
    };

    [Fact]
    public void A_reply_goes_back_the_way_the_message_came()
    {
        var reply = Incoming().CreateReply("Hello");
        Assert.Equal(
            ("message", "Hello", "1", "bot", "user", "19:abc@thread.v2;messageid=1", "https://smba.trafficmanager.net/emea/", "msteams", "en-GB"),
            (reply.Type, reply.Text, reply.ReplyToId, reply.From?.Id, reply.Recipient?.Id, reply.Conversation?.Id, reply.ServiceUrl, reply.ChannelId, reply.Locale));
    }

    [Theory]
    [InlineData(Channels.Directline, null)]
    [InlineData(Channels.Webchat, null)]
    [InlineData(Channels.Msteams, "1")]
    public void An_answer_to_a_conversation_update_names_it_only_where_the_client_sees_it(string channel, string? replyToId)
    {
        var update = Incoming(channel);
        update.Type = ActivityTypes.ConversationUpdate;
        Assert.Equal(replyToId, update.CreateReply("Welcome").ReplyToId);
        Assert.Equal("1", Incoming(channel).CreateReply("Hello").ReplyToId);
    }

    [Fact]
    public void A_reference_makes_a_later_message_look_as_if_the_user_sent_it()
    {
        var later = new Activity(ActivityTypes.Event).ApplyConversationReference(Incoming().GetConversationReference(), isIncoming: true);
        Assert.Equal(("user", "bot", "1"), (later.From?.Id, later.Recipient?.Id, later.Id));
    }

    [Theory]
    [InlineData("<at>Bot</at> how many?", "<at>Bot</at>", "how many?")]
    [InlineData("<AT>bot</AT>&nbsp;how many?", "<at>Bot</at>", "how many?")]
    [InlineData("<at>Bot</at> how many?\n", null, "how many?")]
    [InlineData("how many <at>Bot</at>", "<at>Bot</at>", "how many")]
    [InlineData("<at>Bot</at>", "<at>Bot</at>", "")]
    [InlineData("how many?", "<at>Bot</at>", "how many?")]
    public void The_mention_of_the_bot_is_no_part_of_the_question(string text, string? mentionText, string expected)
    {
        var activity = Incoming();
        activity.Text = text;
        activity.Entities = [new Mention(activity.Recipient!, mentionText).ToEntity()];
        Assert.Equal(expected, activity.RemoveRecipientMention());
        Assert.Equal(expected, activity.Text);
    }

    [Theory]
    [InlineData("A (1.0) [x]*", "<at>A (1.0) [x]*</at> hi")]
    [InlineData("Q & A", "<at>Q &amp; A</at> hi")]
    [InlineData("Q & A", "<at>Q & A</at> hi")]
    public void A_name_with_special_characters_is_removed_without_its_text(string name, string text)
    {
        var activity = Incoming();
        activity.Recipient!.Name = name;
        activity.Text = text;
        activity.Entities = [new Mention(activity.Recipient, null).ToEntity()];
        Assert.Equal("hi", activity.RemoveRecipientMention());
    }

    [Fact]
    public void Mentions_of_others_stay()
    {
        var activity = Incoming();
        activity.Text = "<at>Bot</at> what did <at>Smith</at> say?";
        activity.Entities = [new Mention(activity.Recipient!, "<at>Bot</at>").ToEntity(), new Mention(activity.From!, "<at>Smith</at>").ToEntity()];
        Assert.Equal("what did <at>Smith</at> say?", activity.RemoveRecipientMention());
        Assert.True(activity.Mentions("bot"));
        Assert.False(activity.Mentions("other"));
    }

    [Theory]
    [InlineData("""{"mentioned":5}""")]
    [InlineData("""{"mentioned":{"id":{}},"text":[]}""")]
    [InlineData("{}")]
    public void A_mention_that_cannot_be_read_is_left_alone(string properties)
    {
        var activity = Incoming();
        activity.Text = "hi";
        activity.Entities = [new Entity("mention", JsonNode.Parse(properties)!.AsObject())];
        Assert.Equal("hi", activity.RemoveRecipientMention());
    }

    [Theory]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{\"feedbackText\":\"good\"}"}}""", true, "good")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"dislike","feedback":"words alone"}}""", false, "words alone")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"dislike"}}""", false, null)]
    public void Feedback_is_read_from_the_invoke(string action, bool isLike, string? text) =>
        Assert.Equal(new MessageFeedback(isLike, text), MessageFeedback.From(JsonNode.Parse(action)!.AsObject()));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"actionName":"feedback","actionValue":7}""")]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"shrug"}}""")]
    public void What_is_not_feedback_is_null(string action) => Assert.Null(MessageFeedback.From(JsonNode.Parse(action)!.AsObject()));
}

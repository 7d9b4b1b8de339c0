using System.Text.Json;
using System.Text.Json.Nodes;
using ChannelBot.Bot.Rendering;
using ChannelBot.BotFramework.Schema;
using CsCheck;

namespace ChannelBot.Bot.Tests.Rendering;

public sealed class AnswerRendererTests
{
    private const int LargestInBytes = 28 * 1024;

    private static readonly AnswerRenderers Renderers = new();

    public static TheoryData<string> ChannelIds => [Channels.Msteams, Channels.Directline, Channels.Emulator];

    [Fact]
    public void Teams_gets_plain_marks_and_one_entity_of_citations()
    {
        var activity = Renderers.For(Channels.Msteams).Render(Samples.Computed);

        Assert.Equal("About 25% (24.8%): 3,100 of 12,500 people came by train [1] [2].", activity.Text);
        var message = Assert.Single(activity.Entities!);
        Assert.Equal("https://schema.org/Message", message.Type);
        Assert.Null(message.Properties!["additionalType"]);
        var claims = message.Properties["citation"]!.AsArray();
        Assert.Equal([1, 2], claims.Select(claim => (int)claim!["position"]!));
        Assert.Equal("Paragraph 6: Of 12,500 people, \"3,100\" came by train.", (string?)claims[0]!["appearance"]!["name"]);
        Assert.All(claims, claim =>
        {
            Assert.InRange(((string?)claim!["appearance"]!["name"])!.Length, 1, 80);
            Assert.InRange(((string?)claim["appearance"]!["abstract"])!.Length, 1, 160);
        });
    }

    [Fact]
    public void Teams_is_asked_for_feedback_and_offered_what_to_ask_next()
    {
        var activity = Renderers.For(Channels.Msteams).Render(Samples.Computed);

        Assert.Equal("""{"feedbackLoop":{"type":"default"}}""", activity.ChannelData!.ToJsonString());
        Assert.Equal(["How many came by bus?"], activity.SuggestedActions!.Actions!.Select(action => (string?)action.Value));
    }

    [Theory]
    [InlineData("personal", true)]
    [InlineData("groupChat", false)]
    [InlineData("channel", false)]
    public void Teams_is_offered_what_to_ask_next_in_personal_chats_only(string conversationType, bool isOffered)
    {
        var activity = Renderers.For(Channels.Msteams, new ConversationAccount("19:a", conversationType: conversationType)).Render(Samples.Computed);

        Assert.Equal(isOffered, activity.SuggestedActions is not null);
    }

    [Fact]
    public void Teams_labels_only_what_a_language_model_wrote()
    {
        var activity = Renderers.For(Channels.Msteams).Render(Samples.Computed with { Planner = "openai" });

        Assert.Equal("""["AIGeneratedContent"]""", Assert.Single(activity.Entities!).Properties!["additionalType"]!.ToJsonString());
    }

    [Fact]
    public void A_citation_in_Teams_leads_to_its_sentence_on_the_page_where_the_page_has_an_address()
    {
        var activity = new AnswerRenderers(new Uri("https://bot.example.org/")).For(Channels.Msteams).Render(Samples.Computed);

        Assert.Equal(
            "https://bot.example.org/#p6.s1",
            (string?)activity.Entities![0].Properties!["citation"]![0]!["appearance"]!["url"]);
    }

    [Fact]
    public void Web_Chat_gets_a_definition_for_each_mark_that_names_the_sentence()
    {
        var activity = Renderers.For(Channels.Directline).Render(Samples.Computed);

        Assert.StartsWith(
            """
            About 25% (24.8%): 3,100 of 12,500 people came by train [1] [2].

            [1]: cite:p6.s1 "Paragraph 6: Of 12,500 people, \"3,100\" came by train."
            [2]: cite:p7.s2 "Paragraph 7: xxx
            """,
            activity.Text,
            StringComparison.Ordinal);
        Assert.Null(activity.Entities![0].Properties!["citation"]![0]!["appearance"]!["url"]);
    }

    [Theory]
    [InlineData(Channels.Msteams)]
    [InlineData(Channels.Webchat)]
    public void The_working_is_on_a_card_behind_a_button(string channelId)
    {
        var card = Assert.Single(Renderers.For(channelId).Render(Samples.Computed).Attachments!);

        Assert.Equal("application/vnd.microsoft.card.adaptive", card.ContentType);
        Assert.Equal("1.5", (string?)card.Content!["version"]);
        var button = Assert.Single(card.Content["actions"]!.AsArray())!;
        Assert.Equal("Action.ShowCard", (string?)button["type"]);
        Assert.Equal("Show working", (string?)button["title"]);
        Assert.Equal(
            [
                "3,100 ÷ 12,500 × 100 = 24.8",
                "3,100 is from paragraph 6. at least 12,500 is from paragraph 7. The exact fraction is 124/5.",
                "Assumption: Nobody is counted twice.",
            ],
            button["card"]!["body"]!.AsArray().Select(item => (string?)item!["inlines"]![0]!["text"]));
    }

    [Fact]
    public void Other_channels_get_text_that_says_it_all()
    {
        var activity = Renderers.For("somewhere").Render(Samples.Computed with { Citations = [Samples.Computed.Citations[0]] });

        Assert.Equal("plain", activity.TextFormat);
        Assert.Equal(
            """
            About 25% (24.8%): 3,100 of 12,500 people came by train [1][2].

            [1] Paragraph 6: “Of 12,500 people, "3,100" came by train.”

            Working: 3,100 ÷ 12,500 × 100 = 24.8
            """,
            activity.Text);
        Assert.Null(activity.Entities);
        Assert.Null(activity.Attachments);
    }

    [Theory]
    [MemberData(nameof(ChannelIds))]
    public void Any_answer_fits_within_28_KB(string channelId) => Samples.Any.Sample(
        answer => Serialized(Renderers.For(channelId).Render(answer)).Length <= LargestInBytes, iter: 60);

    [Theory]
    [MemberData(nameof(ChannelIds))]
    public void Any_answer_keeps_within_what_the_channel_takes(string channelId) => Samples.Any.Sample(
        answer =>
        {
            var activity = Renderers.For(channelId).Render(answer);
            var claims = activity.Entities?[0].Properties!["citation"]?.AsArray() ?? [];
            Assert.InRange(claims.Count, 0, channelId == Channels.Msteams ? 10 : 40);
            Assert.All(claims, claim => Assert.Contains($"[{(int)claim!["position"]!}]", activity.Text, StringComparison.Ordinal));
            Assert.InRange(activity.SuggestedActions?.Actions!.Count ?? 0, 0, 6);
            Assert.DoesNotContain('\u202E', activity.Text!);
            Assert.DoesNotContain('\u0000', activity.Text!);
        },
        iter: 60);

    [Theory]
    [InlineData(Channels.Msteams)]
    [InlineData(Channels.Directline)]
    public void No_markup_of_others_survives(string channelId) => Samples.Any.Sample(
        answer =>
        {
            var text = Renderers.For(channelId).Render(answer).Text!;
            Assert.DoesNotContain("<b>", text.Replace(@"\<", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("](http", text.Replace(@"\]", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("http://", text, StringComparison.Ordinal);
        },
        iter: 60);

    [Theory]
    [MemberData(nameof(ChannelIds))]
    public void The_same_answer_is_rendered_the_same(string channelId) => Assert.Equal(
        Serialized(Renderers.For(channelId).Render(Samples.Computed)),
        Serialized(Renderers.For(channelId).Render(Samples.Computed)));

    [Fact]
    public void A_picture_stands_in_the_message_for_the_web_chat_and_at_an_address_for_Teams()
    {
        var inline = Image(Renderers.For(Channels.Directline).Render(Samples.Charted));
        var linked = Image(new AnswerRenderers(new Uri("https://bot.example.org/")).For(Channels.Msteams).Render(Samples.Charted));

        Assert.StartsWith("data:image/svg+xml;base64,", (string?)inline["url"], StringComparison.Ordinal);
        Assert.Equal("https://bot.example.org/charts/test/f%3Atrain~left%3Af%3Atrain.png", (string?)linked["url"]);
        Assert.All([inline, linked], image => Assert.Equal(
            "Bars from zero, in people. By train: 3,100 (paragraph 6). The rest: at least 9,400, with no upper end, worked out: 12,500 − 3,100 = 9,400 (paragraph 6). Figures marked * are worked out.", (string?)image["altText"]));
    }

    [Fact]
    public void Where_nobody_could_fetch_a_picture_the_words_have_to_do()
    {
        Assert.Null(Renderers.For(Channels.Msteams).Render(Samples.Charted with { Working = [] }).Attachments);
        Assert.Null(Renderers.For(Channels.Emulator).Render(Samples.Charted).Attachments);
    }

    private static byte[] Serialized(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, ProtocolJson.Wire.Activity);

    private static JsonNode Image(Activity activity) => activity.Attachments![0].Content!["body"]![0]!;
}

using ChannelBot.Core.Conversations;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Tests.Reading;

public sealed class MessageReaderTests
{
    private static readonly MessageReader Reader = new(SmallKnowledge.File);

    [Theory]
    [InlineData("How many were hurt and who confirmed it?", "How many were hurt", "who confirmed it?")]
    [InlineData("what did Lindqvist say? and Philp?", "what did Lindqvist say?", "and Philp?")]
    [InlineData("Summarise the article and tell me who Tomas Reyes is.", "Summarise the article", "who Tomas Reyes is.")]
    [InlineData("List the companies and name all the towns", "List the companies", "name all the towns")]
    [InlineData("Was the bridge closed, and how many people were hurt?", "Was the bridge closed,", "how many people were hurt?")]
    [InlineData("What are the repairs for, who does them and when?", "What are the repairs for", "who does them", "when?")]
    [InlineData("When did it happen, how many were hurt?", "When did it happen", "how many were hurt?")]
    [InlineData("How many fewer than 4,000 lorries cross it, in lorries and in percent?", "How many fewer than 4,000 lorries cross it, in lorries", "in percent?")]
    [InlineData("how far over 3,000 is it and by what percentage", "how far over 3,000 is it", "by what percentage")]
    [InlineData("how many cars were towed? how many people hurt?", "how many cars were towed?", "how many people hurt?")]
    [InlineData("who closed the bridge when was that", "who closed the bridge", "when was that")]
    [InlineData("how many cars were towed to Saltgate how many were hurt", "how many cars were towed to Saltgate", "how many were hurt")]
    public void A_message_with_several_requests_is_taken_apart(string message, params string[] asks) => Assert.Equal(asks, Asks(message));

    [Theory]
    [InlineData("name the three towns")]
    [InlineData("Was the bridge closed, and why?")]
    [InlineData("What is the harbour master's job and name?")]
    [InlineData("What happened at Saltgate Hall, where residents protested?")]
    [InlineData("Who is Reyes, who warned of the closure?")]
    [InlineData("When the bridge is closed, how many lorries are affected?")]
    [InlineData("Did the mayor and the council agree on the contract?")]
    [InlineData("If 200 more lorries come, what is the total?")]
    [InlineData("Is it over half, and by what percentage of all lorries?")]
    [InlineData("what did the residents who were hurt say")]
    [InlineData("by what share and by how many did it rise")]
    public void A_single_request_stays_whole(string message) => Assert.Equal([message], Asks(message));

    [Theory]
    [InlineData("My friend says 3,150 lorries cross it. Is that right?", "3,150 lorries cross it?")]
    [InlineData("My nan swears blind it was the council that closed the bridge. Is she right?", "it was the council that closed the bridge?")]
    [InlineData("a bloke at work reckons the bridge is shut to lorries, is he right or wrong", "the bridge is shut to lorries?")]
    [InlineData("I read somewhere that two fishermen drowned, true or false?", "two fishermen drowned?")]
    [InlineData("True or false: the council closed the bridge", "the council closed the bridge?")]
    [InlineData("Lindqvist says that nobody was hurt, is she right?", "Lindqvist says that nobody was hurt?")]
    [InlineData("The bridge carries lorries only. Is that what the article says?", "The bridge carries lorries only?")]
    public void A_claim_that_is_to_be_checked_is_asked_for_itself(string message, string ask) => Assert.Equal([ask], Asks(message));

    [Theory]
    [InlineData("Is it right to close the bridge?")]
    [InlineData("Who is right?")]
    [InlineData("Did the mayor get it right?")]
    public void A_judgement_is_no_claim_to_check(string message) => Assert.Equal([message], Asks(message));

    [Theory]
    [InlineData("I'm a teacher and my class asks: when will the bridge be closed?", "when will the bridge be closed?")]
    [InlineData("I live nearby so I'm worried - when will the bridge be closed?", "when will the bridge be closed?")]
    [InlineData("As a lorry driver, how long will the repairs take?", "how long will the repairs take?")]
    [InlineData("I missed the meeting. What was the cost?", "What was the cost?")]
    [InlineData("Attribution check before we publish: which police force reported it?", "Attribution check before we publish: which police force reported it?")]
    [InlineData("Question on the contract: who signs it?", "Question on the contract: who signs it?")]
    [InlineData("The mayor wants to close something. What?", "The mayor wants to close something. What?")]
    public void What_leads_up_to_a_question_is_left_out_unless_the_question_needs_it(string message, string ask) => Assert.Equal([ask], Asks(message));

    [Fact]
    public void Requests_know_with_how_many_others_they_share_the_answer() =>
        Assert.All(Reader.Read("sum it up and list the figures", ConversationState.Empty).Asks, ask => Assert.Equal(2, ask.Among));

    private static IEnumerable<string> Asks(string message) => Reader.Read(message, ConversationState.Empty).Asks.Select(ask => ask.Text);
}

using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;
using ChannelBot.Planner.Guards;

namespace ChannelBot.Planner.Tests.Guards;

public sealed class AnswerGuardsTests
{
    private static readonly AnswerGuards Guards = new(SmallKnowledge.File);

    /// <summary>An answer, the user's message, and for each mark the beginning of the sentence it cites.</summary>
    [Theory]
    [InlineData("12,480 vehicles a day [1].", "how many vehicles?", "According to a spokesperson")]
    [InlineData("The council is expected to sign a contract with Brenner Works [1].", "who will repair it?", "The council is expected")]
    [InlineData("Two fishermen, presumed to be brothers [1].", "who was found?", "Two fishermen")]
    [InlineData("At least 60 people. “At least 60 people are believed to have been hurt on the bridge since 1998, and more than 50 cars were towed away last winter.” [1]", "how many were hurt?", "At least 60")]
    [InlineData("The article says 18 percent, not 25 percent: “Traffic on the bridge has risen by 18 percent compared to 2019, police reported” [1].", "did it rise by 25 percent?", "Traffic on")]
    [InlineData("The article does not mention Hamburg. The nearest it comes: “The repairs should take between 14 and 18 months, Brenner Works stated” [1].", "how long will repairs in Hamburg take?", "The repairs")]
    [InlineData("Lindqvist said: “We cannot wait until somebody is hurt” [1].", "what did the mayor say?", "“We cannot wait")]
    [InlineData("The Mayor says the steel is older than any of us [1].", "what did she say?", "“The steel is")]
    [InlineData("Yes: Traffic on the bridge has risen by 18 percent compared to 2019 [1].", "has traffic risen?", "Traffic on")]
    [InlineData("No. Reyes did not attend the meeting at Saltgate Hall [1].", "did Reyes attend?", "Reyes did not")]
    [InlineData("Monday. “Mayor Ada Lindqvist has announced that the old harbour bridge in Norhaven will be closed to lorries from Monday” [1].", "when?", "Mayor Ada")]
    [InlineData("The article does not say.", "what colour is it?")]
    [InlineData("Nearly a third of the bolts [1].", "how many bolts were loose?", "Engineers from")]
    [InlineData("Police have not named them [1].", "who were they?", "Norhaven Police")]
    [InlineData("Two: Ada Lindqvist and Tomas Reyes are quoted [1] [2].", "who is quoted?", "“We cannot", "Harbour master")]
    [InlineData("Your 40,000 is more than the 12,480 vehicles a day that the article gives [1].", "is it 40,000?", "According to")]
    [InlineData("The bridge carries about 12,500 vehicles each day [1].", "how many vehicles?", "According to")]
    public void Honest_answers_pass(string text, string user, params string[] cited)
    {
        var report = Guards.Check(Answer(text, cited), user);
        Assert.True(report.IsClean, string.Join('\n', report.Lines));
    }

    [Theory]
    [InlineData("numbers", "12,840 vehicles a day [1].", "how many vehicles?", "According to a spokesperson")]
    [InlineData("numbers", "60 people were hurt [1].", "how many were hurt?", "At least 60")]
    [InlineData("numbers", "More than 60 people are believed to have been hurt [1].", "how many were hurt?", "At least 60")]
    [InlineData("numbers", "Exactly 50 cars were towed away [1].", "how many cars?", "At least 60")]
    [InlineData("numbers", "40,000 vehicles a day [1].", "are there 40,000 vehicles a day?", "According to a spokesperson")]
    [InlineData("numbers", "The bridge carries 12,480 lorries, or 18 percent [1].", "how many?", "According to a spokesperson")]
    [InlineData("certainty", "The council will sign a contract with Brenner Works [1].", "who?", "The council is expected")]
    [InlineData("certainty", "Two fishermen, who were brothers, were found dead beneath the bridge [1].", "who?", "Two fishermen")]
    [InlineData("names", "Brenner Works is based in Sweden [1].", "where?", "The council is expected")]
    [InlineData("names", "Tomas Reyes has announced that the bridge will be closed [1].", "who?", "Mayor Ada")]
    [InlineData("speakers", "Reyes said: “We cannot wait until somebody is hurt” [1].", "who?", "“We cannot")]
    [InlineData("speakers", "According to Ada Lindqvist, traffic on the bridge has risen by 18 percent [1].", "who?", "Traffic on")]
    [InlineData("negations", "Traffic on the bridge has not risen by 18 percent [1].", "has it?", "Traffic on")]
    [InlineData("negations", "Reyes attended the meeting at Saltgate Hall [1].", "did he?", "Reyes did not")]
    [InlineData("negations", "Norhaven Police have named them [1].", "did they?", "Norhaven Police")]
    [InlineData("quotations", "Lindqvist said: “We can wait until somebody is hurt” [1].", "what did she say?", "“We cannot")]
    [InlineData("quotations", "“The steel is older than any of us” [1].", "what?", "Traffic on")]
    [InlineData("evidence", "The bridge was painted green by volunteers in summer [1].", "what?", "Traffic on")]
    [InlineData("evidence", "The engineers found loose bolts.", "what?")]
    [InlineData("marks", "12,480 vehicles a day [2].", "how many?", "According to")]
    [InlineData("marks", "12,480 vehicles a day [1].", "how many?", "According to", "Traffic on")]
    public void What_the_evidence_does_not_hold_is_refused(string guard, string text, string user, params string[] cited)
    {
        var report = Guards.Check(Answer(text, cited), user);
        Assert.Contains(report.Findings, finding => finding.Guard == guard);
    }

    [Fact]
    public void A_citation_must_be_the_words_at_its_offsets()
    {
        var answer = Answer("12,480 vehicles a day [1].", ["According to"]);
        var moved = answer with { Citations = [answer.Citations[0] with { Start = answer.Citations[0].Start + 1 }] };
        Assert.Contains(Guards.Check(moved, "how many?").Findings, finding => finding.Guard == "citations");
    }

    [Fact]
    public void A_reviewed_text_brings_its_own_numbers_but_only_unchanged()
    {
        var text = FixedTexts.ReviewedText.Of("distress.suicide", SmallKnowledge.File);
        Assert.True(Guards.Check(Answer(text, []), "i want to die", "distress.suicide").IsClean);
        Assert.False(Guards.Check(Answer(text.Replace("116 123", "116 124", StringComparison.Ordinal), []), "i want to die", "distress.suicide").IsClean);
    }

    internal static Answer Answer(string text, IReadOnlyList<string> cited) => new()
    {
        KnowledgeSha256 = "test",
        Question = "",
        Outcome = Outcome.Answered,
        Text = text,
        Citations = [.. cited.Select((beginning, at) => Cite(SmallKnowledge.File, SmallKnowledge.File.Sentences.Single(sentence => sentence.Text.StartsWith(beginning, StringComparison.Ordinal)), at + 1))],
        Planner = "test",
    };

    internal static Citation Cite(KnowledgeFile knowledge, Sentence sentence, int n) =>
        new(n, sentence.Paragraph, sentence.Id, sentence.Start, sentence.End, knowledge.Article.Text[sentence.Start..sentence.End]);
}

using System.Text.Json.Nodes;
using ChannelBot.Bot.Rendering;
using ChannelBot.Core.Knowledge;
using ChannelBot.Teaching.Quizzes;

namespace ChannelBot.Bot.Tests.Rendering;

public sealed class QuizCardTests
{
    private static readonly KnowledgeFile s_knowledge = KnowledgeReader.Read(Path.Combine(AppContext.BaseDirectory, "knowledge", "channel-crossings", "knowledge.json"));

    [Theory]
    [InlineData(QuizKind.WhoSaid, "Input.ChoiceSet")]
    [InlineData(QuizKind.WhichFigure, "Input.ChoiceSet")]
    [InlineData(QuizKind.TrueOrFalse, "Input.ChoiceSet")]
    [InlineData(QuizKind.NotSaid, "Input.ChoiceSet")]
    [InlineData(QuizKind.PutInOrder, "Input.Text")]
    [InlineData(QuizKind.Compute, "Input.Number")]
    public void A_question_is_a_card_of_version_1_5_that_takes_its_kind_of_answer(QuizKind kind, string input)
    {
        var question = Ask(kind);
        var card = QuizCard.Of(question, new JsonObject { ["quiz"] = "7/1" });
        Assert.Equal("application/vnd.microsoft.card.adaptive", card.ContentType);
        var content = card.Content!;
        Assert.Equal("1.5", (string?)content["version"]);
        var field = Assert.Single(content["body"]!.AsArray(), part => (string?)part!["id"] is QuizCard.AnswerField)!;
        Assert.Equal(input, (string?)field["type"]);
        Assert.Equal(input is "Input.ChoiceSet" ? question.Options.Count : 0, field["choices"]?.AsArray().Count ?? 0);
        Assert.Equal("7/1", (string?)content["actions"]![0]!["data"]!["quiz"]);
    }

    [Fact]
    public void The_card_holds_no_key_and_asks_the_same_in_words()
    {
        var question = Ask(QuizKind.Compute);
        var json = QuizCard.Of(question, []).Content!.ToJsonString();
        Assert.DoesNotContain(question.Key.Text, json, StringComparison.Ordinal);
        Assert.DoesNotContain("citation", json, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(question.Prompt, QuizCard.Text(question), StringComparison.Ordinal);
        Assert.EndsWith($"Reply with {QuizMarking.Expected(question)}.", QuizCard.Text(question), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_card_sends_back_is_read_as_the_answer()
    {
        var question = Ask(QuizKind.WhoSaid);
        var choices = QuizCard.Of(question, []).Content!["body"]!.AsArray().Single(part => (string?)part!["id"] is QuizCard.AnswerField)!["choices"]!.AsArray();
        var right = choices.Select(choice => (string)choice!["value"]!).Where(value => QuizMarking.Mark(question, value) is { IsRight: true });
        Assert.Equal(question.Options[question.Key.Right[0]].Text, (string?)choices.Single(choice => (string)choice!["value"]! == Assert.Single(right))!["title"]);
    }

    private static QuizQuestion Ask(QuizKind kind) => new QuizMaker(s_knowledge).Make(new QuizRequest { Kinds = [kind], Seed = 7 }).Questions[0];
}

namespace ChannelBot.Planner.Tests;

public sealed class GroundedAnswersTests
{
    public static TheoryData<string, string> Files => [.. AllQuestions.Files()];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_number_name_and_quotation_of_an_answer_is_accounted_for(string story, string file)
    {
        var knowledge = Stories.All[story].Value;
        var grounded = new GroundedAnswers(knowledge);
        var loose = (await AllQuestions.AskAsync(QuestionPlanner.Embedded(knowledge), file))
            .SelectMany(asked => grounded.Unaccounted(asked.Turn.Answer, string.Join('\n', asked.Turn.State.Turns.Select(turn => turn.Question)))
                .Select(what => $"{asked.Id} {asked.Turn.Answer.Question}\n   {what}\n   {asked.Turn.Answer.Text}"))
            .ToArray();
        Assert.True(loose.Length == 0, string.Join('\n', loose));
    }
}

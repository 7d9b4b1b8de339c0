using ChannelBot.Core;
using ChannelBot.Core.Knowledge;
using ChannelBot.Teaching.Quizzes;
using ChannelBot.Teaching.Rendering;

namespace ChannelBot.Teaching.Tests;

public sealed class QuizMakerTests
{
    private static readonly QuizKind[] s_kinds = Enum.GetValues<QuizKind>();

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_in_every_format_and_another_seed_another_quiz()
    {
        var knowledge = await Articles.ReadAsync("channel-crossings");
        foreach (var render in new Func<Quiz, bool, string>[] { QuizText.Plain, QuizText.Markdown, QuizHtml.Of, QuizJson.Of, QuizCsv.Of })
        {
            string Of(int seed) => render(new QuizMaker(knowledge).Make(new QuizRequest { Seed = seed }), true);
            Assert.Equal(Of(5), Of(5));
            Assert.NotEqual(Of(5), Of(6));
        }
    }

    [Fact]
    public async Task A_reviewed_article_gives_every_kind_of_question_at_every_level()
    {
        var maker = new QuizMaker(await Articles.ReadAsync("channel-crossings"));
        foreach (var level in Enum.GetValues<QuizLevel>())
        {
            Assert.All(s_kinds, kind => Assert.True(maker.Available(new QuizRequest { Level = level, Kinds = [kind] }) > 0, $"{kind} at {level}"));
        }
    }

    [Fact]
    public async Task Every_article_as_the_builder_reads_it_gives_a_quiz()
    {
        foreach (var name in Articles.Names)
        {
            var quiz = new QuizMaker(await Articles.ReadAsync(name)).Make(new QuizRequest { Count = QuizRequest.UsualCount });
            Assert.Equal(QuizRequest.UsualCount, quiz.Questions.Count);
            Assert.True(quiz.Questions.Select(question => question.Kind).Distinct().Count() >= 4, $"{name}: {string.Join(' ', quiz.Questions.Select(question => question.Kind))}");
        }
    }

    [Fact]
    public async Task More_questions_than_the_article_gives_are_refused_with_how_many_there_are()
    {
        var maker = new QuizMaker(await Articles.ReadAsync("rail-strike"));
        var request = new QuizRequest { Kinds = [QuizKind.WhoSaid, QuizKind.NotSaid] };
        var available = maker.Available(request);
        Assert.Equal(available, maker.Make(request with { Count = available }).Questions.Count);
        Assert.Equal(
            $"{available + 1} questions are wanted, and {(await Articles.ReadAsync("rail-strike")).Article.Title} gives {available} of the kinds who-said, not-said at level medium. Ask for {available} or fewer.",
            Assert.Throws<BadInputException>(() => maker.Make(request with { Count = available + 1 })).Message);
    }

    [Fact]
    public async Task What_an_educator_ticked_is_all_that_is_asked_about()
    {
        var knowledge = await Articles.ReadAsync("flood");
        var quiz = new QuizMaker(knowledge).Make(new QuizRequest { Only = ["f8.1", "f8.2"] });
        Assert.NotEmpty(quiz.Questions);
        Assert.All(quiz.Questions.SelectMany(question => question.Key.Citations), citation => Assert.Equal(8, citation.Paragraph));
    }

    [Fact]
    public async Task What_was_ticked_where_the_article_tells_of_a_death_is_refused()
    {
        var knowledge = await Articles.ReadAsync("flood");
        var deaths = knowledge.Figures.Single(figure => figure.Name == "people who have died");
        Assert.Contains("tells of a death", Assert.Throws<BadInputException>(() => new QuizMaker(knowledge).Make(new QuizRequest { Only = [deaths.Id] })).Message, StringComparison.Ordinal);
        Assert.Contains("'nothing-such' is nothing of this article", Assert.Throws<BadInputException>(() => new QuizMaker(knowledge).Make(new QuizRequest { Only = ["nothing-such"] })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calculation_is_accepted_within_the_bounds_of_its_figures_and_not_outside()
    {
        // The rise is rounded: 17.5 to 18.5 percent.
        var knowledge = await Articles.ReadAsync("channel-crossings");
        var rise = knowledge.Figures.Single(figure => figure.BaseOf is not null);
        var question = Enumerable.Range(0, 50)
            .SelectMany(seed => new QuizMaker(knowledge).Make(new QuizRequest { Seed = seed, Kinds = [QuizKind.Compute], Only = [rise.Id, rise.BaseOf!] }).Questions)
            .First(question => question.Prompt.Contains("before", StringComparison.Ordinal));
        Assert.Equal("about 26,700 (26,612 to 26,838)", question.Key.Text);
        Assert.True(QuizMarking.Mark(question, "26,612")!.IsRight);
        Assert.True(QuizMarking.Mark(question, "about 26800 people")!.IsRight);
        Assert.False(QuizMarking.Mark(question, "26,600")!.IsRight);
        Assert.False(QuizMarking.Mark(question, "26,850")!.IsRight);
        Assert.Null(QuizMarking.Mark(question, "many"));
    }

    [Fact]
    public async Task Answers_are_read_as_letters_words_and_orders()
    {
        var maker = new QuizMaker(await Articles.ReadAsync("channel-crossings"));
        QuizQuestion Of(QuizKind kind) => maker.Make(new QuizRequest { Kinds = [kind] }).Questions[0];

        var speaker = Of(QuizKind.WhoSaid);
        var right = speaker.Options[speaker.Key.Right[0]];
        Assert.True(QuizMarking.Mark(speaker, QuizMarking.Letter(speaker.Key.Right[0]) + ")")!.IsRight);
        Assert.True(QuizMarking.Mark(speaker, right.Text[..6])!.IsRight);
        Assert.Equal([1], QuizMarking.Mark(speaker, "The second one.")!.Chosen);
        Assert.Equal([speaker.Options.Count - 1], QuizMarking.Mark(speaker, "the last")!.Chosen);
        Assert.Equal([0], QuizMarking.Mark(speaker, "I think it is option A, please")!.Chosen);
        Assert.Null(QuizMarking.Mark(speaker, "the seventh"));
        Assert.Null(QuizMarking.Mark(speaker, "z"));
        Assert.Null(QuizMarking.Mark(speaker, new string('a', 300)));

        var order = Of(QuizKind.PutInOrder);
        var letters = order.Key.Right.Select(QuizMarking.Letter).ToArray();
        Assert.True(QuizMarking.Mark(order, string.Join(", ", letters))!.IsRight);
        Assert.True(QuizMarking.Mark(order, string.Concat(letters))!.IsRight);
        Assert.False(QuizMarking.Mark(order, string.Concat(letters.Reverse()))!.IsRight);
        Assert.Null(QuizMarking.Mark(order, "aab"));

        var truth = Of(QuizKind.TrueOrFalse);
        Assert.NotEqual(QuizMarking.Mark(truth, "true")!.IsRight, QuizMarking.Mark(truth, "F")!.IsRight);
    }
}

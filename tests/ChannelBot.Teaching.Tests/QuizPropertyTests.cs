using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using ChannelBot.Teaching.Material;
using ChannelBot.Teaching.Quizzes;
using Fractions;

namespace ChannelBot.Teaching.Tests;

/// <summary>For many seeds, of many articles: every key is right by the knowledge file, no distractor is, and nothing is asked about a death.</summary>
/// <remarks>What is right is worked out here from the knowledge file alone, not by the code that wrote the question.</remarks>
public sealed class QuizPropertyTests
{
    private const int SeedsPerArticle = 120;

    /// <summary>Of the article that people reviewed, which classes are asked about.</summary>
    private const int SeedsOfReviewed = 1_000;

    public static TheoryData<string> All => [.. Articles.Names];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Every_key_is_right_by_the_knowledge_file_and_no_distractor_is(string name)
    {
        var knowledge = await Articles.ReadAsync(name);
        var maker = new QuizMaker(knowledge);
        var asked = new HashSet<QuizKind>();
        for (var seed = 0; seed < (name == Articles.Names[0] ? SeedsOfReviewed : SeedsPerArticle); seed++)
        {
            var quiz = maker.Make(new QuizRequest { Seed = seed, Level = (QuizLevel)(seed % 3) });
            foreach (var question in quiz.Questions)
            {
                asked.Add(question.Kind);
                if (Wrong(question, knowledge) is { } wrong)
                {
                    Assert.Fail($"{name}, seed {seed}: {wrong}\n{question.Prompt}\n{question.Passage}\n{string.Join('\n', question.Options.Select(option => option.Text))}\nkey: {question.Key.Text}");
                }
            }
        }

        Assert.Equal(KindsOf(name), asked.Order());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task No_question_is_about_a_death(string name)
    {
        var knowledge = await Articles.ReadAsync(name);
        var maker = new QuizMaker(knowledge);
        for (var seed = 0; seed < SeedsPerArticle; seed++)
        {
            foreach (var question in maker.Make(new QuizRequest { Seed = seed, Count = null, Level = (QuizLevel)(seed % 3) }).Questions)
            {
                string[] shown = [question.Prompt, question.Passage ?? "", .. question.Options.Select(option => option.Text), .. question.Key.Citations.Select(citation => citation.Quote)];
                Assert.DoesNotContain(shown, Deaths.AreIn);
            }
        }
    }

    /// <summary>One article quotes nobody, and has no figures to calculate with.</summary>
    private static IEnumerable<QuizKind> KindsOf(string name) =>
        Enum.GetValues<QuizKind>().Except(name is "walking-study" ? [QuizKind.WhoSaid, QuizKind.Compute] : []).Order();

    private static string? Wrong(QuizQuestion question, KnowledgeFile knowledge)
    {
        if (question.Key.Citations.Count == 0 || question.Key.Citations.Any(citation => knowledge.Article.Text[citation.Start..citation.End] != citation.Quote))
        {
            return "the key has no source, or quotes other words than the article's";
        }

        if (question.Options.Select(option => option.Text).Distinct().Count() != question.Options.Count)
        {
            return "two options are the same";
        }

        return question.Kind switch
        {
            QuizKind.WhoSaid => WrongSpeaker(question, knowledge),
            QuizKind.WhichFigure => WrongFigure(question, knowledge),
            QuizKind.TrueOrFalse => WrongTruth(question, knowledge),
            QuizKind.PutInOrder => WrongOrder(question, knowledge),
            QuizKind.Compute => WrongResult(question, knowledge),
            _ => WrongTopic(question, knowledge),
        };
    }

    private static string? WrongSpeaker(QuizQuestion question, KnowledgeFile knowledge)
    {
        var quotes = knowledge.Quotes.Where(quote => Squeezed(quote.Text).Contains(Squeezed(question.Passage!), StringComparison.Ordinal)).ToArray();
        var speakers = quotes.Select(quote => quote.Speaker).ToHashSet();
        return speakers.Count == 0 ? "nobody says these words"
            : !speakers.Contains(question.Options[question.Key.Right[0]].Source) ? "the key is not who says them"
            : question.Options.Where((_, i) => i != question.Key.Right[0]).Any(option => speakers.Contains(option.Source)) ? "a distractor says them too"
            : null;
    }

    private static string? WrongFigure(QuizQuestion question, KnowledgeFile knowledge)
    {
        var figure = knowledge.Figures.Single(figure => figure.Id == question.Subject[0]);
        var right = question.Options[question.Key.Right[0]];
        if (right.Quantity != figure.Quantity || QuantityText.Brief(figure.Quantity) != right.Text)
        {
            return "the key is not the figure";
        }

        // What a reader takes the words for, not what the option was made of.
        return question.Options.Where(option => option != right).Any(option => Read(option.Text, figure.Quantity.Unit).Overlaps(figure.Quantity))
            ? "a distractor may be the figure"
            : null;
    }

    private static string? WrongTruth(QuizQuestion question, KnowledgeFile knowledge)
    {
        var says = question.Key.Right[0] == 0;
        if (question.Prompt.Contains("attributes", StringComparison.Ordinal))
        {
            var named = question.Options[0].Source;
            var isTheirs = knowledge.Quotes.Any(quote => quote.Speaker == named && Squeezed(quote.Text).Contains(Squeezed(question.Passage!), StringComparison.Ordinal));
            return isTheirs != says ? "the words are attributed otherwise" : null;
        }

        var stands = knowledge.Article.Text.Contains(question.Passage!, StringComparison.Ordinal);
        if (stands != says)
        {
            return "whether the sentence stands in the article is told wrongly";
        }

        return !says && question.Options[0].Quantity is { } now && now.Overlaps(knowledge.Figures.Single(figure => figure.Id == question.Subject[0]).Quantity)
            ? "the changed number may be the figure"
            : null;
    }

    private static string? WrongOrder(QuizQuestion question, KnowledgeFile knowledge)
    {
        var sources = question.Key.Right.Select(index => question.Options[index].Source).ToArray();
        if (!question.Key.Right.Order().SequenceEqual(Enumerable.Range(0, question.Options.Count)))
        {
            return "the order leaves an option out";
        }

        var isBySize = question.Subject[0].StartsWith("size@", StringComparison.Ordinal);
        var inOrder = isBySize
            ? sources.Select(id => knowledge.Figures.Single(figure => figure.Id == id).Quantity).ToArray() is var sizes
                && sizes.Zip(sizes.Skip(1)).All(pair => QuantityArithmetic.Compare(pair.First, pair.Second) is Comparison.Less)
            : sources.Select(id => knowledge.Sentences.Single(sentence => sentence.Id == id).Start).ToArray() is var places
                && places.Zip(places.Skip(1)).All(pair => pair.First < pair.Second);
        return inOrder ? null : "the order is another";
    }

    private static string? WrongResult(QuizQuestion question, KnowledgeFile knowledge)
    {
        var ids = question.Subject[0].Split('&');
        var (a, b) = (Value(ids[0], knowledge), Value(ids[1], knowledge));
        var asked = question.Prompt;
        var rise = asked.Contains(" rise of A", StringComparison.Ordinal) ? a : -a;
        var before = b / (100 + rise) * 100;
        var value =
            asked.Contains("How many are left", StringComparison.Ordinal) ? b - a
            : asked.Contains("What percentage of B is A", StringComparison.Ordinal) ? a / b * 100
            : asked.Contains("What percentage of B is left", StringComparison.Ordinal) ? (b - a) / b * 100
            : asked.Contains("What was it before", StringComparison.Ordinal) ? before
            : asked.Contains("By how much did it", StringComparison.Ordinal) ? (b - before).Abs()
            : asked.Contains("How much more is A", StringComparison.Ordinal) ? a - b
            : asked.Contains("By what percentage is A more", StringComparison.Ordinal) ? (a - b) / b * 100
            : throw new InvalidOperationException(asked);
        var accepted = question.Key.Number!;
        return !accepted.Contains(value) ? "the result is not accepted"
            : accepted.Contains(value * 2) || accepted.Contains(value / 2) ? "twice or half the result is accepted"
            : question.Key.Working.Count == 0 ? "the key shows no working"
            : null;
    }

    private static string? WrongTopic(QuizQuestion question, KnowledgeFile knowledge)
    {
        var unsaid = UnsaidTopic.Of(knowledge).ToDictionary(topic => $"topic@{topic.Name}");
        var others = question.Options.Where((_, i) => i != question.Key.Right[0]);
        return !unsaid.ContainsKey(question.Subject[0]) || question.Options[question.Key.Right[0]].Source is not null ? "the article has a word on it"
            : others.Any(option => !IsThere(option.Source, knowledge)) ? "a distractor is not in the article"
            : null;
    }

    private static bool IsThere(string? id, KnowledgeFile knowledge) =>
        knowledge.Facts.Any(fact => fact.Id == id) || knowledge.Figures.Any(figure => figure.Id == id)
        || knowledge.Quotes.Any(quote => quote.Id == id) || knowledge.Entities.Any(entity => entity.Id == id);

    private static Fraction Value(string id, KnowledgeFile knowledge) => knowledge.Figures.Single(figure => figure.Id == id).Quantity.Value;

    /// <summary>The number as the scanner reads it; what it leaves to a noun is of the figure's unit.</summary>
    private static Quantity Read(string text, Unit unit) => Assert.Single(QuantityScanner.Scan(text)).Quantity with { Unit = unit };

    /// <summary>Letters alone: a quotation's outer marks and breaks are not its words.</summary>
    private static string Squeezed(string text) => string.Concat(text.Where(char.IsLetter));
}

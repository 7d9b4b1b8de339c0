using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Teaching.Material;

namespace ChannelBot.Teaching.Quizzes;

/// <summary>Asks which of some things the article does not say.</summary>
internal static class UnsaidQuestions
{
    private const string Person = "{person}";
    private const int FewestSaid = 2;

    public static IEnumerable<QuizDraft> NotSaid(Workshop workshop)
    {
        var said = Said(workshop).DistinctBy(line => line.Text, StringComparer.OrdinalIgnoreCase).ToArray();
        if (said.Length < FewestSaid)
        {
            yield break;
        }

        var people = PeopleOf(workshop.Article);
        foreach (var topic in UnsaidTopic.Of(workshop.Article.Knowledge).Where(topic => people.Length > 0 || !topic.Name.Contains(Person, StringComparison.Ordinal)))
        {
            yield return new QuizDraft(QuizKind.NotSaid, [$"topic@{topic.Name}"], choice => Write(workshop, topic, people, said, choice));
        }
    }

    private static QuizQuestion Write(Workshop workshop, UnsaidTopic topic, Entity[] people, SaidThing[] said, SeededChoice choice)
    {
        var name = people.Length == 0 ? topic.Name : topic.Name.Replace(Person, choice.Of(people).Name, StringComparison.Ordinal);
        var wrong = choice.Shuffled(said).Take(workshop.MostOptions - 1).ToArray();
        var (options, right) = workshop.Mixed(new QuizOption(name), wrong.Select(line => new QuizOption(line.Text, line.Source)), choice);
        return new QuizQuestion(
            0, QuizKind.NotSaid, workshop.Level, [$"topic@{topic.Name}"], "Which of these does the article not tell?", null, null, options,
            new QuizKey([right], null, name, "The article has no word on it. What it does tell is in the sentences below.", [], workshop.Article.Cite(wrong.Select(line => line.Sentence))));
    }

    /// <summary>Things that the article tells, as a reader would call them, each with the sentence that shows it.</summary>
    private static IEnumerable<SaidThing> Said(Workshop workshop)
    {
        var article = workshop.Article;
        var facts = workshop.Material.Facts.Select(fact => new SaidThing(fact.About, fact.Id, fact.Sentences[0]));
        var counts = workshop.Material.Figures
            .Where(figure => figure.Noun is not null && figure.Form == NumberForm.Count && !article.IsCurated)
            .Select(figure => new SaidThing($"a number of {figure.Noun!.ToLowerInvariant()}", figure.Id, figure.Sentence));
        var words = workshop.Material.Sayings.Select(saying => new SaidThing($"words of {saying.Speaker.Name}", saying.Quote.Id, saying.Sentence.Id));
        var roles = article.Knowledge.Entities
            .Where(entity => entity is { Kind: EntityKind.Person, Role: not null } && !article.IsCurated)
            .Select(entity => (Entity: entity, Sentence: workshop.Material.Sentences.FirstOrDefault(sentence =>
                ArticleView.IsNamedIn(entity, sentence) && sentence.Text.Contains(entity.Role!, StringComparison.OrdinalIgnoreCase))))
            .Where(pair => pair.Sentence is not null)
            .Select(pair => new SaidThing($"what {pair.Entity.Name} is: {pair.Entity.Role}", pair.Entity.Id, pair.Sentence!.Id));
        return [.. facts, .. counts, .. words, .. roles];
    }

    /// <summary>People by name, who are in no paragraph that tells of a death.</summary>
    private static Entity[] PeopleOf(ArticleView article) =>
    [
        .. article.Knowledge.Entities.Where(entity => entity is { Kind: EntityKind.Person, Role: not null, Mentions.Count: > 0 }
            && char.IsUpper(entity.Name[0]) && entity.Name.Contains(' ', StringComparison.Ordinal)
            && !article.Knowledge.Sentences.Any(sentence => article.IsOfDeath(sentence) && ArticleView.IsNamedIn(entity, sentence))),
    ];

    private sealed record SaidThing(string Text, string Source, string Sentence);
}

/// <summary>A thing that an article leaves unsaid.</summary>
/// <param name="Name">"the age of {person}".</param>
/// <param name="Stems">Of the words that would tell it: the article has none of them.</param>
internal sealed record UnsaidTopic(string Name, IReadOnlyList<string> Stems)
{
    private static readonly (string Name, NumberForm[] Forms, string[] Stems)[] s_all = [.. TextLines.Of("topics.txt").Select(Read)];

    public static IEnumerable<UnsaidTopic> Of(KnowledgeFile knowledge)
    {
        var stems = Tokenizer.Tokenize(knowledge.Article.Text).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
        var forms = knowledge.Figures.Select(figure => figure.Form).ToHashSet();
        return s_all
            .Where(topic => !topic.Stems.Any(stems.Contains) && !topic.Forms.Any(forms.Contains))
            .Select(topic => new UnsaidTopic(topic.Name, topic.Stems));
    }

    private static (string Name, NumberForm[] Forms, string[] Stems) Read(string line)
    {
        var parts = line.Split('|', StringSplitOptions.TrimEntries);
        return (
            parts[0],
            [.. parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<NumberForm>)],
            [.. Tokenizer.Tokenize(parts[2]).Select(token => token.Stem)]);
    }
}

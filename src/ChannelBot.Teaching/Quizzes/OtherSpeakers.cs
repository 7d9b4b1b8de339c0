using ChannelBot.Core.Knowledge;
using ChannelBot.Teaching.Material;

namespace ChannelBot.Teaching.Quizzes;

/// <summary>Finds people of the article who did not say some words: nobody named beside them, nobody who speaks for or belongs to the speaker.</summary>
internal static class OtherSpeakers
{
    /// <summary>Those who speak in the article come first; of these, who speaks nearest.</summary>
    public static IReadOnlyList<Entity> Than(Saying saying, LessonMaterial material)
    {
        var article = material.Article;
        var speaking = article.Knowledge.Quotes.Select(quote => quote.Speaker)
            .Concat(article.Knowledge.Statements.Select(statement => statement.Speaker))
            .OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. article.Knowledge.Entities
                .Where(other => other.Kind == saying.Speaker.Kind && IsSomebody(other, speaking) && !MayBe(other, saying, article))
                .OrderByDescending(other => speaking.Contains(other.Id))
                .ThenBy(other => Distance(other, saying.Sentence)),
        ];
    }

    private static bool IsSomebody(Entity entity, HashSet<string> speaking) =>
        entity.Mentions.Count > 0 && (entity.Role is not null || speaking.Contains(entity.Id)) && !Deaths.AreIn($"{entity.Name} {entity.Role}");

    /// <summary>The words could be the other's under some reading.</summary>
    private static bool MayBe(Entity other, Saying saying, ArticleView article) =>
        other.Id == saying.Speaker.Id
        || saying.Quote.Sentences.Any(id => ArticleView.IsNamedIn(other, article.Sentence(id)))
        || article.Knowledge.Quotes.Any(quote => quote.Speaker == other.Id && quote.Text.Contains(saying.Words, StringComparison.OrdinalIgnoreCase))
        || Names(other).Any(name => Refers(saying.Speaker, name) || Holds(saying.Quote.SpeakerText, name))
        || Names(saying.Speaker).Any(name => Refers(other, name));

    private static bool Refers(Entity entity, string name) => Holds(entity.Role, name) || Holds(entity.Name, name);

    private static bool Holds(string? text, string name) => text?.Contains(name, StringComparison.OrdinalIgnoreCase) is true;

    private static IEnumerable<string> Names(Entity entity) => entity.Aliases.Prepend(entity.Name);

    private static int Distance(Entity entity, Sentence sentence) => entity.Mentions.Min(mention => Math.Abs(mention.Start - sentence.Start));
}

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Finds entities, quotes, figures and statements in any English article, by general rules alone.</summary>
internal static class Extractor
{
    public static Findings Find(ArticleText article)
    {
        var readings = Reading.All(article.Sentences);
        var speakers = new Speakers(new EntityFinder(readings).Find(), article.Article.Text);
        var quotes = new QuoteFinder(article, readings, speakers).Find();
        var statements = new StatementFinder(readings, speakers, quotes).Find();
        var figures = new FigureFinder(readings, statements).Find();
        return new Findings(speakers.Entities, figures, quotes, statements);
    }
}

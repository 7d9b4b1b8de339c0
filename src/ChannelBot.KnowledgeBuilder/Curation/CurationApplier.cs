using ChannelBot.Core.Knowledge;
using ChannelBot.KnowledgeBuilder.Extraction;

namespace ChannelBot.KnowledgeBuilder.Curation;

/// <summary>Holds a curation against its article and joins it to what the builder found.</summary>
internal sealed class CurationApplier(ArticleText article, CurationFile curation)
{
    private readonly string _text = article.Article.Text;
    private readonly Evidence _evidence = new(article);

    /// <exception cref="CurationMismatchException">An item does not hold.</exception>
    public KnowledgeFile Apply(Findings found)
    {
        new AskCuration().Check(curation);
        var entities = new EntityCuration(_evidence);
        found = entities.Apply(curation.Entities, found);
        found = found with { Figures = new FigureCuration(_text, _evidence).Apply(curation.Figures, found.Figures) };
        return new KnowledgeFile
        {
            SchemaVersion = KnowledgeFile.CurrentSchemaVersion,
            ContentSha256 = "",
            Article = article.Article with { Title = curation.Title ?? article.Article.Title },
            Sentences = article.Sentences,
            Entities = found.Entities,
            Figures = found.Figures,
            Quotes = Quotes(entities, found.Quotes),
            Statements = found.Statements,
            Synonyms = curation.Synonyms,
            Facts = [.. curation.Facts.Select(fact => Fact(fact, entities))],
            Silences = [.. curation.Silences.Select(item => new Silence(item.Id, item.Missing, item.Nearest, item.Asks))],
            Rewordings = [.. curation.Rewordings.Select(item => new Rewording(item.Question, item.Asks))],
        };
    }

    private List<Quote> Quotes(EntityCuration entities, IReadOnlyList<Quote> found)
    {
        var quotes = found.ToList();
        foreach (var item in curation.Quotes)
        {
            var place = _evidence.Find(item.Evidence);
            var speaker = entities.Speaker(item.Speaker, item.Evidence.Item);
            var at = quotes.FindIndex(quote => quote.Spans.Any(span => span.Overlaps(place)));
            if (at >= 0)
            {
                quotes[at] = quotes[at] with { Speaker = speaker };
                continue;
            }

            quotes.Add(new Quote("", speaker, null, item.Evidence.Text, [place], [.. _evidence.SentenceIds(place)]));
        }

        return
        [
            .. quotes.OrderBy(quote => quote.Spans[0].Start)
                .Select((quote, i) => quote with { Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"q{i + 1}") }),
        ];
    }

    private Fact Fact(CuratedFact item, EntityCuration entities)
    {
        var places = item.Evidence.Select(_evidence.Find).ToList();
        var slots = item.Slots.Select(slot =>
        {
            var place = _evidence.FindNear(slot.Words, places);
            return new Slot(slot.Role, place.Start, place.End, _text[place.Start..place.End]);
        });
        var speaker = item.Speaker is null ? null : entities.Speaker(item.Speaker, item.Item);
        return new Fact(
            item.Id,
            item.About,
            item.Kind,
            item.QuestionWords,
            [.. places.SelectMany(_evidence.SentenceIds).Distinct(StringComparer.Ordinal)],
            speaker,
            item.Certainty ?? (speaker is null ? Certainty.Stated : Certainty.Said),
            places[0],
            [.. slots])
        {
            Asks = item.Asks,
            Denies = item.Denies,
        };
    }
}

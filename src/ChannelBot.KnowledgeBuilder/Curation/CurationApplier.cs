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
        found = new FalseFinds(_evidence).LeaveOut(curation, found);
        found = entities.Apply(curation.Entities, found);
        found = found with { Figures = new FigureCuration(_text, _evidence).Apply(curation.Figures, found.Figures) };
        var (quotes, statements) = Quotes(entities, found);
        return new KnowledgeFile
        {
            SchemaVersion = KnowledgeFile.CurrentSchemaVersion,
            ContentSha256 = "",
            Article = article.Article with { Title = curation.Title ?? article.Article.Title },
            Sentences = article.Sentences,
            Entities = found.Entities,
            Figures = found.Figures,
            Quotes = quotes,
            Statements = statements,
            Synonyms = curation.Synonyms,
            Facts = [.. curation.Facts.Select(fact => Fact(fact, entities))],
            Silences = [.. curation.Silences.Select(item => new Silence(item.Id, item.Missing, item.Nearest, item.Asks))],
            Rewordings = [.. curation.Rewordings.Select(item => new Rewording(item.Question, item.Asks))],
        };
    }

    /// <summary>Quotations with the speakers that the curation names, and what is stated in them with the same.</summary>
    private (IReadOnlyList<Quote> Quotes, IReadOnlyList<Statement> Statements) Quotes(EntityCuration entities, Findings found)
    {
        var (quotes, statements) = (found.Quotes.ToList(), found.Statements.ToList());
        foreach (var item in curation.Quotes)
        {
            var place = _evidence.Find(item.Evidence);
            var speaker = item.Speaker is null ? null : entities.Speaker(item.Speaker, item.Evidence.Item);
            var at = quotes.FindIndex(quote => quote.Spans.Any(span => span.Overlaps(place)));
            if (at < 0)
            {
                quotes.Add(speaker is not null
                    ? new Quote("", speaker, null, item.Evidence.Text, [place], [.. _evidence.SentenceIds(place)])
                    : throw Evidence.Bad(item.Evidence, "are in no quotation."));
                continue;
            }

            var quote = quotes[at];
            if (quote.Speaker == speaker)
            {
                continue;
            }

            // Words that were taken for an attribution to somebody else attribute it to nobody.
            quotes[at] = quote with { Speaker = speaker, SpeakerText = quote.Speaker is null && speaker is not null ? quote.SpeakerText : null };
            statements = [.. statements.Select(statement => quote.Spans.Any(span => span.Contains(new Span(statement.Start, statement.End))) ? statement with { Speaker = speaker } : statement)];
        }

        quotes =
        [
            .. quotes.OrderBy(quote => quote.Spans[0].Start)
                .Select((quote, i) => quote with { Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"q{i + 1}") }),
        ];
        return (quotes, statements);
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

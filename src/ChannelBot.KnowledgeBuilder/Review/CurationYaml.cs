using System.Globalization;
using ChannelBot.Core;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using ChannelBot.KnowledgeBuilder.Curation;

namespace ChannelBot.KnowledgeBuilder.Review;

/// <summary>Writes corrections as the curation that a person would have written, for the builder to check and apply.</summary>
public static class CurationYaml
{
    /// <param name="knowledge">What was shown: with the corrections before.</param>
    /// <param name="earlier">The curation that has the corrections before; null for none.</param>
    /// <exception cref="BadInputException">A correction is of nothing in the article, says nothing, or contradicts another.</exception>
    public static string Of(KnowledgeFile knowledge, Correction correction, string? earlier = null) =>
        YamlText.Of(new Pass(knowledge, correction, new EarlierCorrections(knowledge, earlier)).Write());

    private sealed class Pass(KnowledgeFile knowledge, Correction correction, EarlierCorrections earlier)
    {
        /// <summary>Those before that are not corrected anew, then those of now.</summary>
        private readonly EntityCorrection[] _entities =
        [
            .. knowledge.Entities.Where(Correction.IsCorrected).Select(entity => new EntityCorrection(entity.Id, entity.Kind, entity.Name, entity.Role, entity.Aliases))
                .Where(kept => correction.Entities.All(entity => entity.Id != kept.Id)).Concat(correction.Entities).Where(entity => !correction.NotNames.Contains(entity.Id)),
        ];

        private readonly FigureCorrection[] _figures =
        [
            .. knowledge.Figures.Where(Correction.IsCorrected).Select(figure => new FigureCorrection(figure.Id, figure.Name, figure.Noun))
                .Where(kept => correction.Figures.All(figure => figure.Id != kept.Id)).Concat(correction.Figures).Where(figure => !correction.NotFigures.Contains(figure.Id)),
        ];

        public Dictionary<string, object> Write()
        {
            var file = new Dictionary<string, object>(StringComparer.Ordinal) { ["title"] = Line(correction.Title) ?? knowledge.Article.Title };
            var quotes = Quotes().ToArray();
            Add("entities", _entities.Select((entity, i) => Of(entity, i)));
            Add("figures", _figures.Select((figure, i) => Of(figure, i)));
            Add("quotes", quotes.Where(quote => quote.Speaker is not null).Select(quote => new Dictionary<string, object>(StringComparer.Ordinal) { ["evidence"] = quote.Evidence, ["speaker"] = quote.Speaker! }));
            Add("unattributed", quotes.Where(quote => quote.Speaker is null).Select(quote => quote.Evidence));
            Add("not_names", earlier.NotNames.Except(correction.PutBack).Concat(correction.NotNames.Select(NoName)).Distinct(StringComparer.Ordinal));
            Add("not_figures", earlier.NotFigures.Except(correction.PutBack).Concat(correction.NotFigures.Select(id => WordsOf(Figure(id)))).Distinct(StringComparer.Ordinal));
            return file;

            void Add<T>(string field, IEnumerable<T> items)
            {
                if (items.ToArray() is { Length: > 0 } all)
                {
                    file[field] = all;
                }
            }
        }

        private Dictionary<string, object> Of(EntityCorrection entity, int at)
        {
            var found = Entity(entity.Id);
            var name = Line(entity.Name) ?? throw new BadInputException("entities", $"“{found.Name}” needs a name.");

            // The name as it was found still stands in the article.
            string[] aliases = [.. entity.Aliases.Select(Line).OfType<string>().Concat([found.Name, .. found.Aliases]).Where(alias => alias != name).Distinct(StringComparer.Ordinal)];
            var item = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["id"] = Id(Correction.EntityPrefix, at),
                ["kind"] = entity.Kind.ToString().ToLowerInvariant(),
                ["name"] = name,
                ["evidence"] = WordsOf(found) ?? UniqueWords.Around(knowledge, found.Mentions[0]) ?? throw NoPlace("entities", found.Name),
            };
            if (Line(entity.Role) is { } role)
            {
                item["role"] = role;
            }

            if (aliases.Length > 0)
            {
                item["aliases"] = aliases;
            }

            return item;
        }

        private Dictionary<string, object> Of(FigureCorrection figure, int at)
        {
            var found = Figure(figure.Id);
            var item = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["id"] = Id(Correction.FigurePrefix, at),
                ["evidence"] = WordsOf(found),
                ["name"] = Line(figure.Name) ?? throw new BadInputException("figures", $"“{found.Text}” needs words for what it counts."),
            };
            if (Line(figure.Noun) is { } noun)
            {
                item["noun"] = noun;
            }

            return item;
        }

        /// <summary>A name that was taken out speaks no more; one that is corrected speaks under its new id.</summary>
        private IEnumerable<(string Evidence, string? Speaker)> Quotes()
        {
            foreach (var (quote, evidence, speaker) in earlier.Quotes)
            {
                if (correction.Quotes.All(now => now.Id != quote.Id) && (speaker is null || !correction.NotNames.Contains(speaker)))
                {
                    yield return (evidence, NewId(speaker));
                }
            }

            foreach (var (id, speaker) in correction.Quotes)
            {
                var quote = knowledge.Quotes.FirstOrDefault(quote => quote.Id == id)
                    ?? throw new BadInputException("quotes", $"'{Shown(id)}' is no quotation that was found in this article.");
                if (speaker is not null && Entity(speaker) is var named && correction.NotNames.Contains(speaker))
                {
                    throw new BadInputException("quotes", $"“{named.Name}” is taken out as no name, and is to speak the words “{Shown(quote.Text)}”. Choose another speaker, or leave the name.");
                }

                yield return (UniqueWords.Around(knowledge, quote.Spans[0]) ?? throw NoPlace("quotes", Shown(quote.Text)), NewId(speaker));
            }
        }

        private string? NewId(string? id) => Array.FindIndex(_entities, entity => entity.Id == id) is >= 0 and var at ? $"e:{Id(Correction.EntityPrefix, at)}" : id;

        /// <summary>Words in which the builder finds this name first; null where there are none.</summary>
        private string? WordsOf(Entity entity) => earlier.EvidenceOf(entity.Id) ?? entity.Mentions
            .Select(mention => UniqueWords.Around(knowledge, mention, place => FalseFinds.First(place, knowledge.Entities, FalseFinds.PlacesOf) == entity))
            .FirstOrDefault(words => words is not null);

        private string NoName(string id) => WordsOf(Entity(id)) ?? throw NoPlace("entities", Entity(id).Name);

        private string WordsOf(Figure figure) => earlier.EvidenceOf(figure.Id)
            ?? UniqueWords.Around(knowledge, new Span(figure.Start, figure.End), place =>
                QuantityScanner.Scan(knowledge.Article.Text.AsSpan(place.Start, place.Length)) is [var first, ..] && first.Quantity.Value == figure.Quantity.Value)
            ?? throw NoPlace("figures", figure.Text);

        private Entity Entity(string id) => knowledge.Entities.FirstOrDefault(entity => entity.Id == id)
            ?? throw new BadInputException("entities", $"'{Shown(id)}' is no name that was found in this article.");

        private Figure Figure(string id) => knowledge.Figures.FirstOrDefault(figure => figure.Id == id)
            ?? throw new BadInputException("figures", $"'{Shown(id)}' is no figure that was found in this article.");
    }

    private static BadInputException NoPlace(string field, string what) => new(field, $"The place of “{what}” in the article cannot be told from another.");

    private static string Id(string prefix, int at) => string.Create(CultureInfo.InvariantCulture, $"{prefix[2..]}{at + 1}");

    /// <summary>On one line; null for nothing.</summary>
    private static string? Line(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line ? line : null;

    private static string Shown(string text) => text.Length > 40 ? text[..40] + "…" : text;
}

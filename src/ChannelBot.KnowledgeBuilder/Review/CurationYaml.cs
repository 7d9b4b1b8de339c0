using System.Globalization;
using ChannelBot.Core;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using YamlDotNet.Serialization;

namespace ChannelBot.KnowledgeBuilder.Review;

/// <summary>Writes corrections as a curation file, which the builder then checks as it does any other.</summary>
public static class CurationYaml
{
    /// <param name="knowledge">What was shown: with the corrections before.</param>
    /// <exception cref="BadInputException">A correction is of nothing in the article, or says nothing.</exception>
    public static string Of(KnowledgeFile knowledge, Correction correction)
    {
        var entities = knowledge.Entities.Where(Correction.IsCorrected).Select(entity => new EntityCorrection(entity.Id, entity.Kind, entity.Name, entity.Role, entity.Aliases))
            .Where(kept => correction.Entities.All(entity => entity.Id != kept.Id)).Concat(correction.Entities).ToArray();
        var figures = knowledge.Figures.Where(Correction.IsCorrected).Select(figure => new FigureCorrection(figure.Id, figure.Name, figure.Noun))
            .Where(kept => correction.Figures.All(figure => figure.Id != kept.Id)).Concat(correction.Figures).ToArray();
        var file = new Dictionary<string, object>(StringComparer.Ordinal) { ["title"] = Line(correction.Title) ?? knowledge.Article.Title };
        if (entities.Length > 0)
        {
            file["entities"] = entities.Select((entity, i) => Of(entity, i, knowledge)).ToArray();
        }

        if (figures.Length > 0)
        {
            file["figures"] = figures.Select((figure, i) => Of(figure, i, knowledge)).ToArray();
        }

        return new SerializerBuilder().WithQuotingNecessaryStrings().Build().Serialize(file);
    }

    private static Dictionary<string, object> Of(EntityCorrection correction, int at, KnowledgeFile knowledge)
    {
        var found = knowledge.Entities.FirstOrDefault(entity => entity.Id == correction.Id)
            ?? throw new BadInputException("entities", $"'{Shown(correction.Id)}' is no name that was found in this article.");
        var name = Line(correction.Name) ?? throw new BadInputException("entities", $"“{found.Name}” needs a name.");

        // The name as it was found still stands in the article.
        string[] aliases = [.. correction.Aliases.Select(Line).OfType<string>().Concat([found.Name, .. found.Aliases]).Where(alias => alias != name).Distinct(StringComparer.Ordinal)];
        var item = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["id"] = Id(Correction.EntityPrefix, at),
            ["kind"] = correction.Kind.ToString().ToLowerInvariant(),
            ["name"] = name,
            ["evidence"] = UniqueWords.Around(knowledge, found.Mentions[0]) ?? throw new BadInputException("entities", $"The place of “{found.Name}” in the article cannot be told from another."),
        };
        if (Line(correction.Role) is { } role)
        {
            item["role"] = role;
        }

        if (aliases.Length > 0)
        {
            item["aliases"] = aliases;
        }

        return item;
    }

    private static Dictionary<string, object> Of(FigureCorrection correction, int at, KnowledgeFile knowledge)
    {
        var found = knowledge.Figures.FirstOrDefault(figure => figure.Id == correction.Id)
            ?? throw new BadInputException("figures", $"'{Shown(correction.Id)}' is no figure that was found in this article.");
        var words = UniqueWords.Around(knowledge, new Span(found.Start, found.End), text => QuantityScanner.Scan(text) is [var first, ..] && first.Quantity.Value == found.Quantity.Value);
        var item = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["id"] = Id(Correction.FigurePrefix, at),
            ["evidence"] = words ?? throw new BadInputException("figures", $"The place of “{found.Text}” in the article cannot be told from another."),
            ["name"] = Line(correction.Name) ?? throw new BadInputException("figures", $"“{found.Text}” needs words for what it counts."),
        };
        if (Line(correction.Noun) is { } noun)
        {
            item["noun"] = noun;
        }

        return item;
    }

    private static string Id(string prefix, int at) => string.Create(CultureInfo.InvariantCulture, $"{prefix[2..]}{at + 1}");

    /// <summary>On one line; null for nothing.</summary>
    private static string? Line(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line ? line : null;

    private static string Shown(string id) => id.Length > 40 ? id[..40] + "…" : id;
}

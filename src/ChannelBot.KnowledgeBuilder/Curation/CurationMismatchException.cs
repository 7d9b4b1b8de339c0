namespace ChannelBot.KnowledgeBuilder.Curation;

/// <summary>An item of a curation does not hold against the article, or against the other items.</summary>
/// <param name="item">What messages call it, or a part of it: "figure 'f:deaths' (line 40), period".</param>
/// <param name="what">What does not hold of it.</param>
internal sealed class CurationMismatchException(string item, string what) : Exception($"{item}: {what}")
{
    public string Item { get; } = item;
}

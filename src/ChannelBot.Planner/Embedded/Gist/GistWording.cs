namespace ChannelBot.Planner.Embedded.Gist;

/// <summary>The few words of a gist that are not the article's.</summary>
internal static class GistWording
{
    /// <param name="speaker">Whose words are listed, where it is one person's.</param>
    public static string Opening(GistRequest wanted, GistLines gist, string? speaker)
    {
        var of = gist.Left > 0 || wanted.IsMore ? "Some of the" : "The";
        var on = wanted.Topic is { } topic && wanted.Kind is not GistKind.Said ? $" on “{topic}”" : "";
        return wanted.Kind switch
        {
            GistKind.Summary => $"In the article’s words{on}:",
            GistKind.Simple => $"In the article’s simplest sentences{on}:",
            GistKind.Figures => $"{of} figures in the article{on}:",
            GistKind.Timeline => $"What happened when{on}, in the article’s own words:",
            GistKind.Names => $"{of} people and organisations in the article{on}:",
            GistKind.People => $"{of} people in the article{on}:",
            GistKind.Organisations => $"{of} organisations in the article{on}:",
            GistKind.Places => $"{of} places in the article{on}:",
            GistKind.Quoted => "Quoted in the article:",
            GistKind.Sources => "Where the figures come from, as far as the article says:",
            GistKind.Speakers => "The article has its news from:",
            _ => gist.Left > 0 || wanted.IsMore ? $"Some of what the article has from {speaker}:" : $"What the article has from {speaker}:",
        };
    }

    public static string Nothing(GistRequest wanted, GistLines gist) =>
        wanted.Topic is { } topic && gist.OffTopic ? $"The article has nothing on “{topic}” to list."
        : wanted.IsMore ? "That is all that the article has of these."
        : "The article has nothing of the kind.";
}

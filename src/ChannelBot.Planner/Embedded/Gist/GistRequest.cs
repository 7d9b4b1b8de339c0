namespace ChannelBot.Planner.Embedded.Gist;

/// <summary>What a request for the gist wants listed.</summary>
internal enum GistKind
{
    Summary,

    /// <summary>The article's simplest sentences.</summary>
    Simple,
    Figures,
    Timeline,

    /// <summary>People, then organisations.</summary>
    Names,
    People,
    Organisations,
    Places,

    /// <summary>Whom the article quotes, and their words.</summary>
    Quoted,

    /// <summary>All that one of them says.</summary>
    Said,

    /// <summary>Where the figures come from.</summary>
    Sources,

    /// <summary>Whom the article has its news from.</summary>
    Speakers,
}

/// <summary>A request for the gist, as its words say.</summary>
/// <param name="Kind">Null where it only goes on from the list before ("what else?", "in one sentence, please").</param>
/// <param name="Topic">What it is narrowed to, as typed; null for all of the article. For <see cref="GistKind.Said"/>, who is to have said it.</param>
/// <param name="Lines">How many lines are wanted; null where it does not say.</param>
/// <param name="Words">How many words are wanted at most; null where it does not say.</param>
/// <param name="IsMore">It asks for what the list before left out.</param>
internal sealed record GistRequest(GistKind? Kind, string? Topic, int? Lines, int? Words, bool IsMore);

namespace ChannelBot.Testing.Import;

/// <summary>How Botium compares what a bot says with a convo's text.</summary>
/// <remarks>Source: botium-core src/scripting/MatchFunctions.js and src/Defaults.js, SCRIPTING_MATCHING_MODE.</remarks>
public sealed record Matching(MatchingKind Kind, bool IgnoresCase)
{
    /// <summary>Botium's own: the text is in what the bot says, whatever its capitals.</summary>
    public static Matching Usual { get; } = new(MatchingKind.Include, IgnoresCase: true);

    private const string IgnoreCase = "IgnoreCase";

    private static readonly (string Name, MatchingKind Kind)[] Names =
    [
        ("equals", MatchingKind.Equals), ("include", MatchingKind.Include), ("regexp", MatchingKind.Regexp), ("wildcard", MatchingKind.Wildcard),
        ("wildcardExact", MatchingKind.WildcardExact),
    ];

    /// <summary>The modes by their names in botium.json.</summary>
    public static IReadOnlyList<string> Modes { get; } = [.. Names.SelectMany(mode => new[] { mode.Name, mode.Name + IgnoreCase })];

    /// <returns>Null where there is no such mode.</returns>
    public static Matching? Parse(string mode)
    {
        var ignoresCase = mode.EndsWith(IgnoreCase, StringComparison.Ordinal);
        var name = ignoresCase ? mode[..^IgnoreCase.Length] : mode;
        return Names.Any(known => known.Name == name) ? new Matching(Names.First(known => known.Name == name).Kind, ignoresCase) : null;
    }

    /// <summary>The expectation that the bot says one of these texts, or none of them.</summary>
    /// <returns>"says …", "matches …", "no …".</returns>
    public IEnumerable<string> Expectations(IReadOnlyList<string> texts, bool isAbsent)
    {
        if (Kind is MatchingKind.Include && IgnoresCase && (isAbsent || texts.Count is 1) && texts.All(text => text.Length > 0))
        {
            return texts.Select(text => $"{(isAbsent ? "no" : "says")} {Quoted.Words(text)}");
        }

        var patterns = texts.Select(Pattern).ToArray();
        var pattern = patterns is [var one] ? one : $"(?:{string.Join('|', patterns)})";
        return [$"{(isAbsent ? "no" : "matches")} /{(pattern.Length > 0 ? pattern : "(?:)")}/{(IgnoresCase ? "i" : "")}"];
    }

    private string Pattern(string text) => Kind switch
    {
        MatchingKind.Regexp => text,
        MatchingKind.Include => Quoted.Pattern(text),
        MatchingKind.Equals => $@"(?m:^){Quoted.Pattern(text)}(?m:\r?$)",
        MatchingKind.Wildcard => WithWildcards(text),
        _ => $@"(?m:^){WithWildcards(text)}(?m:\r?$)",
    };

    private static string WithWildcards(string text) => string.Join(".*", text.Split('*').Select(Quoted.Pattern));
}

/// <summary>What of a text must be the same.</summary>
public enum MatchingKind
{
    Include,
    Equals,
    Regexp,

    /// <summary>As Include; * stands for any words.</summary>
    Wildcard,

    /// <summary>As Equals; * stands for any words.</summary>
    WildcardExact,
}

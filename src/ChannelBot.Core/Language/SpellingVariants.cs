namespace ChannelBot.Core.Language;

/// <summary>Makes British and American spellings one word, so that either finds the other.</summary>
internal static class SpellingVariants
{
    /// <summary>Endings as one side writes them, and as the other does; the longest that fits is taken.</summary>
    private static readonly (string British, string American, int LeastStem)[] Endings =
    [
        ("isations", "izations", 3), ("isation", "ization", 3), ("ising", "izing", 4), ("ised", "ized", 4), ("ises", "izes", 4),
        ("iser", "izer", 4), ("isers", "izers", 4), ("ise", "ize", 4),
        ("ysed", "yzed", 3), ("yses", "yzes", 3), ("ysing", "yzing", 3), ("yse", "yze", 3),
        ("ourable", "orable", 2), ("ourably", "orably", 2), ("oured", "ored", 3), ("ouring", "oring", 3), ("ourite", "orite", 2),
        ("ourites", "orites", 2), ("ourer", "orer", 3), ("ourers", "orers", 3), ("ourhood", "orhood", 3), ("ours", "ors", 3), ("our", "or", 3), ("odour", "odor", 0),
        ("entre", "enter", 1), ("entres", "enters", 1), ("entred", "entered", 1), ("eatre", "eater", 2), ("eatres", "eaters", 2),
        ("metre", "meter", 0), ("metres", "meters", 0), ("litre", "liter", 0), ("litres", "liters", 0), ("fibre", "fiber", 0),
        ("fibres", "fibers", 0), ("calibre", "caliber", 0), ("sabre", "saber", 0), ("ombre", "omber", 1),
        ("logue", "log", 3), ("logues", "logs", 3), ("efence", "efense", 1), ("efences", "efenses", 1), ("ffence", "ffense", 1),
        ("ffences", "ffenses", 1), ("licence", "license", 0), ("licences", "licenses", 0), ("pretence", "pretense", 0),
        ("elled", "eled", 2), ("elling", "eling", 4), ("eller", "eler", 4), ("ellers", "elers", 4),
        ("gramme", "gram", 0), ("grammes", "grams", 0), ("ulfil", "ulfill", 1), ("nrol", "nroll", 1), ("kilful", "killful", 1),
        ("aluminium", "aluminum", 0), ("tyre", "tire", 0), ("tyres", "tires", 0), ("plough", "plow", 0), ("grey", "gray", 0),
        ("cheque", "check", 0), ("cheques", "checks", 0), ("jewellery", "jewelry", 0), ("sceptic", "skeptic", 0),
        ("sceptical", "skeptical", 0), ("storey", "story", 0), ("practise", "practice", 0), ("practised", "practiced", 0),
        ("programme", "program", 0), ("programmes", "programs", 0), ("pyjamas", "pajamas", 0), ("mould", "mold", 0),
        ("haemorrhage", "hemorrhage", 0), ("anaemia", "anemia", 0), ("paediatric", "pediatric", 0), ("orthopaedic", "orthopedic", 0),
        ("oestrogen", "estrogen", 0), ("manoeuvre", "maneuver", 0), ("manoeuvres", "maneuvers", 0), ("ageing", "aging", 0),
        ("judgement", "judgment", 0), ("acknowledgement", "acknowledgment", 0), ("kerb", "curb", 0), ("gaol", "jail", 0),
        ("whilst", "while", 0), ("amongst", "among", 0), ("towards", "toward", 0), ("learnt", "learned", 0), ("burnt", "burned", 0),
        ("dreamt", "dreamed", 0), ("spelt", "spelled", 0), ("airplane", "aeroplane", 0), ("per-cent", "percent", 0),
    ];

    /// <summary>Words that end so on both sides of the ocean.</summary>
    private static readonly HashSet<string> SameEverywhere = new(StringComparer.Ordinal)
    {
        "promise", "promised", "promises", "promising", "exercise", "exercised", "exercises", "exercising", "surprise", "surprised",
        "surprises", "surprising", "enterprise", "enterprises", "advise", "advised", "advises", "advising", "adviser", "advisers",
        "revise", "revised", "revises", "revising", "supervise", "supervised", "supervises", "supervising", "televise", "televised",
        "disguise", "disguised", "franchise", "franchises", "franchised", "compromise", "compromised", "compromises", "comprise",
        "comprised", "comprises", "comprising", "otherwise", "likewise", "precise", "concise", "expertise", "improvise", "improvised",
        "merchandise", "premise", "premised", "premises", "demise", "devise", "devised", "devises", "devising", "excise", "incise",
        "treatise", "paradise", "tortoise", "tortoises", "turquoise", "bruise", "bruised", "bruises", "cruise", "cruises", "cruised",
        "cruiser", "cruisers", "cruising", "praise", "praised", "praises", "praising", "raised", "raises", "raising", "crises", "arising",
        "arises", "chastise", "despise", "despised", "uprising", "appraise", "appraised", "advertising", "advertise", "advertised",
        "hour", "hours", "four", "fours", "tour", "tours", "toured", "touring", "pour", "poured", "pouring", "pours", "sour", "soured",
        "your", "yours", "flour", "detour", "contour", "contours", "glamour", "devour", "devoured", "velour", "scour", "scoured",
        "scouring", "paramour", "troubadour", "ours", "outpouring", "repelled", "compelled", "expelled", "propelled", "excelled",
        "spelled", "smelled", "swelled", "rebelled", "dispelled", "impelled", "shelled", "yelled", "excelling", "compelling",
        "expelling", "propelling", "rebelling", "dispelling", "spelling", "swelling", "dwelling", "dwelled", "quelled", "quelling",
        "storytelling", "bestselling", "bookseller",
    };

    private static readonly Dictionary<char, (string British, string American, int LeastStem)[]> ByLastLetter = Endings
        .GroupBy(ending => ending.British[^1])
        .ToDictionary(group => group.Key, group => group.OrderByDescending(ending => ending.British.Length).ToArray());

    /// <param name="lower">An ASCII word in lower case.</param>
    public static string Fold(string lower)
    {
        if (lower.Length < 4 || !ByLastLetter.TryGetValue(lower[^1], out var endings) || SameEverywhere.Contains(lower))
        {
            return lower;
        }

        foreach (var (british, american, leastStem) in endings)
        {
            var stem = lower.Length - british.Length;
            if (stem >= leastStem && lower.EndsWith(british, StringComparison.Ordinal))
            {
                return string.Concat(lower.AsSpan(0, stem), american);
            }
        }

        return lower;
    }
}

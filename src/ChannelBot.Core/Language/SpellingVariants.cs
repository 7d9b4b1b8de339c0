namespace ChannelBot.Core.Language;

/// <summary>Makes British and American spellings one word, so that either finds the other.</summary>
internal static class SpellingVariants
{
    /// <summary>Endings as one side writes them, and as the other does; the longest that fits is taken.</summary>
    private static readonly Ending[] Endings =
    [
        new("isations", "izations", 3), new("isation", "ization", 3), new("ising", "izing", 4), new("ised", "ized", 4), new("ises", "izes", 4),
        new("iser", "izer", 4), new("isers", "izers", 4), new("ise", "ize", 4),
        new("ysed", "yzed", 3), new("yses", "yzes", 3), new("ysing", "yzing", 3), new("yse", "yze", 3),
        new("ourable", "orable", 2), new("ourably", "orably", 2), new("oured", "ored", 3), new("ouring", "oring", 3), new("ourite", "orite", 2),
        new("ourites", "orites", 2), new("ourer", "orer", 3), new("ourers", "orers", 3), new("ourhood", "orhood", 3), new("ours", "ors", 3), new("our", "or", 3), new("odour", "odor", 0),
        new("entre", "enter", 1), new("entres", "enters", 1), new("entred", "entered", 1), new("eatre", "eater", 2), new("eatres", "eaters", 2),
        new("metre", "meter", 0), new("metres", "meters", 0), new("litre", "liter", 0), new("litres", "liters", 0), new("fibre", "fiber", 0),
        new("fibres", "fibers", 0), new("calibre", "caliber", 0), new("sabre", "saber", 0), new("ombre", "omber", 1),
        new("logue", "log", 3), new("logues", "logs", 3), new("efence", "efense", 1), new("efences", "efenses", 1), new("ffence", "ffense", 1),
        new("ffences", "ffenses", 1), new("licence", "license", 0), new("licences", "licenses", 0), new("pretence", "pretense", 0),
        new("elled", "eled", 2), new("elling", "eling", 4), new("eller", "eler", 4), new("ellers", "elers", 4),
        new("gramme", "gram", 0), new("grammes", "grams", 0), new("ulfil", "ulfill", 1), new("nrol", "nroll", 1), new("kilful", "killful", 1),
        new("aluminium", "aluminum", 0), new("tyre", "tire", 0), new("tyres", "tires", 0), new("plough", "plow", 0), new("grey", "gray", 0),
        new("cheque", "check", 0), new("cheques", "checks", 0), new("jewellery", "jewelry", 0), new("sceptic", "skeptic", 0),
        new("sceptical", "skeptical", 0), new("storey", "story", 0), new("practise", "practice", 0), new("practised", "practiced", 0),
        new("programme", "program", 0), new("programmes", "programs", 0), new("pyjamas", "pajamas", 0), new("mould", "mold", 0),
        new("haemorrhage", "hemorrhage", 0), new("anaemia", "anemia", 0), new("paediatric", "pediatric", 0), new("orthopaedic", "orthopedic", 0),
        new("oestrogen", "estrogen", 0), new("manoeuvre", "maneuver", 0), new("manoeuvres", "maneuvers", 0), new("ageing", "aging", 0),
        new("judgement", "judgment", 0), new("acknowledgement", "acknowledgment", 0), new("kerb", "curb", 0), new("gaol", "jail", 0),
        new("whilst", "while", 0), new("amongst", "among", 0), new("towards", "toward", 0), new("learnt", "learned", 0), new("burnt", "burned", 0),
        new("dreamt", "dreamed", 0), new("spelt", "spelled", 0), new("airplane", "aeroplane", 0), new("per-cent", "percent", 0),
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

    /// <summary>By last letter, the longest first.</summary>
    private static readonly Ending[][] ByLastLetter = GroupByLastLetter();

    /// <param name="lower">An ASCII word in lower case.</param>
    public static string Fold(string lower)
    {
        if (lower.Length < 4 || lower[^1] is < 'a' or > 'z' || SameEverywhere.Contains(lower))
        {
            return lower;
        }

        foreach (var ending in ByLastLetter[lower[^1] - 'a'])
        {
            var stem = lower.Length - ending.British.Length;
            if (stem >= ending.LeastStem && lower.EndsWith(ending.British, StringComparison.Ordinal))
            {
                return string.Concat(lower.AsSpan(0, stem), ending.American);
            }
        }

        return lower;
    }

    private static Ending[][] GroupByLastLetter()
    {
        Array.Sort(Endings, (one, other) => other.British.Length.CompareTo(one.British.Length));
        var groups = new Ending[26][];
        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            var last = letter;
            groups[letter - 'a'] = Array.FindAll(Endings, ending => ending.British[^1] == last);
        }

        return groups;
    }

    private sealed record Ending(string British, string American, int LeastStem);
}

using System.Text.RegularExpressions;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Tests.Guards;

/// <summary>Answers of the article's own words that say what it does not: the words stand to each other in another way. Made from the text by
/// patterns of its own, not by the grammar that the guards read with. Each gives null where the answer has nothing to corrupt in that way.</summary>
internal sealed partial class RelationCorruptions(KnowledgeFile knowledge, Random random)
{
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "names exchanged", "figures exchanged", "figure of another predicate", "figure of another noun", "speaker of the same sentence", "reason turned", "sides of by exchanged",
        "subject of another clause", "negation moved", "place of another sentence", "limit of a figure dropped", "limit of a figure moved", "direction turned", "one made two",
    ];

    public Answer? Corrupt(string kind, Answer answer)
    {
        var text = kind switch
        {
            "names exchanged" => Exchanged(answer.Text, [.. Names(answer).Select(name => name.Text)]),
            "figures exchanged" => Exchanged(answer.Text, [.. Figures(answer).Select(figure => figure.Text)]),
            "figure of another predicate" => FigureElsewhere(answer),
            "figure of another noun" => AnotherNoun(answer),
            "speaker of the same sentence" => Speaker(answer),
            "reason turned" => Reason().Match(answer.Text) is { Success: true } match ? $"{Start(match.Groups["second"].Value)} {match.Groups["word"].Value} {Small(match.Groups["first"].Value)} [1]." : null,
            "sides of by exchanged" => By().Match(answer.Text) is { Success: true } by ? $"{Start(by.Groups["agent"].Value)} {by.Groups["verb"].Value} by {Small(by.Groups["patient"].Value)}{by.Groups["rest"].Value} [1]." : null,
            "subject of another clause" => Glued(answer),
            "negation moved" => NegationMoved(answer.Text),
            "place of another sentence" => PlaceMoved(answer),
            "limit of a figure dropped" => Figures(answer).Count == 0 ? null : Replace(answer.Text, Limit(), match => match.Groups["figure"].Value),
            "limit of a figure moved" => LimitMoved(answer),
            "direction turned" => Replace(answer.Text, Direction(), match => Contrary[match.Value.ToLowerInvariant()]),
            _ => Replace(answer.Text, One(), match => $"{(char.IsUpper(match.Value[0]) ? "Two" : "two")} {match.Groups["noun"].Value}s"),
        };
        return text is null || text == answer.Text ? null : answer with { Text = text };
    }

    private static readonly Dictionary<string, string> Contrary = new(StringComparer.Ordinal)
    {
        ["rose"] = "fell", ["risen"] = "fallen", ["fell"] = "rose", ["fallen"] = "risen", ["climbed"] = "dropped", ["slipped"] = "rose", ["higher"] = "lower", ["lower"] = "higher",
        ["increased"] = "decreased", ["above"] = "below", ["below"] = "above", ["before"] = "after", ["after"] = "before", ["gain"] = "lose", ["beat"] = "lost to",
    };

    private List<(string Text, string Id)> Names(Answer answer) =>
    [
        .. knowledge.Entities.Where(entity => entity.Kind is EntityKind.Person or EntityKind.Organisation or EntityKind.Place or EntityKind.Group)
            .Select(entity => (Text: entity.Aliases.Append(entity.Name).Where(name => name.Length > 3 && char.IsUpper(name[0]) && Has(answer.Text, name)).MaxBy(name => name.Length), entity.Id))
            .Where(name => name.Text is not null).Select(name => (name.Text!, name.Id)),
    ];

    private List<Figure> Figures(Answer answer) => [.. knowledge.Figures.Where(figure => answer.Citations.Any(citation => citation.Sentence == figure.Sentence) && Has(answer.Text, figure.Text))];

    /// <summary>Two of the phrases change places, unless they stand in one list, where that would change nothing.</summary>
    private string? Exchanged(string text, IReadOnlyList<string> phrases)
    {
        if (phrases.Count < 2)
        {
            return null;
        }

        var one = random.Next(phrases.Count);
        var (first, second) = (phrases[one], phrases[(one + 1 + random.Next(phrases.Count - 1)) % phrases.Count]);
        var (at, other) = (text.IndexOf(first, StringComparison.Ordinal), text.IndexOf(second, StringComparison.Ordinal));
        if (at > other)
        {
            (first, second, at, other) = (second, first, other, at);
        }

        // "At 3.40am at 5.8 metres" says the same in either order.
        var isAlike = at > 0 && other > at + first.Length && text[(at + first.Length)..other].Trim() is var between && text[..at].TrimEnd().EndsWith(" " + between, StringComparison.Ordinal);
        var isInList = isAlike || at < 0 || other < at + first.Length || first == second || List().IsMatch(text[(at + first.Length)..other]);
        return isInList ? null : $"{text[..at]}{second}{text[(at + first.Length)..other]}{first}{text[(other + second.Length)..]}";
    }

    /// <summary>"17,961 remain unclear": the figure, and what another clause says of something else.</summary>
    private string? FigureElsewhere(Answer answer) =>
        Figures(answer) is { Count: > 0 } figures && figures[random.Next(figures.Count)] is var figure && Other(answer, figure) is { } predicate && !predicate.Contains(figure.Text, StringComparison.Ordinal)
            && figure.Form is not (NumberForm.Ordinal or NumberForm.Date)
            ? $"{Start(figure.Text)} {predicate} [1]."
            : null;

    private static string? Other(Answer answer, Figure figure) => Predicate().Matches(answer.Text).Select(match => (match.Groups["subject"].Value, Said: match.Groups["predicate"].Value))
        .Where(clause => !clause.Value.Contains(figure.Text, StringComparison.Ordinal)).Select(clause => clause.Said).FirstOrDefault();

    private string? AnotherNoun(Answer answer)
    {
        var figures = Figures(answer).Where(figure => figure.Noun is { Length: > 2 } noun && !noun.Contains(' ', StringComparison.Ordinal)).ToArray();
        foreach (var figure in figures)
        {
            var own = Regex.Match(answer.Text, $@"{Regex.Escape(figure.Text)} (?<noun>\w+)");
            if (figures.FirstOrDefault(other => other.Noun != figure.Noun && own.Success && !figure.Text.Contains(other.Noun!, StringComparison.Ordinal) && other.Noun![0] != own.Groups["noun"].Value[0]) is { } other)
            {
                return answer.Text[..own.Groups["noun"].Index] + other.Noun + answer.Text[(own.Groups["noun"].Index + own.Groups["noun"].Length)..];
            }
        }

        return null;
    }

    private string? Speaker(Answer answer)
    {
        var names = Names(answer);
        var quote = knowledge.Quotes.FirstOrDefault(quote => quote.Speaker is not null && quote.Sentences.Any(id => answer.Citations.Any(citation => citation.Sentence == id)));
        return quote is null || names.Where(name => name.Id != quote.Speaker).ToArray() is not { Length: > 0 } others
            ? null
            : $"{others[random.Next(others.Length)].Text} said: “{knowledge.Article.Text[quote.Spans[0].Start..quote.Spans[0].End].Trim('“', '”', ',', '.', ' ')}” [1].";
    }

    /// <summary>The subject of the answer, and what the article's next sentence says of another, both cited.</summary>
    private static string? Glued(Answer answer)
    {
        var clauses = Predicate().Matches(answer.Text).Where(match => !Pronoun().IsMatch(match.Groups["subject"].Value)).ToArray();
        if (clauses.Length < 2)
        {
            return null;
        }

        var (one, other) = (clauses[0], clauses[^1]);
        return one.Groups["subject"].Value == other.Groups["subject"].Value ? null : $"{Start(one.Groups["subject"].Value)} {other.Groups["predicate"].Value} [1].";
    }

    private static string? NegationMoved(string text)
    {
        if (Negation().Match(text) is not { Success: true } negation)
        {
            return null;
        }

        var auxiliaries = Auxiliary().Matches(text).Where(match => match.Index > negation.Index + negation.Length || match.Index + match.Length < negation.Index - 1).ToArray();
        if (auxiliaries.Length == 0)
        {
            return null;
        }

        var without = text.Remove(negation.Index, negation.Length);
        var at = auxiliaries[0].Index + auxiliaries[0].Length - (auxiliaries[0].Index > negation.Index ? negation.Length : 0);
        return without.Insert(at, " not");
    }

    private string? PlaceMoved(Answer answer)
    {
        var places = knowledge.Entities.Where(entity => entity.Kind is EntityKind.Place).Select(entity => entity.Name).ToArray();
        var own = places.FirstOrDefault(place => Regex.IsMatch(answer.Text, $@"\b(in|at|near|on) {Regex.Escape(place)}\b"));
        var others = places.Where(place => own is not null && place != own && !Has(own, place) && !Has(place, own) && !answer.Citations.Any(citation => Has(citation.Quote, place))).ToArray();
        if (own is null || others.Length == 0)
        {
            return null;
        }

        return answer.Text.Replace(own, others[random.Next(others.Length)], StringComparison.Ordinal);
    }

    private string? LimitMoved(Answer answer)
    {
        var limit = Limit().Match(answer.Text);
        var other = limit.Success ? Figures(answer).FirstOrDefault(figure => answer.Text.IndexOf(figure.Text, StringComparison.Ordinal) is var at && (at + figure.Text.Length <= limit.Index || at >= limit.Index + limit.Length)) : null;
        if (other is null)
        {
            return null;
        }

        var without = answer.Text.Remove(limit.Index, limit.Length).Insert(limit.Index, limit.Groups["figure"].Value);
        var at = without.IndexOf(other.Text, StringComparison.Ordinal);
        return at < 0 ? null : without.Insert(at + other.Text.Length, limit.Groups["limit"].Value);
    }

    private static bool Has(string text, string words) => Regex.IsMatch(text, $@"(?<!\w){Regex.Escape(words)}(?!\w)");

    private static string? Replace(string text, Regex what, Func<Match, string> with) => what.IsMatch(text) ? what.Replace(text, match => with(match), 1) : null;

    private static string Start(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Small(string text) => text.Length > 1 && text.Split(' ')[0] is "The" or "A" or "An" or "Two" or "More" or "About" or "Nearly" ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    /// <summary>What stands between two members of a list, or a name and what explains it.</summary>
    [GeneratedRegex(@"^(\W|and|or|the|of|in|\b\p{Lu}\w*)*$")]
    private static partial Regex List();

    [GeneratedRegex(@"^(?<first>[^,;:“”]{12,}?),? (?<word>because|after|before|until|when) (?<second>[^;:“”\[]{8,}?)\.? ?\[")]
    private static partial Regex Reason();

    [GeneratedRegex(@"^(?<patient>[^,;:“”]{4,60}?) (?<verb>(was|were|had been|has been|have been) [a-z]+(ed|en|ne|ht|ug|un)( up| in| out)?) by (?<agent>(?!(the end|then|\d))[^,;:“”\[]+?)(?<rest>( in| on| at| from)[^\[]*|)\.? ?\[")]
    private static partial Regex By();

    /// <summary>A clause: what stands before an auxiliary, and from there to the next comma or stop.</summary>
    [GeneratedRegex(@"(?:^|, (?:and |but |while )?|; | and | while | but |: )(?<subject>(?!which|who|that|where)[^,;:“”\[]{3,60}?) (?<predicate>(is|are|was|were|has|have|had|will|would|should) (?!to\b)[^,;:“”\[]{4,}?)(?=,|;|\.? ?\[|\.$| and | while | but )")]
    private static partial Regex Predicate();

    [GeneratedRegex(@"\b(it|they|he|she|there|this|that|these|which|who|what|we|i)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"(?<=\b(is|are|was|were|has|have|had|will|would|should|could|can|did|do)) not\b")]
    private static partial Regex Negation();

    [GeneratedRegex(@"\b(is|are|was|were|has|have|had|will|would|should)\b(?! (not|to)\b)")]
    private static partial Regex Auxiliary();

    /// <summary>A number with the time or the measure over which it holds.</summary>
    [GeneratedRegex(@"(?<figure>[£$€]?\d[\d,.]*(?: ?(?:million|billion|bn|m|percent|per cent|%|metres|minutes))?)(?<limit> (since (?:the |last )?[\w ]+?|a (day|week|month|year|share|head)|per (day|week|person|head)|an hour|within [\w ]+?))(?=,|\.| \[| \w+ed\b| and | by )")]
    private static partial Regex Limit();

    [GeneratedRegex(@"\b(rose|risen|fell|fallen|climbed|slipped|higher|lower|increased|above|below|before|after|gain|beat)\b")]
    private static partial Regex Direction();

    [GeneratedRegex(@"\b([Aa]n?|[Aa]nother|[Oo]ne) (?<noun>(?!few|lot|little|further|British|urgent|record|British)[a-z]{3,}[^s\W])(?= (was|is|has|had|will|would)\b)")]
    private static partial Regex One();
}

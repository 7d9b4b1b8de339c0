using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Names a figure as a reader would, from the words of its sentence.</summary>
internal static class FigureNames
{
    private const int Longest = 60;

    public static string Of(Reading reading, NumberMention mention, string? noun, int direction, Statement? statement, Span place, string? period)
    {
        if (mention.Form is NumberForm.Age or NumberForm.Score or NumberForm.Ordinal)
        {
            return noun is not null ? $"{reading.Text(place)} {noun}" : mention.Form is NumberForm.Ordinal ? reading.Text(place) : mention.Form is NumberForm.Score ? "score" : "age";
        }

        var name = direction != 0 && mention.Form is NumberForm.Percent or NumberForm.Multiplier
            ? Change(reading, direction, noun, statement)
            : mention.Form is NumberForm.Count or NumberForm.Fraction or NumberForm.Percent or NumberForm.OneIn && noun is not null
                ? Counted(noun, statement, place)
                : Measured(statement, place) ?? noun;
        if (name is null || name.Length > Longest)
        {
            name = noun ?? reading.Text(place);
        }

        return period is not null && period.Length < 20 && !name.Contains(period, StringComparison.OrdinalIgnoreCase) && mention.Form is not (NumberForm.Clock or NumberForm.Date or NumberForm.Year)
            ? $"{name} {Small(period)}"
            : name;
    }

    /// <summary>Words, besides the sentence's own, by which a question may ask for the number.</summary>
    public static IReadOnlyList<string> Keywords(NumberForm form, string? noun, int direction)
    {
        var keywords = new List<string>();
        keywords.AddRange(form switch
        {
            NumberForm.Percent => ["percentage", "per cent", "percent", "proportion"],
            NumberForm.Fraction or NumberForm.OneIn => ["proportion", "share", "fraction"],
            NumberForm.Money => ["cost", "price", "money", "amount"],
            NumberForm.Age => ["age", "old"],
            NumberForm.Duration => ["how long", "duration"],
            NumberForm.Score => ["score", "result"],
            NumberForm.Clock => ["what time"],
            NumberForm.Year => ["what year", "which year"],
            NumberForm.Date => ["what date"],
            NumberForm.Count when noun is not null && NameWords.IsGroupNoun(noun[(noun.LastIndexOf(' ') + 1)..].ToLowerInvariant()) => ["people", "number"],
            NumberForm.Count => ["number"],
            _ => Array.Empty<string>(),
        });
        if (direction != 0)
        {
            keywords.AddRange(direction > 0 ? ["rise", "increase"] : ["fall", "decrease"]);
        }

        return keywords;
    }

    private static string? Change(Reading reading, int direction, string? noun, Statement? statement)
    {
        var of = Slot(statement, SlotRole.Who) ?? Slot(statement, SlotRole.What) ?? noun;
        return of is null ? null : of is "it" or "they" or "he" or "she" or "It" or "They" ? direction > 0 ? "rise" : "fall" : $"{(direction > 0 ? "rise" : "fall")} in {Small(of)}";
    }

    /// <summary>"homes evacuated", "people who have died", "objects that the gang took".</summary>
    private static string Counted(string noun, Statement? statement, Span place)
    {
        if (statement is null || statement.Verb is "be" or "have" or "say")
        {
            return noun;
        }

        foreach (var slot in statement.Slots)
        {
            if (slot.Start > place.Start || slot.End < place.End || slot.Role is not (SlotRole.Who or SlotRole.What or SlotRole.Whom))
            {
                continue;
            }

            if (statement.Passive && slot.Start < statement.Start + 1)
            {
                return $"{noun} {WithoutAuxiliaries(statement.Predicate)}";
            }

            if (slot.Role is not SlotRole.Who && Slot(statement, SlotRole.Who) is { } subject && subject.Contains(noun, StringComparison.Ordinal))
            {
                // "thefts have risen to 23"
                return Small(subject);
            }

            var joining = NameWords.IsGroupNoun(noun[(noun.LastIndexOf(' ') + 1)..].ToLowerInvariant()) ? "who" : "that";
            return slot.Role is SlotRole.Who
                ? $"{noun} {joining} {statement.Predicate}"
                : Slot(statement, SlotRole.Who) is { } who ? $"{noun} that {Small(who)} {statement.Predicate}" : noun;
        }

        return noun;
    }

    /// <summary>"the river peaked", "reward".</summary>
    private static string? Measured(Statement? statement, Span place)
    {
        if (statement is null || statement.Verb is "say" or "report" or "tell")
        {
            return null;
        }

        foreach (var slot in statement.Slots)
        {
            var at = slot.Text.IndexOf(" of ", StringComparison.Ordinal);
            if (slot.Role is SlotRole.What or SlotRole.Who && at > 0 && slot.Start + at < place.Start && slot.End >= place.End)
            {
                return WithoutArticle(slot.Text[..at]);
            }
        }

        var subject = statement.Passive ? Slot(statement, SlotRole.What) ?? Slot(statement, SlotRole.Whom) : Slot(statement, SlotRole.Who);
        if (subject is not null && statement.Slots.Any(slot => slot.Text == subject && slot.Start == place.Start))
        {
            // "84% of those who voted backed it", "3,912 had been diagnosed": not the number in its own name.
            var rest = subject[Math.Min(subject.Length, place.Length)..].Trim();
            return rest.StartsWith("of ", StringComparison.Ordinal) ? $"share {rest}" : WithoutAuxiliaries(statement.Predicate);
        }

        return subject is not null
            ? $"{Small(subject)} {statement.Predicate}"
            : null;
    }

    /// <summary>"cut off" of "were cut off".</summary>
    private static string WithoutAuxiliaries(string predicate)
    {
        var words = predicate.Split(' ');
        var first = 0;
        while (first < words.Length - 1 && words[first] is "is" or "are" or "was" or "were" or "be" or "been" or "being" or "has" or "have" or "had" or "will" or "would" or "to" or "may" or "might" or "could" or "should" or "must" or "can" or "also" or "not")
        {
            first++;
        }

        return string.Join(' ', words[first..]);
    }

    private static string? Slot(Statement? statement, SlotRole role)
    {
        foreach (var slot in statement?.Slots ?? [])
        {
            if (slot.Role == role)
            {
                return slot.Text;
            }
        }

        return null;
    }

    /// <summary>An article or "this" that began its sentence, now inside a name.</summary>
    private static string Small(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var first = space < 0 ? text : text[..space];
        return first is "The" or "A" or "An" or "This" or "That" or "Its" or "Their" or "His" or "Her" or "Last" or "In" or "On" or "Since" or "Some" or "Two" or "It" or "He" or "She" or "They"
            ? char.ToLowerInvariant(text[0]) + text[1..]
            : text;
    }

    private static string WithoutArticle(string text)
    {
        foreach (var article in (ReadOnlySpan<string>)["the ", "The ", "a ", "A ", "an ", "An "])
        {
            if (text.StartsWith(article, StringComparison.Ordinal))
            {
                return text[article.Length..];
            }
        }

        return text;
    }
}

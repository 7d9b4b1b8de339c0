namespace ChannelBot.Planner.Embedded.Arithmetic.Open;

/// <summary>What is to be done with two numbers or more.</summary>
internal enum Operation
{
    None,

    /// <summary>How much the one is more than the other.</summary>
    Difference,

    /// <summary>By how many percent the one is more than the other.</summary>
    Change,

    /// <summary>By how many percentage points the one is above the other.</summary>
    Points,

    /// <summary>What part the one is of the other, as a percentage.</summary>
    Share,

    /// <summary>What is left of the one without the other.</summary>
    Rest,

    /// <summary>All of them together.</summary>
    Sum,

    /// <summary>The mean of them.</summary>
    Mean,

    /// <summary>So much of the one for each of the other.</summary>
    Each,

    /// <summary>How many times the one goes into the other.</summary>
    Ratio,

    /// <summary>What it was before the change that the article tells of.</summary>
    Before,

    /// <summary>So many percent, or a third, of an amount.</summary>
    Portion,
}

/// <summary>Tells from the words of a request, wherever they stand, what is to be done with its numbers.</summary>
internal static class OperationReader
{
    private static readonly string[] s_totals = ["total", "altogether", "combined", "together", "overall", "sum", "totals", "both"];

    private static readonly string[] s_percents = ["percent", "percentage", "percentages", "%", "pct", "fraction", "proportion"];

    public static Operation Of(RequestWords words)
    {
        var asksPart = IsShareOf(words);
        var isShare = asksPart || Says(words, s_percents);
        if (Says(words, "points") || Follows(words, "percentage", "point") || (isShare && Follows(words, "apart")))
        {
            return Operation.Points;
        }

        if (IsTimes(words))
        {
            return Operation.Ratio;
        }

        if (isShare)
        {
            return IsChange(words) && !asksPart ? Operation.Change : Operation.Share;
        }

        // "How much more per share than a year ago": so much to each is what the figures are already.
        if (EachAt(words) is not null)
        {
            return IsGap(words) && Says(words, "than") ? Operation.Difference : Operation.Each;
        }

        if (IsMean(words))
        {
            return Operation.Mean;
        }

        if (IsGap(words))
        {
            return Operation.Difference;
        }

        if (IsSum(words))
        {
            return Operation.Sum;
        }

        if ((IsCount(words) || Says(words, "what", "what's", "whats")) && Says(words, "before", "previously", "originally", "beforehand", "earlier", "ago") && !Says(words, "after"))
        {
            return Operation.Before;
        }

        return IsCount(words) ? IsRest(words) ? Operation.Rest : Operation.Portion : Operation.None;
    }

    /// <summary>The word behind "per", "each", "for every": what the result is so much to.</summary>
    public static int? EachAt(RequestWords words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var next = i + 1 < words.Count && words[i + 1].Lower is "of" ? i + 2 : i + 1;
            next = next < words.Count && words[next].Lower is "the" or "its" or "their" ? next + 1 : next;
            if (words[i].Lower is "per" or "each" or "every" && next < words.Count && !words[next].IsNumber)
            {
                return next;
            }
        }

        return null;
    }

    private static bool IsCount(RequestWords words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Lower is "how" && words[i + 1].Lower is "many" or "much")
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsRest(RequestWords words) => Says(words, "not", "left", "remain", "remains", "remained", "remaining", "rest", "without", "excluding", "except", "rather", "other", "besides", "apart", "still", "others")
        || Array.Exists(Enumerable.Range(0, words.Count).ToArray(), i => words[i].Lower.EndsWith("n't", StringComparison.Ordinal));

    private static bool IsSum(RequestWords words) => Says(words, s_totals) || Follows(words, "in", "all") || Follows(words, "all", "told") || Follows(words, "added", "up");

    /// <summary>"How many times as big", "how many times more": but "how many times did it happen" counts.</summary>
    private static bool IsTimes(RequestWords words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Lower is "times" && ((words[i + 1].Classes & (WordClass.More | WordClass.Less)) != 0 || words[i + 1].Lower is "as" or "the"))
            {
                return true;
            }
        }

        return Says(words, "ratio");
    }

    /// <summary>"The average age of the two", "what was the mean": but "on average" and "a weekly average" ask for something else.</summary>
    private static bool IsMean(RequestWords words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Lower is "average" or "mean" or "midpoint" && (i == 0 || words[i - 1].Lower is "the" or "what" or "what's" or "their" or "combined") && i + 1 < words.Count
                && (words[i + 1].Classes & (WordClass.Date | WordClass.Day | WordClass.Week | WordClass.Month | WordClass.Year)) == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsShareOf(RequestWords words) => Follows(words, "share", "of") || Follows(words, "part", "of") || Follows(words, "what", "share");

    private static bool IsChange(RequestWords words) => IsGap(words) || Any(words, WordClass.Rise | WordClass.Fall | WordClass.Change | WordClass.Beat);

    /// <summary>"How much older", "the gap between", "by how many", "how far apart".</summary>
    private static bool IsGap(RequestWords words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var isMore = (words[i].Classes & (WordClass.More | WordClass.Less)) != 0;
            if ((words[i].Classes & WordClass.Gap) != 0
                || (isMore && i > 0 && words[i - 1].Lower is "many" or "much" or "far" or "years" or "days" or "minutes" or "hours" or "degrees" or "metres" or "miles")
                || (words[i].Lower is "how" && i > 0 && words[i - 1].Lower is "by" && i + 1 < words.Count && words[i + 1].Lower is "many" or "much" or "far")
                || (words[i].Lower is "far" && i + 1 < words.Count && words[i + 1].Lower is "above" or "below" or "apart" or "over" or "under" or "short")
                || (words[i].Lower is "much" or "far" && i > 0 && words[i - 1].Lower is "how" && i + 1 < words.Count && words[i + 1].Lower is "has" or "have" or "had" or "did" or "does" && Any(words, WordClass.Rise | WordClass.Fall))
                || words[i].Lower is "overshoot" or "overshot" or "overran" or "overrun" || (words[i].Lower is "far" && i > 0 && words[i - 1].Lower is "how" && Says(words, "budget", "forecast", "target", "limit", "over", "short")))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Any(RequestWords words, WordClass classes)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if ((words[i].Classes & classes) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Says(RequestWords words, params ReadOnlySpan<string> any)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (any.Contains(words[i].Lower))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Follows(RequestWords words, string first, string second)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (words[i].Lower == first && words[i + 1].Lower == second)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Follows(RequestWords words, string word) => Says(words, word);
}

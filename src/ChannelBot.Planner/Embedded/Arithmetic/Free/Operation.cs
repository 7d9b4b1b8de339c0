namespace ChannelBot.Planner.Embedded.Arithmetic.Free;

/// <summary>What a request wants worked out, as far as its words tell without their order.</summary>
internal enum Operation
{
    None,
    Difference,
    Points,
    PercentChange,
    Share,
    Times,
    Rate,
    Mean,
    Sum,
    Without,
    ShareWithout,
}

/// <summary>Reads the operation from the words of a request.</summary>
internal static class OperationReader
{
    public static Operation Read(RequestWords words)
    {
        if (!IsAsked(words))
        {
            return Operation.None;
        }

        if (Says(words, WordClass.Points) && Says(words, "percentage", "percent", "point", "points"))
        {
            return Operation.Points;
        }

        var isMore = IsComparison(words);
        if (AsksPercent(words))
        {
            return IsNegated(words) ? Operation.ShareWithout
                : isMore || Says(words, WordClass.Rise | WordClass.Fall | WordClass.Change | WordClass.Gap) ? Operation.PercentChange : Operation.Share;
        }

        if (Follows(words, "many", "times") || Says(words, WordClass.Ratio))
        {
            return Operation.Times;
        }

        if (Says(words, "average", "mean", "midpoint", "halfway") && !Says(words, WordClass.Per | WordClass.Each))
        {
            return Operation.Mean;
        }

        if (Says(words, WordClass.Per | WordClass.Each))
        {
            return Operation.Rate;
        }

        if (isMore || (Says(words, WordClass.Gap) && !Says(words, "profit")) || Says(words, "apart") || (Follows(words, "by", "how") && Says(words, WordClass.Rise | WordClass.Fall | WordClass.Beat | WordClass.Change)) || MovedByHowMuch(words))
        {
            return Operation.Difference;
        }

        if (IsNegated(words) || Says(words, "remaining", "remain", "remained", "remains"))
        {
            return Operation.Without;
        }

        return Says(words, "altogether", "total", "combined", "together", "both", "overall") || Follows(words, "between", "them") || Follows(words, "in", "all") || Follows(words, "all", "told")
            ? Operation.Sum : Operation.None;
    }

    /// <summary>A number is asked for: "how many", "what", "by how much", "work out".</summary>
    private static bool IsAsked(RequestWords words) =>
        Says(words, WordClass.Question | WordClass.Calculate) || Says(words, "give", "tell", "find", "work", "add", "difference", "gap", "average");

    /// <summary>"How many more", "how much older … than": the gap between two numbers.</summary>
    private static bool IsComparison(RequestWords words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.IsNumber || word.Lower is "over" or "under" or "most" or "least" or "above" or "below")
            {
                continue;
            }

            var isDegree = i > 0 && words[i - 1].Lower is "many" or "much" or "far" or "long" or "cents" or "points" or "percent" or "bit";
            if (isDegree && ((word.Classes & (WordClass.More | WordClass.Less)) != 0 || (word.Lower.Length > 4 && word.Lower.EndsWith("er", StringComparison.Ordinal) && Says(words, WordClass.Compared))))
            {
                return true;
            }

            if ((word.Classes & (WordClass.More | WordClass.Less)) != 0 && Follows(words, "by", "how"))
            {
                return true;
            }

            // "how many patients more", "how much did … more than".
            if (i > 1 && (word.Classes & (WordClass.More | WordClass.Less)) != 0 && i + 1 < words.Count && words[i + 1].Lower is not "than" && Says(words, "than") && Says(words, "many", "much"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"How much has it gone up", "how far did it fall".</summary>
    private static bool MovedByHowMuch(RequestWords words) =>
        Says(words, "much", "far", "many") && Says(words, WordClass.Rise | WordClass.Fall | WordClass.Beat) && !Says(words, "after") && !Says(words, WordClass.If);

    /// <summary>"What percentage", "as a share of": not "£1.24 a share", nor a percentage that is given.</summary>
    private static bool AsksPercent(RequestWords words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.IsNumber || (word.Classes & (WordClass.Share | WordClass.Percent)) == 0)
            {
                continue;
            }

            if ((word.Classes & WordClass.Percent) != 0
                || word.Lower is "proportion" or "fraction"
                || (word.Lower is "share" or "part" && ((i > 0 && words[i - 1].Lower is "what" or "which" or "what's" or "whats") || (i + 1 < words.Count && words[i + 1].Lower is "of"))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Were not", "didn't", "without".</summary>
    private static bool IsNegated(RequestWords words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].IsNumber && ((words[i].Classes & WordClass.Negate) != 0 || words[i].Lower is "without" or "never" or "n't"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Says(RequestWords words, WordClass classes)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].IsNumber && (words[i].Classes & classes) != 0)
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
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i - 1].Lower == first && words[i].Lower == second)
            {
                return true;
            }
        }

        return false;
    }
}

namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>What may speak for or against a number's being meant.</summary>
internal static class Links
{
    public static readonly Sign Large = new("said:large"), Small = new("said:small"), Span = new("span:said"), TurnedSpan = new("span:turned"), Next = new("earlier:next"), Later = new("earlier:later"),
        Final = new("earlier:final"), Step = new("earlier:step"), Bare = new("bare percent");

    public static readonly Sign Best = new("best"), Near = new("near"), Named = new("named"), NothingNamed = new("nothing named"), Main = new("main"), MainAlone = new("main, nothing named"), Last = new("last"),
        LastAlone = new("last, nothing named"), Cited = new("cited"), Event = new("event"), Opposed = new("opposed"), Marks = new("marks"), Noun = new("noun"), OthersEvent = new("another's event"),
        OthersNoun = new("another's noun"), Core = new("core"), OthersCore = new("another's core"), First = new("first"), NearlyFirst = new("nearly first"), BestOfQuestion = new("best of the question"),
        BestBefore = new("best before it"), Part = new("part"), Total = new("total"), Change = new("change"), Former = new("former"), Sided = new("sided");

    /// <summary>Sixths of the request's words that a figure answers to.</summary>
    public static readonly Sign[] Cover = [.. Enumerable.Range(1, 5).Select(step => new Sign($"cover:{step}"))];
}

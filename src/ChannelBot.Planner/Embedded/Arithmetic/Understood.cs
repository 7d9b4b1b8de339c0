namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>What the patterns make of a request: a calculation, or a draft that says what is missing for it.</summary>
internal sealed record Understood(RequestContext Context, Calculation? Calculation, Draft? Missing)
{
    /// <summary>It gives a verdict or a number in another form, which no formula does.</summary>
    public bool IsVerdict { get; init; }

    /// <summary>Its words fit much that asks for something else, so that it does not stand against readings that speak against it.</summary>
    public bool IsLoose { get; init; }
}

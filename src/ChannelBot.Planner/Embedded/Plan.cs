using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.Planner.Embedded;

/// <summary>One way of answering requests of a kind. They are asked in order; the first that proposes a step answers.</summary>
internal interface IAnswerer
{
    /// <summary>The first step towards an answer; null where the request is not of this kind.</summary>
    Step? Propose(Question question);

    /// <summary>It reads the words around a single request too: a greeting, a threat, a number given before.</summary>
    bool ReadsAround => false;

    /// <summary>What the request was taken to ask, in readable lines.</summary>
    IReadOnlyList<string> Describe(Question question) => [GetType().Name];
}

/// <summary>The next thing to do: call kernel functions and look at what they return, or answer.</summary>
internal abstract record Step;

/// <param name="Calls">Called in order; each returns the object that its kernel function returned.</param>
/// <param name="Then">Reads the results, in the order of the calls, and says what is next.</param>
internal sealed record CallFunctions(IReadOnlyList<PlannedCall> Calls, Func<IReadOnlyList<object?>, Step> Then) : Step;

internal sealed record PlannedCall(string Plugin, string Function, IReadOnlyDictionary<string, object?> Arguments);

internal sealed record Finish(Draft Draft) : Step;

/// <summary>An answer as its writer leaves it: the program adds offsets, quotes and working, and the guards check it.</summary>
/// <param name="Text">With marks [1], [2] that count into <paramref name="Sources"/> from 1.</param>
/// <param name="Sources">Places of the article that hold what is said, best first, at most three.</param>
/// <param name="Topic">Ids of the facts, figures, quotes, statements and sentences it stands on, most important first, for follow-ups.</param>
/// <param name="Working">The calculations it stands on, as the calculator recorded them.</param>
/// <param name="FixedText">Key of the reviewed fixed text that the words come from; null for words made for this answer.</param>
/// <param name="Parts">Where the answer is a list, its lines: each a draft with marks and sources of its own, at most three. The text is
/// then an opening line or empty, and the program adds the lines to it.</param>
internal sealed record Draft(
    Outcome Outcome,
    string Text,
    IReadOnlyList<Span> Sources,
    IReadOnlyList<string> Topic,
    IReadOnlyList<Working> Working,
    Reason? Reason = null,
    IReadOnlyList<string>? Suggestions = null,
    string? FixedText = null,
    IReadOnlyList<Draft>? Parts = null)
{
    /// <summary>The figures of the text as a picture; null for none.</summary>
    public Chart? Chart { get; init; }
}

using ChannelBot.Testing.Results;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Expectations;

/// <summary>A suggested action with this title, or one whose title has these words where they begin or end with <c>***</c>.</summary>
public sealed record SuggestionExpectation(string Text, ScriptPlace? Place, string Title) : Expectation(Text, Place)
{
    internal static IReadOnlyList<ExpectationForm> Forms { get; } =
    [
        new("suggests", "expect suggests \"How many came in April?\"", "A suggested action has this title; *** stands for any words.",
            cursor => new SuggestionExpectation(cursor.Text, cursor.Place, cursor.Quoted())),
    ];

    public override IEnumerable<Failure> Check(TurnObservation turn)
    {
        string[] titles = [.. turn.Messages.SelectMany(message => message.SuggestedActions?.Actions ?? []).Select(action => action.Title ?? "")];
        if (!titles.Any(title => Comparison.Wildcard.Matches(Title, title)))
        {
            yield return Unmet($"the suggestion “{Title}”", titles.Length is 0 ? "no suggestion" : string.Join(", ", titles.Select(title => $"“{title}”")));
        }
    }
}

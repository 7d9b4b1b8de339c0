using System.Text.RegularExpressions;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Expectations;

/// <summary>Words that the bot's messages say, or do not say. The case of letters is open.</summary>
/// <param name="Words">What is looked for; null where <paramref name="Pattern"/> is.</param>
/// <param name="Pattern">A regular expression in place of the words.</param>
/// <param name="IsAbsent">Whether it must not be there.</param>
public sealed record TextExpectation(string Text, ScriptPlace? Place, string? Words, Regex? Pattern, bool IsAbsent) : Expectation(Text, Place)
{
    internal static IReadOnlyList<ExpectationForm> Forms { get; } =
    [
        new("says", "expect says \"in March\"", "The messages contain these words.", cursor => new TextExpectation(cursor.Text, cursor.Place, cursor.Quoted(), null, IsAbsent: false)),
        new("matches", "expect matches /[0-9,]+ letters/i", "The messages match this regular expression (.NET's); an i behind it leaves the case of letters open.", cursor => new TextExpectation(cursor.Text, cursor.Place, null, cursor.Pattern(), IsAbsent: false)),
        new("no", "expect no \"April\"", "The messages do not contain these words, or do not match /a pattern/.", ReadAbsent),
    ];

    public override IEnumerable<Failure> Check(TurnObservation turn)
    {
        string? found;
        try
        {
            found = Find(turn.Text);
        }
        catch (RegexMatchTimeoutException)
        {
            found = null;
            return [Unmet($"a match of {Wanted}", "the expression took more than a second on this text")];
        }

        return (found is null) == IsAbsent ? []
            : [Unmet(IsAbsent ? $"nothing like {Wanted}" : Wanted, found is null ? Said(turn.Text) : $"“{found}” in {Said(turn.Text)}")];
    }

    private string Wanted => Words is null ? $"/{Pattern}/{(Pattern!.Options.HasFlag(RegexOptions.IgnoreCase) ? "i" : "")}" : $"“{Words}”";

    private string? Find(string text)
    {
        if (Words is null)
        {
            return Pattern!.Match(text) is { Success: true } match ? match.Value : null;
        }

        var at = text.IndexOf(Words, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : text.Substring(at, Words.Length);
    }

    private static string Said(string text) => text.Length is 0 ? "no words" : $"“{text}”";

    private static TextExpectation ReadAbsent(ExpectationCursor cursor) => cursor.IsAtPattern
        ? new TextExpectation(cursor.Text, cursor.Place, null, cursor.Pattern(), IsAbsent: true)
        : new TextExpectation(cursor.Text, cursor.Place, cursor.Quoted(), null, IsAbsent: true);
}

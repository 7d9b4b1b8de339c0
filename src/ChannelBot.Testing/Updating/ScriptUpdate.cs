using ChannelBot.Testing.Chat;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Updating;

/// <summary>The literal lines of one .chat file that no longer hold, as the bot would have them now. Expectations are never touched: they say
/// what must hold whatever the words, and a person wrote them.</summary>
public sealed class ScriptUpdate
{
    private readonly string _text;

    private ScriptUpdate(string path, string text, IReadOnlyList<LineProposal> proposals, IReadOnlyList<string> byHand) =>
        (Path, _text, Proposals, ByHand) = (path, text, proposals, byHand);

    public string Path { get; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<LineProposal> Proposals { get; }

    /// <summary>What does not hold and cannot be proposed, in sentences for a person.</summary>
    public IReadOnlyList<string> ByHand { get; }

    /// <summary>Looks at conversations that were held as written; paraphrases and repetitions have no lines of their own.</summary>
    /// <returns>One for each file with lines that do not hold.</returns>
    /// <exception cref="ScriptFormatException">A file that was just run cannot be read any more.</exception>
    public static IReadOnlyList<ScriptUpdate> Of(IEnumerable<ScriptResult> results) =>
        [.. results.Where(result => result is { Paraphrase: null, Attempt: 1, Script: not null }).Select(Of).Where(update => update.Proposals.Count + update.ByHand.Count > 0)];

    /// <summary>The file's text with <paramref name="accepted"/> taken in, from the last to the first so that places hold; all else stays,
    /// byte for byte.</summary>
    public string With(IEnumerable<LineProposal> accepted) =>
        accepted.Reverse().OrderByDescending(proposal => proposal.Place.Line)
            .Aggregate(_text, (text, proposal) => ChatRewrite.Of(ChatDocument.Parse(text, Path), proposal));

    private static ScriptUpdate Of(ScriptResult result)
    {
        var (proposals, byHand) = (new List<LineProposal>(), new List<string>());
        var isChat = result.Path.EndsWith(".chat", StringComparison.OrdinalIgnoreCase);
        var text = isChat ? ScriptFiles.ReadText(result.Path) : "";
        for (var turn = 0; turn < result.Turns.Count; turn++)
        {
            foreach (var failure in result.Turns[turn].Failures.Where(failure => failure.Expectation.StartsWith("bot line", StringComparison.Ordinal)))
            {
                var proposal = isChat ? Propose(result.Turns[turn], turn, failure) : null;
                if (proposal is not null && RewriteCheck.Holds(text, result.Path, proposal))
                {
                    proposals.Add(proposal);
                }
                else
                {
                    byHand.Add($"{failure.Place}: {(isChat ? "this cannot be written as a plain line of the bot; change it by hand" : "only .chat files are rewritten; record this conversation anew")}.");
                }
            }
        }

        return new ScriptUpdate(result.Path, text, proposals, byHand);
    }

    private static LineProposal? Propose(TurnResult turn, int index, Failure failure)
    {
        var said = failure.MessageIndex is { } message ? turn.Observation.Messages[message].Text ?? "" : null;
        var above = failure.Reply ?? (turn.Turn.Replies.Count > 0 ? turn.Turn.Replies[^1] : null);
        return above is null || (failure.Reply is null && said is null) || failure.Expectation is not "bot line"
            ? null
            : new LineProposal(above.Place, failure.Reply?.Activity.Text, said) { Reply = above, Turn = index };
    }
}

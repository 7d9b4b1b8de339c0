using ChannelBot.Testing.Chat;

namespace ChannelBot.Testing.Updating;

/// <summary>Puts other words into one message of a .chat file, takes it out, or adds one behind it. Comments between its lines stay, behind
/// the words, and every other line stays with its line end.</summary>
internal static class ChatRewrite
{
    public static string Of(ChatDocument document, LineProposal proposal)
    {
        var (first, last) = (proposal.Reply.Place.Line - 1, proposal.Reply.LastLine - 1);
        var old = document.Lines;
        var ending = old[first].Ending is { Length: > 0 } own ? own : "\n";
        var lines = new List<(string Text, string Ending)>();
        for (var index = 0; index < old.Count; index++)
        {
            var isReplaced = proposal.Old is not null && index >= first && index <= last && old[index].Kind is not ChatLineKind.Comment;
            if (!isReplaced)
            {
                lines.Add((old[index].Text, old[index].Ending));
            }

            if (proposal.New is { } words && index == (proposal.Old is null ? last : first))
            {
                var mark = Mark(proposal.Old is null ? Speaker(old, first) : old[first]);
                lines.AddRange(words.Split('\n').Select((line, at) => (at is 0 ? mark + line : line, ending)));
            }
        }

        return string.Concat(lines.Select((line, at) => line.Text + (at == lines.Count - 1 ? old[^1].Ending : line.Ending.Length > 0 ? line.Ending : ending)));
    }

    /// <summary>The line that begins the message, where its words begin on a line below.</summary>
    private static ChatLine Speaker(IReadOnlyList<ChatLine> lines, int index) =>
        lines.Take(index + 1).Last(line => line.Kind is ChatLineKind.Speaker);

    /// <summary>What stands before the words: "bot: ".</summary>
    private static string Mark(ChatLine line)
    {
        var words = line.Words.TrimStart();
        var mark = line.Text[..^words.Length];
        return line.Kind is ChatLineKind.Speaker && mark.Length == line.Start ? mark + " " : mark;
    }
}

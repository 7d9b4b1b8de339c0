using System.Globalization;
using System.Runtime.CompilerServices;
using ChannelBot.Core;
using ChannelBot.Core.Conversations;
using ChannelBot.Planner;

namespace ChannelBot.Cli.Asking;

/// <summary>Answers one question in the light of a conversation: the planner, or what a test puts in its place.</summary>
internal delegate Task<TurnResult> Ask(string question, ConversationState state, CancellationToken cancellationToken);

/// <summary>Answers the lines of a batch: each conversation in the order of its turns, the records in the order of the lines.</summary>
internal sealed class BatchRun
{
    private readonly Ask _ask;
    private readonly IReadOnlyList<BatchLine> _lines;
    private readonly Conversation?[] _conversations;
    private readonly string?[] _records;

    public BatchRun(Ask ask, IReadOnlyList<BatchLine> lines)
    {
        _ask = ask;
        _lines = lines;
        _conversations = Arrange(lines);
        _records = new string?[lines.Count];
    }

    /// <summary>How many lines got an error record so far.</summary>
    public int Refused { get; private set; }

    /// <summary>Of these, how many the program could not answer through a fault of its own.</summary>
    public int Faults { get; private set; }

    /// <summary>One record a line. Where a later line is an earlier turn, it is answered first and kept until its place.</summary>
    public async IAsyncEnumerable<string> AnswerAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < _lines.Count; i++)
        {
            if (_lines[i].Error is { } unreadable)
            {
                Refused++;
                yield return AnswerRecord.Of(_lines[i], unreadable);
                continue;
            }

            while (_records[i] is null)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await AnswerNextAsync(_conversations[i]!, cancellationToken);
            }

            yield return _records[i]!;
            _records[i] = null;
        }
    }

    private async Task AnswerNextAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        var index = conversation.Pending.Dequeue();
        var line = _lines[index];
        try
        {
            var turn = await _ask(line.Question, conversation.State, cancellationToken);
            conversation.State = turn.State;
            _records[index] = AnswerRecord.Of(line, turn.Answer);
        }
        catch (BadInputException bad)
        {
            Refuse(index, "bad_" + bad.Field, bad.Message);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // One line's fault must not take the others' answers away.
            Faults++;
            Refuse(index, "fault", $"a fault of the program: {fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}");
        }
    }

    private void Refuse(int index, string code, string message)
    {
        Refused++;
        var line = _lines[index];
        _records[index] = AnswerRecord.Of(
            line, new BatchError(code, string.Create(CultureInfo.InvariantCulture, $"line {line.Number}: {message}")));
    }

    /// <summary>The conversation of each line; null where the line holds no question.</summary>
    private static Conversation?[] Arrange(IReadOnlyList<BatchLine> lines)
    {
        var arranged = new Conversation?[lines.Count];
        var readable = Enumerable.Range(0, lines.Count).Where(i => lines[i].Error is null).ToArray();
        foreach (var turns in ConversationOrder.Arrange([.. readable.Select(i => (lines[i].Group, lines[i].Turn))]))
        {
            var conversation = new Conversation(turns.Select(turn => readable[turn]));
            foreach (var turn in turns)
            {
                arranged[readable[turn]] = conversation;
            }
        }

        return arranged;
    }

    /// <summary>What was said so far, and the lines still to come, by turn.</summary>
    private sealed class Conversation(IEnumerable<int> lines)
    {
        public Queue<int> Pending { get; } = new(lines);

        public ConversationState State { get; set; } = ConversationState.Empty;
    }
}

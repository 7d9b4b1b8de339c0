using System.Globalization;
using System.Text;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;

namespace ChannelBot.Storage.Tests;

/// <summary>Turns as a bot would make them.</summary>
internal static class Turns
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static PastTurn Question(string question) => new(
        question,
        new Answer
        {
            KnowledgeSha256 = "abc",
            Question = question,
            Outcome = Outcome.Answered,
            Text = $"The answer to “{question}” [1].",
            Citations = [new Citation(1, 2, "p2.s1", 10, 20, "words – verbatim")],
            Planner = "embedded",
            ElapsedMs = 0.25,
        },
        ["figure-1"]);

    public static LogEntry Entry(long sequence, LogEntryKind kind, string text) => new(
        sequence,
        kind,
        Noon.AddMilliseconds(sequence),
        string.Create(CultureInfo.InvariantCulture, $"id-{sequence}"),
        Encoding.UTF8.GetBytes($$"""{"type": "message", "text": "{{text}}"}"""));

    /// <summary>A turn in which a user asks and is answered: two entries.</summary>
    public static TurnCommit Asked(ConversationKey conversation, ConversationSnapshot start, string question, string? key = null, string? user = "user-1") => new()
    {
        Conversation = conversation,
        UserId = user,
        DedupeKey = key,
        Start = start,
        State = start.State.With(Question(question)),
        Entries =
        [
            Entry(start.NextSequence, LogEntryKind.Inbound, question),
            Entry(start.NextSequence + 1, LogEntryKind.Reply, $"answer to {question}"),
        ],
        At = Noon,
    };

    /// <summary>Asks one question after the other.</summary>
    public static async Task<ConversationSnapshot> AskAsync(
        this IConversationStore store, ConversationKey conversation, string user, params string[] questions)
    {
        var snapshot = await store.LoadAsync(conversation);
        foreach (var question in questions)
        {
            snapshot = (await store.CommitTurnAsync(Asked(conversation, snapshot, question, key: question, user: user))).Snapshot;
        }

        return snapshot;
    }

    public static string Text(this LogEntry entry) =>
        System.Text.Json.JsonDocument.Parse(entry.Activity).RootElement.GetProperty("text").GetString()!;

    public static async Task<string[]> TextsAsync(this IConversationStore store, ConversationKey conversation, long after = 0) =>
        [.. (await store.ReadLogAsync(conversation, after))!.Entries.Select(Text)];
}

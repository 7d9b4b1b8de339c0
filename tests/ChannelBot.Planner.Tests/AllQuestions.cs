using System.Text.Json;
using ChannelBot.Core.Conversations;

namespace ChannelBot.Planner.Tests;

/// <summary>The questions to develop with, each with the story it is asked of; the held-out ones are not among them.</summary>
internal static class AllQuestions
{
    private const string Channel = "channel-crossings";

    /// <summary>A story, and the file of questions about it.</summary>
    public static IEnumerable<(string Story, string File)> Files()
    {
        foreach (var file in Directory.GetFiles(Stories.At("tests/questions"), Channel + ".*.jsonl").Order(StringComparer.Ordinal))
        {
            yield return (Channel, file);
        }

        foreach (var folder in Directory.GetDirectories(Stories.At("tests/questions/articles")).Order(StringComparer.Ordinal))
        {
            foreach (var file in Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
            {
                yield return (Path.GetFileName(folder), file);
            }
        }

        // The published questions stand beside the repository, and not everywhere.
        var published = Stories.At("../shared/questions/channel-crossings.jsonl");
        if (File.Exists(published))
        {
            yield return (Channel, published);
        }
    }

    /// <summary>Asks every question of a file, each group one conversation.</summary>
    public static async Task<List<(string Id, TurnResult Turn)>> AskAsync(QuestionPlanner planner, string file)
    {
        var states = new Dictionary<string, ConversationState>(StringComparer.Ordinal);
        var turns = new List<(string, TurnResult)>();
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0))
        {
            using var document = JsonDocument.Parse(line);
            var (id, question) = (Text(document, "id")!, Text(document, "question")!);
            var group = Text(document, "group") ?? id;
            var turn = await planner.AskAsync(question, states.GetValueOrDefault(group, ConversationState.Empty), TestContext.Current.CancellationToken);
            states[group] = turn.State;
            turns.Add((id, turn));
        }

        return turns;
    }

    private static string? Text(JsonDocument line, string name) => line.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
}

using System.Globalization;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Planner.Embedded.Reading;
using ChannelBot.Planner.Plugins;

namespace ChannelBot.Planner.Embedded.Gist;

/// <summary>Answers requests for the gist: summary, figures, timeline, who is who, what somebody says, sources; each line in the article's words.</summary>
internal sealed class GistAnswerer(ArticleIndex index) : IAnswerer
{
    private const int LinesOfASummary = 4;

    /// <summary>Of the 110 that an answer may have.</summary>
    private const int MostWords = 109;

    public Step? Propose(Question question)
    {
        if (Read(question) is not { } request || Resolved(request, question.Conversation) is not { } wanted)
        {
            return null;
        }

        if (wanted.Kind == GistKind.Said && (wanted.Topic is null || Speaker(wanted.Topic) is null))
        {
            return null;
        }

        var told = wanted.IsMore ? Told(question.Conversation, Marker(wanted)) : [];
        return new CallFunctions([Call(wanted, told, MostWords / question.Among)], results => new Finish(Draft(wanted, (GistLines)results[0]!)));
    }

    public IReadOnlyList<string> Describe(Question question) =>
        Read(question) is { } request && Resolved(request, question.Conversation) is { } wanted
            ? [$"asks for the gist: {wanted.Kind}{(wanted.Topic is { } topic ? $", of “{topic}”" : "")}{(wanted.IsMore ? ", what was left out" : "")}"]
            : [];

    /// <summary>The request; where a statement leads up to it, the one sentence that asks.</summary>
    private static GistRequest? Read(Question question)
    {
        var isFresh = question.Conversation.Turns.All(turn => turn.Answer.Outcome == Outcome.Social || GistOf(turn) is not null);
        if (GistReader.English.Read(question.Text, isFresh) is { } request)
        {
            return request;
        }

        GistRequest? found = null;
        var pieces = question.Text.Split(['.', '!', '?', ':', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var piece in pieces.Length > 1 ? pieces : [])
        {
            if (GistReader.English.Read(piece, isFresh) is { Kind: not null } asked)
            {
                found ??= asked;
            }
            else if (Interrogative.IsAsk(Tokenizer.Tokenize(piece), ""))
            {
                return null;
            }
        }

        return found;
    }

    /// <summary>With the list before it, where the request goes on from that; null where there is none to go on from.</summary>
    private static GistRequest? Resolved(GistRequest request, ConversationState conversation)
    {
        if (request.Kind is not null)
        {
            return request;
        }

        var before = conversation.Turns.Count > 0 ? GistOf(conversation.Turns[^1]) : null;
        if (before is null)
        {
            return request.IsMore ? null : request with { Kind = GistKind.Summary };
        }

        var (kind, topic) = before.Value;
        return request with { Kind = kind, Topic = topic };
    }

    private static (GistKind Kind, string? Topic)? GistOf(PastTurn turn)
    {
        foreach (var id in turn.Topic)
        {
            var parts = id.Split(':', 3);
            if (parts is ["gist", var kind, var topic])
            {
                return (Enum.Parse<GistKind>(kind), topic.Length == 0 ? null : topic);
            }
        }

        return null;
    }

    private static string Marker(GistRequest request) => $"gist:{request.Kind}:{request.Topic}";

    /// <summary>Ids of the lines that the same list has given in the turns just before.</summary>
    private static IEnumerable<string> Told(ConversationState conversation, string marker) =>
        conversation.Turns.Reverse().TakeWhile(turn => turn.Topic.Contains(marker)).SelectMany(turn => turn.Topic);

    private Entity? Speaker(string name)
    {
        var weighty = index.Terms(Tokenizer.Tokenize(name), []).Where(term => term.Weight > 0).ToArray();
        return weighty is [{ IsEntity: true } only] ? index.Entity(only.Key) : null;
    }

    private PlannedCall Call(GistRequest wanted, IEnumerable<string> told, int most)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal) { ["told"] = string.Join(' ', told.Where(id => !id.StartsWith("gist:", StringComparison.Ordinal))) };
        if ((wanted.Lines ?? (wanted.Kind is GistKind.Summary or GistKind.Simple ? LinesOfASummary : null)) is { } lines)
        {
            arguments["lines"] = lines;
        }

        var room = most - GistWording.Opening(wanted with { IsMore = true }, new GistLines([], 0, false), wanted.Topic).Split(' ').Length;
        arguments["words"] = Math.Min(room, wanted.Words ?? room);
        if (wanted.Kind == GistKind.Said)
        {
            arguments["name"] = Speaker(wanted.Topic!)!.Name;
            return new PlannedCall(GistPlugin.Name, GistPlugin.SaidBy, arguments);
        }

        arguments["what"] = wanted.Kind.ToString()!.ToLowerInvariant();
        if (wanted.Topic is { } topic)
        {
            arguments["topic"] = topic;
        }

        return new PlannedCall(GistPlugin.Name, GistPlugin.List, arguments);
    }

    private Draft Draft(GistRequest wanted, GistLines gist)
    {
        if (gist.Lines.Count == 0)
        {
            return new Draft(
                Outcome.NotInArticle, GistWording.Nothing(wanted, gist), [], [Marker(wanted)], [], new Reason("not_stated", wanted.Topic, null));
        }

        // A list has its opening; a single line has to say itself whose words it is.
        var name = wanted.Kind == GistKind.Said ? Speaker(wanted.Topic!)!.Name : null;
        var lead = gist.Lines.Count > 1 ? "- " : name is not null && gist.Lines[0].Text.StartsWith('“') ? $"{name}: " : "";
        var lines = gist.Lines.Select(line => new Draft(
            Outcome.Answered, $"{lead}{line.Text}{Marks(line.Sources.Count)}", line.Sources, [line.Id, line.Sentence], [])).ToArray();
        return new Draft(
            Outcome.Answered, GistWording.Opening(wanted, gist, name), [], [.. gist.Lines.Select(line => line.Id), .. gist.Lines.Select(line => line.Sentence), Marker(wanted)],
            [], Parts: lines);
    }

    private static string Marks(int sources) =>
        string.Concat(Enumerable.Range(1, sources).Select(n => string.Create(CultureInfo.InvariantCulture, $" [{n}]")));
}

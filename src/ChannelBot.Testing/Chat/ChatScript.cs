using ChannelBot.Testing.Expectations;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Chat;

/// <summary>Makes a script of a .chat file: each activity of a user begins a turn, lines of the bot and comments belong to the turn above.</summary>
public static class ChatScript
{
    internal const string Expect = "expect";
    internal const string OrAsk = "or ask";

    /// <exception cref="ScriptFormatException">The file holds mistakes; all are named.</exception>
    public static Script Read(string text, string path) => Of(ChatDocument.Parse(text, path));

    /// <exception cref="ScriptFormatException">The file holds mistakes; all are named.</exception>
    public static Script Of(ChatDocument document)
    {
        var errors = new List<ScriptError>();
        var turns = new ScriptTurns(document.Header);
        IReadOnlyList<ChatActivity> activities = [];
        try
        {
            activities = ChatReader.Read(document);
        }
        catch (ScriptFormatException exception)
        {
            errors.AddRange(exception.Errors);
        }

        activities = [.. activities.Where(activity => !activity.IsImplied)];
        var next = 0;
        foreach (var line in document.Lines)
        {
            for (; next < activities.Count && activities[next].Place.Line <= line.Number; next++)
            {
                Try(errors, () => turns.Add(activities[next]));
            }

            if (line.Kind is ChatLineKind.Comment)
            {
                Try(errors, () => ReadComment(document.Path, line, turns, mayBeLost: errors.Count > 0));
            }
        }

        if (errors.Count + turns.All.Count is 0)
        {
            errors.Add(new ScriptError(
                new ScriptPlace(document.Path, 1, 1), $"Nobody says anything. Expected a line that begins with '{document.Header.Users[0]}:' or '{document.Header.Bot}:'."));
        }

        return errors.Count is 0
            ? new Script { Path = document.Path, Name = ScriptFiles.NameOf(document.Path), Header = document.Header, Turns = turns.All }
            : throw new ScriptFormatException([.. errors.OrderBy(error => error.Place.Line).ThenBy(error => error.Place.Column)]);
    }

    private static void ReadComment(string file, ChatLine line, ScriptTurns turns, bool mayBeLost)
    {
        var words = line.Words.TrimStart();
        var place = new ScriptPlace(file, line.Number, line.Text.Length - words.Length + 1);
        var isExpectation = Begins(words, Expect);
        if (!isExpectation && !Begins(words, OrAsk))
        {
            if (MisspeltComment.Demand(words) is { } meant)
            {
                throw new ScriptFormatException(place, $"This says nothing to a script. Did you mean \"> {meant} …\"? A comment begins with another word.");
            }

            return;
        }

        if (isExpectation)
        {
            var expectation = ExpectationSyntax.Parse(words[Expect.Length..], place with { Column = place.Column + Expect.Length });
            turns.Expect(expectation, place, mayBeLost);
            return;
        }

        var cursor = new ExpectationCursor(words[OrAsk.Length..], place with { Column = place.Column + OrAsk.Length });
        var paraphrase = cursor.Quoted();
        cursor.End();
        turns.OrAsk(new Paraphrase(paraphrase, place), mayBeLost);
    }

    private static bool Begins(string words, string name) =>
        words.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (words.Length == name.Length || char.IsWhiteSpace(words[name.Length]));

    private static void Try(List<ScriptError> errors, Action read)
    {
        try
        {
            read();
        }
        catch (ScriptFormatException exception)
        {
            errors.AddRange(exception.Errors);
        }
    }
}

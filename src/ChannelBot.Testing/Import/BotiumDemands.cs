using System.Text.RegularExpressions;

namespace ChannelBot.Testing.Import;

/// <summary>What a #bot section of a convo demands, as expectations.</summary>
/// <remarks>Source: Botium's documentation, "Using Asserters"; botium-core src/scripting/helper.js.</remarks>
internal sealed partial class BotiumDemands(ImportedLines lines, BotiumUtterances utterances, Matching matching)
{
    /// <summary>The demands of a section: its text, which may begin with ! for "not", and its asserters.</summary>
    public void Read(int start, IReadOnlyList<(string Text, int Line)> section)
    {
        var (text, asserters) = (new List<string>(), new List<Action>());
        var first = start;
        foreach (var (line, number) in section)
        {
            var (isOptional, isAbsent, rest) = Marks(line);
            var (name, arguments) = Split(rest);
            if (IsAsserter(name))
            {
                asserters.Add(() => Assert(name, arguments, isAbsent, isOptional, number));
                continue;
            }

            first = text.TrueForAll(string.IsNullOrEmpty) && line.Length > 0 ? number : first;
            text.Add(line);
        }

        ExpectText(string.Join('\n', text).Trim(), first);
        asserters.ForEach(assert => assert());
    }

    private void ExpectText(string words, int line)
    {
        var (isOptional, isAbsent, said) = Marks(words);
        if (words.Length is 0)
        {
            return;
        }

        if (isOptional)
        {
            lines.Note("What the bot may say and need not is nothing to hold it to.", line);
            return;
        }

        // A convo's $variable takes whatever the bot says there.
        var ways = utterances.Resolve(said);
        var how = matching;
        if (ways.Any(way => Variable().IsMatch(way)) && matching.Kind is not MatchingKind.Regexp)
        {
            var kind = matching.Kind is MatchingKind.Equals or MatchingKind.WildcardExact ? MatchingKind.WildcardExact : MatchingKind.Wildcard;
            (how, ways) = (new Matching(kind, matching.IgnoresCase), [.. ways.Select(way => Variable().Replace(way, "*"))]);
        }

        Expect(how.Expectations(ways, isAbsent), line);
    }

    /// <summary>A line's first word, and what stands behind it between bars.</summary>
    public static (string Name, string[] Arguments) Split(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (line, [])
            : (line[..space], [.. Bar().Split(line[(space + 1)..]).Select(argument => argument.Replace("\\|", "|", StringComparison.Ordinal).Trim())]);
    }

    private void Assert(string name, string[] arguments, bool isAbsent, bool isOptional, int line)
    {
        var found = (name, arguments, isAbsent, isOptional) switch
        {
            (_, _, _, true) => null,
            ("BUTTONS", { Length: > 0 }, false, _) => arguments.Select(title => $"suggests {Quoted.Words(title)}"),
            ("BUTTONS", [], true, _) => ["count suggestions 0"],
            ("BUTTONS_COUNT", [var number], false, _) => Count("suggestions", number),
            ("CARDS", { Length: > 0 }, false, _) => arguments.Select(words => $"card has {Quoted.Words(words)}"),
            ("CARDS", [], true, _) => ["count cards 0"],
            ("CARDS_COUNT", [var number], false, _) => Count("cards", number),
            ("TEXT" or "TEXT_IC" or "TEXT_EQUALS" or "TEXT_EQUALS_IC", [], _, _) => [isAbsent ? "no /\\S/" : "matches /\\S/"],
            _ when name.StartsWith("TEXT", StringComparison.Ordinal) && arguments.Length > 0 => Texts(name, arguments, isAbsent),
            _ => null,
        };
        if (found is null)
        {
            lines.Note($"{(isOptional ? "?" : "")}{(isAbsent ? "!" : "")}{name} {string.Join('|', arguments)}".TrimEnd() + " is nothing that a script can expect.", line);
            return;
        }

        Expect(found, line);
    }

    private IEnumerable<string>? Texts(string name, string[] arguments, bool isAbsent)
    {
        var ignoresCase = name.EndsWith("_IC", StringComparison.Ordinal);
        var parts = (ignoresCase ? name[..^3] : name).Split('_');
        var how = string.Join('_', parts[1..].Except(["ALL", "ANY"])) switch
        {
            "" or "EQUALS" => MatchingKind.Equals,
            "CONTAINS" => MatchingKind.Include,
            "REGEXP" => MatchingKind.Regexp,
            "WILDCARD" => MatchingKind.Wildcard,
            "WILDCARDEXACT" or "WILDCARD_EXACT" => MatchingKind.WildcardExact,
            _ => (MatchingKind?)null,
        };
        if (how is not { } kind || (isAbsent && parts.Contains("ALL") && arguments.Length > 1))
        {
            return null;
        }

        var texts = arguments.SelectMany(utterances.Resolve).ToArray();
        var match = new Matching(kind, ignoresCase);
        return parts.Contains("ALL") ? texts.SelectMany(text => match.Expectations([text], isAbsent)) : match.Expectations(texts, isAbsent);
    }

    private static IEnumerable<string>? Count(string what, string number) =>
        number.TrimStart('=').Trim() is { Length: > 0 } digits && digits.All(char.IsAsciiDigit) ? [$"count {what} {digits}"] : null;

    private void Expect(IEnumerable<string> expectations, int line)
    {
        foreach (var expectation in expectations)
        {
            lines.Comment($"expect {expectation}", line);
        }
    }

    /// <summary>? for "may", ! for "not"; doubled they are text.</summary>
    private static (bool IsOptional, bool IsAbsent, string Words) Marks(string line)
    {
        var isOptional = line.StartsWith('?') && !line.StartsWith("??", StringComparison.Ordinal);
        line = line.StartsWith('?') ? line[1..] : line;
        var isAbsent = line.StartsWith('!') && !line.StartsWith("!!", StringComparison.Ordinal);
        return (isOptional, isAbsent, line.StartsWith('!') ? line[1..] : line);
    }

    private static bool IsAsserter(string name) => Asserter().IsMatch(name);

    [GeneratedRegex("^(TEXT(_[A-Z]+)*|BUTTONS(_COUNT(_REC)?)?|MEDIA(_COUNT(_REC)?)?|CARDS(_COUNT(_REC)?)?|FORMS|JSON_PATH(_COUNT)?|RESPONSE_LENGTH|INTENT(_CONFIDENCE|_UNIQUE)?|ENTIT(IES|Y_VALUES|Y_CONTENT)|BOT_(UN)?CONSUMED(_COUNT)?|HYPERLINK|WER|PAUSE|WAITFORBOT|INCLUDE|SET_SCRIPTING_MEMORY|ASSIGN_SCRIPTING_MEMORY)$")]
    private static partial Regex Asserter();

    [GeneratedRegex(@"\$[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Variable();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ChannelBot.Core;

namespace ChannelBot.Cli.Evaluation;

/// <summary>A file of questions with expected answers, one JSON object a line.</summary>
internal sealed record QuestionFile(string Path, IReadOnlyList<ExpectedAnswer> Questions)
{
    private const string Field = "questions";

    /// <exception cref="BadInputException">There is no such file, or a line is no question; the message says which line.</exception>
    public static async Task<QuestionFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(UserFile.OpenRead(path, Field), UserFile.StrictUtf8);
        var questions = new List<ExpectedAnswer>();
        var rules = new Dictionary<string, Rule>(StringComparer.Ordinal);
        for (var number = 1; await ReadLineAsync(reader, path, number, cancellationToken) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                questions.Add(Parse(line, new Place(path, number), rules));
            }
        }

        return questions.Count > 0 ? new QuestionFile(path, questions) : throw new BadInputException(Field, $"'{path}' holds no question.");
    }

    private static async Task<string?> ReadLineAsync(StreamReader reader, string path, int number, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(cancellationToken);
        }
        catch (ArgumentException)
        {
            throw new Place(path, number).Bad("is not text in UTF-8");
        }
    }

    private static ExpectedAnswer Parse(string line, Place place, Dictionary<string, Rule> rules)
    {
        QuestionLine? read;
        try
        {
            read = JsonSerializer.Deserialize(line, QuestionLineJsonContext.Default.QuestionLine);
        }
        catch (JsonException problem)
        {
            throw place.Bad($"is no question: {problem.Message.TrimEnd('.')}");
        }

        if (read is not { Id: { } id, Question: { } question })
        {
            throw place.Bad("has no \"id\" or no \"question\"");
        }

        // By name alone: a number would pass for a kind.
        var names = Enum.GetNames<QuestionKind>();
        var kind = Array.FindIndex(names, name => name.Equals(read.Kind, StringComparison.OrdinalIgnoreCase));
        if (kind < 0)
        {
            throw place.Bad($"has the kind '{read.Kind}'; kinds are {string.Join(", ", names).ToLowerInvariant()}");
        }

        return new ExpectedAnswer(
            id,
            Enum.GetValues<QuestionKind>()[kind],
            read.Group,
            read.Turn,
            question,
            read.Gold ?? "",
            Rules(read.Must, place, rules),
            [.. (read.MustAny ?? []).Select(any => Rules(any, place, rules))],
            Rules(read.MustNot, place, rules),
            read.Evidence ?? []);
    }

    private static Rule[] Rules(IReadOnlyList<string>? texts, Place place, Dictionary<string, Rule> known)
    {
        return [.. (texts ?? []).Select(Read)];

        Rule Read(string text)
        {
            if (known.TryGetValue(text, out var rule))
            {
                return rule;
            }

            try
            {
                return known[text] = new Rule(text);
            }
            catch (ArgumentException problem)
            {
                throw place.Bad($"holds '{text}', which is no regular expression: {problem.Message.TrimEnd('.')}");
            }
        }
    }

    private readonly record struct Place(string Path, int Line)
    {
        public BadInputException Bad(string problem) =>
            new(Field, string.Create(CultureInfo.InvariantCulture, $"line {Line} of '{Path}' {problem}."));
    }
}

/// <summary>A line of a question file as it is written.</summary>
internal sealed record QuestionLine(
    string? Id,
    string? Kind,
    string? Group,
    int? Turn,
    string? Question,
    string? Gold,
    IReadOnlyList<string>? Must,
    [property: JsonPropertyName("must_any")] IReadOnlyList<IReadOnlyList<string>>? MustAny,
    [property: JsonPropertyName("must_not")] IReadOnlyList<string>? MustNot,
    IReadOnlyList<int>? Evidence);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(QuestionLine))]
internal sealed partial class QuestionLineJsonContext : JsonSerializerContext;

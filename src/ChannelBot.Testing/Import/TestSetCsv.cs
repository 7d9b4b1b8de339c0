using ChannelBot.Core.Quantities;
using ChannelBot.Testing.Scripts;
using CsvHelper;

namespace ChannelBot.Testing.Import;

/// <summary>Copilot Studio's test sets in CSV: a question, what is expected, and how it is judged, a conversation a row.</summary>
/// <remarks>Sources: Microsoft's CopilotStudioSamples, EmployeeSelfServiceAgent/ESSEvaluationSamples (Prompt, Expected response, Test Method
/// Type, Passing Score); skills-for-copilot-studio, create-eval-set (question, expectedResponse) and analyze-evals (the export's
/// testMethodType_1 …). The template begins with lines of instructions: the first row that names a question is the header.
/// Copilot Studio has a language model judge meaning and quality; here the expected response's numbers must be said.</remarks>
public static class TestSetCsv
{
    public const string Ending = ".csv";

    private const int MostLinesAboveHeader = 50;

    private static readonly string[] Questions = ["question", "prompt", "utterance", "testutterance", "userinput"];
    private static readonly string[] Responses = ["expectedresponse", "expectedanswer"];
    private static readonly string[] Methods = ["testmethodtype", "testmethodtype1", "testmethod", "testingmethod"];

    /// <summary>How a row is judged, by what Copilot Studio calls it without spaces.</summary>
    private static readonly Dictionary<string, Func<string, IEnumerable<string>>> ByMethod = new(StringComparer.Ordinal)
    {
        ["exactmatch"] = expected => new Matching(MatchingKind.Equals, IgnoresCase: false).Expectations([expected], isAbsent: false),
        ["partialmatch"] = expected => Matching.Usual.Expectations([expected], isAbsent: false),
        ["keywordmatch"] = expected => expected.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(keyword => Matching.Usual.Expectations([keyword], isAbsent: false)),
        ["comparemeaning"] = Numbers,
        ["similarity"] = Numbers,
        ["textsimilarity"] = Numbers,
        ["generalquality"] = _ => [],
        [""] = Numbers,
    };

    /// <returns>A row with a mistake is one of which nothing could be read; where the file is no CSV any more, that is the last.</returns>
    /// <exception cref="ScriptFormatException">There is no header with a question.</exception>
    public static IReadOnlyList<ImportedScript> Read(string text, string path)
    {
        var options = new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true, Separator = null, MalformedData = CsvMalformedDataHandling.Throw };
        using var csv = CsvReader.FromText(text.TrimStart('\uFEFF'), options);
        var columns = Header(csv, path);
        var lines = text.Split('\n');
        var scripts = new List<ImportedScript>();
        while (true)
        {
            var name = FormattableString.Invariant($"row {scripts.Count + 1}");
            try
            {
                if (!Next(csv, path))
                {
                    return scripts;
                }
            }
            catch (ScriptFormatException mistake)
            {
                return [.. scripts, ImportedScript.None(name, mistake.Errors)];
            }

            var line = (int)csv.LineNumber;
            var (question, expected, method) = (Cell(csv, columns.Question), Cell(csv, columns.Response), Cell(csv, columns.Method));
            if (question.Length is 0 && expected.Length is 0)
            {
                continue;
            }

            scripts.Add(
                question.Length is 0 ? Wrong(expected, $"The row has no question. Expected one in the column '{columns.Name}'.")
                : ByMethod.TryGetValue(Plain(method), out var judge) ? Script(path, lines, name, line, question, expected, judge)
                : Wrong(method, $"'{method}' is no test method. Expected one of: {string.Join(", ", ByMethod.Keys.Where(known => known.Length > 0))}."));

            ImportedScript Wrong(string cell, string message) =>
                ImportedScript.None(name, [new ScriptError(new ScriptPlace(path, line, Math.Max(0, lines[line - 1].LastIndexOf(cell, StringComparison.Ordinal)) + 1), message)]);
        }
    }

    private static ImportedScript Script(string path, string[] source, string name, int line, string question, string expected, Func<string, IEnumerable<string>> judge)
    {
        var lines = new ImportedLines(path, source);
        lines.Say("user", question, line);
        if (expected.Length > 0)
        {
            lines.Comment($"the expected response: {expected}", line);
        }

        foreach (var expectation in expected.Length > 0 ? judge(expected) : [])
        {
            lines.Comment($"expect {expectation}", line);
        }

        return lines.Finish(name);
    }

    private static IEnumerable<string> Numbers(string expected) =>
        QuantityScanner.Scan(expected).Where(mention => mention.Form is not NumberForm.Label)
            .Select(mention => $"number {expected[mention.Start..mention.End]}").Distinct(StringComparer.Ordinal);

    private static (int Question, int Response, int Method, string Name) Header(CsvReader csv, string path)
    {
        for (var row = 0; row < MostLinesAboveHeader && Next(csv, path); row++)
        {
            string[] names = [.. Enumerable.Range(0, csv.FieldCount).Select(column => Plain(csv.GetString(column)))];
            if (Array.FindIndex(names, Questions.Contains) is >= 0 and var question)
            {
                return (question, Array.FindIndex(names, Responses.Contains), Array.FindIndex(names, Methods.Contains), csv.GetString(question).Trim());
            }
        }

        throw new ScriptFormatException(new ScriptPlace(path, 1, 1), "No row names the columns. Expected a header such as: question,expectedResponse");
    }

    private static bool Next(CsvReader csv, string path)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException exception)
        {
            throw new ScriptFormatException(new ScriptPlace(path, (int)Math.Max(1, exception.LineNumber), 1), $"This is not CSV: {exception.Message}");
        }
    }

    private static string Cell(CsvReader csv, int column) => column >= 0 && column < csv.FieldCount ? csv.GetString(column).Trim() : "";

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

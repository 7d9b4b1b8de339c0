using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Expectations;

/// <summary>One kind of expectation, as a script writes it.</summary>
public sealed class ExpectationForm
{
    internal ExpectationForm(string keyword, string example, string meaning, Func<ExpectationCursor, Expectation> read) =>
        (Keyword, Example, Meaning, Read) = (keyword, example, meaning, read);

    /// <summary>Its first word.</summary>
    public string Keyword { get; }

    /// <summary>A whole line, without the mark: "expect outcome computed".</summary>
    public string Example { get; }

    /// <summary>What holds where it is met, for the documentation.</summary>
    public string Meaning { get; }

    internal Func<ExpectationCursor, Expectation> Read { get; }
}

/// <summary>The language of expectations: <c>&gt; expect number about 57 percent</c>.</summary>
public static class ExpectationSyntax
{
    /// <summary>All kinds there are, in the order in which a person would want to learn them.</summary>
    public static IReadOnlyList<ExpectationForm> Forms { get; } =
    [
        .. OutcomeExpectation.Forms,
        .. NumberExpectation.Forms,
        .. CitationExpectation.Forms,
        .. WorkingExpectation.Forms,
        .. TextExpectation.Forms,
        .. TimeExpectation.Forms,
        .. SuggestionExpectation.Forms,
        .. CardExpectation.Forms,
        .. CountExpectation.Forms,
        .. PlanExpectation.Forms,
    ];

    /// <summary>Reads an expectation, without the word "expect": "number about 57 percent".</summary>
    /// <param name="place">Of its first character.</param>
    /// <exception cref="ScriptFormatException">There is no such expectation, or it is not complete.</exception>
    public static Expectation Parse(string text, ScriptPlace place)
    {
        var cursor = new ExpectationCursor(text, place);
        var keyword = cursor.Word();
        var form = Forms.FirstOrDefault(form => string.Equals(form.Keyword, keyword, StringComparison.OrdinalIgnoreCase))
            ?? throw Unknown(text, place, keyword);
        var expectation = form.Read(cursor);
        cursor.End();
        return expectation;
    }

    /// <summary>Whether an expectation begins with this word.</summary>
    internal static bool IsKeyword(string word) => Forms.Any(form => string.Equals(form.Keyword, word, StringComparison.OrdinalIgnoreCase));

    private static ScriptFormatException Unknown(string text, ScriptPlace place, string keyword)
    {
        var column = place.Column + text.Length - text.TrimStart().Length;
        var what = keyword.Length is 0 ? "Nothing is expected" : $"'{keyword}' is nothing that can be expected";
        return new ScriptFormatException(
            place with { Column = column }, $"{what}. Expected one of: {string.Join(", ", Forms.Select(form => form.Keyword).Distinct(StringComparer.Ordinal))}.");
    }
}

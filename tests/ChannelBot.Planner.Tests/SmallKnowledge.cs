using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Tests;

/// <summary>Knowledge of a made-up story, put together by hand so that tests do not lean on the builder.</summary>
internal static class SmallKnowledge
{
    public const string Text =
        """
        Mayor Ada Lindqvist has announced that the old harbour bridge in Norhaven will be closed to lorries from Monday.
        The council is expected to sign a contract with Brenner Works, a company based in Austria, to repair the bridge for £14.2 million.
        According to a spokesperson for the council, the bridge carries 12,480 vehicles a day, including 3,150 lorries.
        “We cannot wait until somebody is hurt,” Lindqvist said. “The steel is older than any of us.”
        Harbour master Tomas Reyes warned: “Without the bridge, ships bringing grain will have to unload elsewhere. Nobody has asked the farmers.”
        Traffic on the bridge has risen by 18 percent compared to 2019, police reported.
        Two fishermen, presumed to be brothers, were found dead beneath the bridge on Tuesday. Norhaven Police have not named them.
        At least 60 people are believed to have been hurt on the bridge since 1998, and more than 50 cars were towed away last winter.
        Engineers from Calder University found that nearly a third of the bolts were loose.
        The repairs should take between 14 and 18 months, Brenner Works stated.
        Reyes did not attend the meeting at Saltgate Hall, where about 200 residents protested.
        """;

    public static KnowledgeFile File { get; } = Make();

    private static KnowledgeFile Make()
    {
        var paragraphs = Paragraphs();
        var sentences = Sentences(paragraphs);
        return new KnowledgeFile
        {
            SchemaVersion = 1,
            ContentSha256 = "test",
            Article = new Article("the harbour bridge article", "test", Text, paragraphs),
            Sentences = sentences,
            Entities =
            [
                Entity("e:lindqvist", EntityKind.Person, "Ada Lindqvist", "Mayor", "Mayor Ada Lindqvist", "Lindqvist", "the Mayor"),
                Entity("e:reyes", EntityKind.Person, "Tomas Reyes", "Harbour master", "Harbour master Tomas Reyes", "Reyes", "the harbour master"),
                Entity("e:brenner", EntityKind.Organisation, "Brenner Works", null),
                Entity("e:police", EntityKind.Organisation, "Norhaven Police", null, "police"),
                Entity("e:calder", EntityKind.Organisation, "Calder University", null),
                Entity("e:council", EntityKind.Organisation, "the council", null, "council"),
                Entity("e:norhaven", EntityKind.Place, "Norhaven", null),
                Entity("e:austria", EntityKind.Place, "Austria", null),
                Entity("e:saltgate", EntityKind.Place, "Saltgate Hall", null),
            ],
            Figures = Figures(sentences),
            Quotes =
            [
                Quote("q1", "e:lindqvist", sentences, "We cannot wait until somebody is hurt,"),
                Quote("q2", "e:lindqvist", sentences, "The steel is older than any of us."),
                Quote("q3", "e:reyes", sentences, "Without the bridge, ships bringing grain will have to unload elsewhere. Nobody has asked the farmers."),
            ],
            Statements = [],
            Synonyms = [],
            Facts = [],
        };
    }

    private static List<Span> Paragraphs()
    {
        var paragraphs = new List<Span>();
        for (var start = 0; start < Text.Length;)
        {
            var end = Text.IndexOf('\n', start);
            end = end < 0 ? Text.Length : end;
            paragraphs.Add(new Span(start, end));
            start = end + 1;
        }

        return paragraphs;
    }

    private static List<Sentence> Sentences(List<Span> paragraphs) =>
        [.. paragraphs.SelectMany((paragraph, at) => SentenceSplitter.Split(Text, paragraph).Select((span, n) =>
            new Sentence($"p{at + 1}.s{n + 1}", at + 1, span.Start, span.End, Text[span.Start..span.End])))];

    private static Entity Entity(string id, EntityKind kind, string name, string? role, params string[] aliases)
    {
        var mentions = aliases.Append(name).SelectMany(Places).Distinct().OrderBy(span => span.Start).ToArray();
        return new Entity(id, kind, name, role, aliases, mentions);
    }

    private static IEnumerable<Span> Places(string name)
    {
        for (var at = Text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = Text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            yield return new Span(at, at + name.Length);
        }
    }

    private static List<Figure> Figures(List<Sentence> sentences) =>
        [.. sentences.SelectMany(sentence => QuantityScanner.Scan(sentence.Text).Select((mention, n) =>
        {
            var noun = sentence.Text[mention.NumberEnd..].TrimStart().Split(' ', ',', '.')[0];
            return new Figure(
                $"f{sentence.Id}.{n}", noun, noun, mention.Quantity, mention.Form, null, null, null, null, null, 0, [], sentence.Id,
                sentence.Start + mention.Start, sentence.Start + mention.End, sentence.Text[mention.Start..mention.End]);
        }))];

    private static Quote Quote(string id, string speaker, List<Sentence> sentences, string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        var span = new Span(start, start + words.Length);
        return new Quote(id, speaker, null, words, [span], [.. sentences.Where(sentence => new Span(sentence.Start, sentence.End).Overlaps(span)).Select(sentence => sentence.Id)]);
    }
}

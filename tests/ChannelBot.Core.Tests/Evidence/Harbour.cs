using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;

namespace ChannelBot.Core.Tests.Evidence;

/// <summary>Knowledge of a few made-up sentences, put together by hand.</summary>
internal static class Harbour
{
    public const string Text =
        "Mayor Ada Lindqvist closed the harbour bridge on Monday.\nThe ferry company was told to cancel its trips.\nA bolt was loose, an engineer said. The bridge is old.";

    public static KnowledgeFile File { get; } = Make();

    private static KnowledgeFile Make()
    {
        var paragraphs = new List<Span>();
        foreach (var line in Text.Split('\n'))
        {
            var start = paragraphs.Count == 0 ? 0 : paragraphs[^1].End + 1;
            paragraphs.Add(new Span(start, start + line.Length));
        }

        var sentences = paragraphs.SelectMany((paragraph, at) => SentenceSplitter.Split(Text, paragraph).Select((span, n) =>
            new Sentence($"p{at + 1}.s{n + 1}", at + 1, span.Start, span.End, Text[span.Start..span.End]))).ToArray();
        return new KnowledgeFile
        {
            SchemaVersion = KnowledgeFile.CurrentSchemaVersion,
            ContentSha256 = "",
            Article = new Article("the harbour article", "", Text, paragraphs),
            Sentences = sentences,
            Entities = [new Entity("e:lindqvist", EntityKind.Person, "Ada Lindqvist", "Mayor", ["Lindqvist", "the mayor"], [Place("Ada Lindqvist")])],
            Figures = [],
            Quotes = [],
            Statements =
            [
                new Statement("st1", "p1.s1", 0, sentences[0].End, "closed", "close", false, false, Certainty.Stated, null, [Slot(SlotRole.When, "on Monday")]),
            ],
            Synonyms = [["bridge", "crossing", "harbour link"]],
            Facts =
            [
                new Fact("loose-bolt", "cause of the closure", "event", ["bad screw", "unsafe"], ["p3.s1"], null, Certainty.Said, Place("A bolt was loose"),
                    [Slot(SlotRole.What, "A bolt")]),
            ],
        };
    }

    private static Span Place(string words)
    {
        var start = Text.IndexOf(words, StringComparison.Ordinal);
        return new Span(start, start + words.Length);
    }

    private static Slot Slot(SlotRole role, string words) => new(role, Place(words).Start, Place(words).End, words);
}

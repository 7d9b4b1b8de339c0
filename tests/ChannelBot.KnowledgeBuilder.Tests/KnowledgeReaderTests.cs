using System.Text;
using ChannelBot.Core;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using Fractions;

namespace ChannelBot.KnowledgeBuilder.Tests;

public sealed class KnowledgeReaderTests
{
    private const string Text = "Ann Lee said: “We counted at least 60 owls.”\n";

    private static readonly KnowledgeFile Owls = new()
    {
        SchemaVersion = KnowledgeFile.CurrentSchemaVersion,
        ContentSha256 = "",
        Article = new Article("owls", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Text))), Text, [new Span(0, 44)]),
        Sentences = [new Sentence("p1.s1", 1, 0, 44, Text[..44])],
        Entities = [new Entity("e:lee", EntityKind.Person, "Ann Lee", null, ["Lee"], [new Span(0, 7)])],
        Figures =
        [
            new Figure(
                "f1.1", "owls", "owls",
                new Quantity(60, 60, null, false, false, Bound.AtLeast, Unit.CountOf("owl")),
                NumberForm.Count, null, null, null, null, null, 0, ["owl"], "p1.s1", 26, 41, Text[26..41]),
        ],
        Quotes = [new Quote("q1", "e:lee", "Ann Lee said", Text[15..42], [new Span(15, 42)], ["p1.s1"])],
        Statements =
        [
            new Statement("s1", "p1.s1", 15, 42, "counted", "count", false, false, Certainty.Said, "e:lee", [new Slot(SlotRole.Who, 15, 17, "We")]),
        ],
        Synonyms = [["owl", "bird"]],
        Facts = [],
    };

    [Fact]
    public void Parse_gives_back_what_was_written() =>
        Assert.Equal(
            Encoding.UTF8.GetString(KnowledgeWriter.Serialize(Owls)),
            Encoding.UTF8.GetString(KnowledgeWriter.Serialize(KnowledgeReader.Parse(KnowledgeWriter.Serialize(Owls), "owls.json"))));

    [Theory]
    [InlineData(60, 1, "\"60\"")]
    [InlineData(-7, 2, "\"-7/2\"")]
    [InlineData(6, 4, "\"3/2\"")]
    public void Serialize_writes_fractions_exactly(int numerator, int denominator, string json)
    {
        var value = new Fraction(numerator, denominator);
        var figure = Owls.Figures[0] with { Quantity = Owls.Figures[0].Quantity with { Value = value } };
        var bytes = KnowledgeWriter.Serialize(Owls with { Figures = [figure] });
        Assert.Contains($"\"value\": {json}", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(value, KnowledgeReader.Parse(bytes, "owls.json").Figures[0].Quantity.Value);
    }

    [Fact]
    public void Serialize_is_readable_and_ends_lines_in_one_way()
    {
        var json = Encoding.UTF8.GetString(KnowledgeWriter.Serialize(Owls));
        Assert.Contains("“We counted at least 60 owls.”", json, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', json);
        Assert.EndsWith("}\n", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_of_a_missing_file_names_it() =>
        Assert.Contains("'/nowhere/owls.json' cannot be opened", Message(() => KnowledgeReader.Read("/nowhere/owls.json")), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "is empty")]
    [InlineData(1, "is cut off or cannot be read at line 1")]
    [InlineData(300, "is cut off or cannot be read at line")]
    [InlineData(900, "is cut off or cannot be read at line")]
    public void Parse_of_a_truncated_file_says_where_it_ends(int length, string message) =>
        Assert.Contains(message, Message(() => KnowledgeReader.Parse(KnowledgeWriter.Serialize(Owls).AsMemory(0, length), "owls.json")), StringComparison.Ordinal);

    [Fact]
    public void Parse_of_another_version_says_which() =>
        Assert.Equal(
            "The knowledge file 'owls.json' has schema version 7; this program reads version 1. Build it again with 'channelbot build'.",
            Message(() => KnowledgeReader.Parse(KnowledgeWriter.Serialize(Owls with { SchemaVersion = 7 }), "owls.json")));

    [Theory]
    [InlineData("\"owl\"", "\"cat\"")]
    [InlineData("at least 60 owls.”", "at least 61 owls.”")]
    [InlineData("\n", "\r\n")]
    public void Parse_notices_an_edit_by_hand(string old, string edited)
    {
        var json = Encoding.UTF8.GetString(KnowledgeWriter.Serialize(Owls)).Replace(old, edited, StringComparison.Ordinal);
        Assert.Contains("was changed after it was built", Message(() => KnowledgeReader.Parse(Encoding.UTF8.GetBytes(json), "owls.json")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"sha256\"", "\"sha\"", "$.article.sha256 is missing")]
    [InlineData("\"paragraph\": 1", "\"paragraph\": \"1\"", "$.sentences[0].paragraph is string where number belongs")]
    [InlineData("\"paragraph\": 1", "\"paragraph\": 1.5", "$.sentences[0].paragraph is no whole number")]
    [InlineData("\"Person\"", "\"Owl\"", "$.entities[0].kind is 'Owl', which is no EntityKind")]
    [InlineData("\"lowOpen\": false", "\"lowOpen\": 0", "$.figures[0].quantity.lowOpen is neither true nor false")]
    public void Parse_names_the_field_that_is_missing_or_of_another_type(string old, string edited, string message)
    {
        var json = Encoding.UTF8.GetString(KnowledgeWriter.Serialize(Owls)).Replace(old, edited, StringComparison.Ordinal);
        Assert.Contains(message, Message(() => KnowledgeReader.Parse(Encoding.UTF8.GetBytes(json), "owls.json")), StringComparison.Ordinal);
    }

    public static TheoryData<string, KnowledgeFile> Contradictions => new()
    {
        { "article.sha256", Owls with { Article = Owls.Article with { Sha256 = new string('0', 64) } } },
        { "outside the article's", Owls with { Sentences = [Owls.Sentences[0] with { End = 400 }] } },
        { "the article has", Owls with { Sentences = [Owls.Sentences[0] with { Start = 1 }] } },
        { "is not in paragraph 2", Owls with { Sentences = [Owls.Sentences[0] with { Paragraph = 2 }] } },
        { "figure 'f1.1' says", Owls with { Figures = [Owls.Figures[0] with { Text = "at least 61 owl" }] } },
        { "refers to 'f9.9'", Owls with { Figures = [Owls.Figures[0] with { PartOf = "f9.9" }] } },
        { "quote 'q1' does not have the words", Owls with { Quotes = [Owls.Quotes[0] with { Text = "We counted." }] } },
        { "refers to 'e:nobody'", Owls with { Quotes = [Owls.Quotes[0] with { Speaker = "e:nobody" }] } },
        { "statement 's1' says", Owls with { Statements = [Owls.Statements[0] with { Slots = [new Slot(SlotRole.Who, 15, 17, "He")] }] } },
        { "entity 'e:lee' is there twice", Owls with { Entities = [Owls.Entities[0], Owls.Entities[0]] } },
    };

    [Theory]
    [MemberData(nameof(Contradictions), DisableDiscoveryEnumeration = true)]
    public void Parse_names_the_item_that_does_not_hold(string message, KnowledgeFile knowledge) =>
        Assert.Contains(message, Message(() => KnowledgeReader.Parse(KnowledgeWriter.Serialize(knowledge), "owls.json")), StringComparison.Ordinal);

    private static string Message(Action read) => Assert.Throws<BadInputException>(read).Message;
}

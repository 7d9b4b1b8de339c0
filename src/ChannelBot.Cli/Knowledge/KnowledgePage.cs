using System.Globalization;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using Spectre.Console;

namespace ChannelBot.Cli.Knowledge;

/// <summary>A knowledge file as a person reads it: what was found in the article, and where.</summary>
internal sealed class KnowledgePage(Terminal terminal, KnowledgeFile knowledge)
{
    private static readonly Style Strong = new(decoration: Decoration.Bold);
    private static readonly Style Quiet = new(decoration: Decoration.Dim);

    private readonly Page _page = new(terminal);
    private readonly Dictionary<string, string> _names = knowledge.Entities.ToDictionary(entity => entity.Id, entity => entity.Name);

    public void Write()
    {
        var article = knowledge.Article;
        _page.Heading(article.Title, Strong);
        _page.Paragraph(Text($"{article.Paragraphs.Count} paragraphs, {knowledge.Sentences.Count} sentences; article SHA-256 {article.Sha256}"), Quiet);
        WriteList("Entities", knowledge.Entities, WriteEntity);
        WriteList("Figures", knowledge.Figures, WriteFigure);
        WriteList("Quotes", knowledge.Quotes, WriteQuote);
        WriteList("Facts", knowledge.Facts, WriteFact);
        WriteList("Silences", knowledge.Silences, silence => _page.Item("·", Text($"{silence.Missing} ({silence.Asks.Count} questions)"), Quiet));
        WriteList("Statements", knowledge.Statements, WriteStatement);
        WriteList("Words that mean the same", knowledge.Synonyms, group => _page.Item("·", string.Join(" = ", group), Quiet));
    }

    private void WriteList<T>(string title, IReadOnlyList<T> items, Action<T> write)
    {
        _page.Line();
        _page.Heading(Text($"{title} ({items.Count})"), Strong);
        foreach (var item in items)
        {
            write(item);
        }
    }

    private void WriteEntity(Entity entity)
    {
        var role = entity.Role is null ? "" : $", {entity.Role}";
        _page.Item("·", Text($"{entity.Name} ({Word(entity.Kind)}{role}), named {Times(entity.Mentions.Count)}"), Quiet);
        Detail("also", string.Join("; ", entity.Aliases));
    }

    private void WriteFigure(Figure figure)
    {
        _page.Item("·", Text($"{figure.Name}: “{figure.Text}” ({figure.Sentence})"), Quiet);
        Detail("value", $"{QuantityText.WithInterval(figure.Quantity)} {figure.Quantity.Unit.Name}".TrimEnd());
        Detail("when", figure.Period);
        Detail("where", figure.Place);
        Detail("compared", figure.Comparator);
        Detail("part of", figure.PartOf);
        Detail("change that led to", figure.BaseOf);
    }

    private void WriteQuote(Quote quote)
    {
        _page.Item("·", Text($"{Name(quote.Speaker) ?? quote.SpeakerText ?? "nobody named"}: “{quote.Text}” ({string.Join(", ", quote.Sentences)})"), Quiet);
    }

    private void WriteFact(Fact fact)
    {
        _page.Item("·", Text($"{fact.About} ({fact.Kind}, {Word(fact.Certainty)}; {string.Join(", ", fact.Sentences)})"), Quiet);
        Detail("says", Name(fact.Speaker));
        WriteSlots(fact.Slots);
        Detail("questions", fact.Asks.Count + fact.Denies.Count is > 0 and var count ? Text($"{count}") : null);
    }

    private void WriteStatement(Statement statement)
    {
        var not = statement.Negated ? ", not" : "";
        _page.Item("·", Text($"{statement.Predicate} ({Word(statement.Certainty)}{not}; {statement.Sentence})"), Quiet);
        Detail("says", Name(statement.Speaker));
        WriteSlots(statement.Slots);
    }

    private void WriteSlots(IReadOnlyList<Slot> slots)
    {
        foreach (var slot in slots)
        {
            Detail(Word(slot.Role), slot.Text);
        }
    }

    private void Detail(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _page.Item("    " + name + ":", value, Quiet);
        }
    }

    private string? Name(string? entity) => entity is null ? null : _names.GetValueOrDefault(entity, entity);

    private static string Times(int count) => count switch
    {
        1 => "once",
        2 => "twice",
        _ => Text($"{count} times"),
    };

    /// <summary>HowMany → "how many".</summary>
    private static string Word<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        var words = string.Concat(name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? " " + letter : letter.ToString()));
        return words.ToLowerInvariant();
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

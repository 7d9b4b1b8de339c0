using System.Globalization;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Guards;

namespace ChannelBot.Planner.Tests.Guards;

/// <summary>An answer that says only what the article says, and the message it answers.</summary>
internal sealed record Honest(Answer Answer, string User);

/// <summary>Makes true answers of a knowledge file, in the ways in which answers are worded.</summary>
internal sealed class HonestAnswers(KnowledgeFile knowledge, Random random)
{
    private static readonly string[] Elsewhere = ["Hamburg", "Toronto", "Uruguay", "Marseille"];

    public Honest Next() => random.Next(12) switch
    {
        0 => Whole(),
        1 => Leading(),
        2 or 3 => Figure(),
        4 => Said(),
        5 => Bare(),
        6 => Silent(),
        7 => Corrected(),
        8 => Computed(),
        9 => UsersOwn(),
        10 => Two(),
        _ => Clause(),
    };

    private Sentence AnySentence() => knowledge.Sentences[random.Next(knowledge.Sentences.Count)];

    private Honest Whole()
    {
        var sentence = AnySentence();
        return Make($"{Pick("The article says: ", "Yes: ", "", "It says: ", "In the article's words: ")}{Quoted(sentence.Text)} [1].", "what does it say?", sentence);
    }

    /// <summary>A few words of the sentence, then all of it.</summary>
    private Honest Leading()
    {
        var sentence = AnySentence();
        var words = sentence.Text.Trim('“', '”').Split(' ');
        var from = random.Next(words.Length);
        var to = Math.Min(words.Length, from + 2 + random.Next(4));
        var lead = Start(string.Join(' ', words[from..to]).Trim(',', '.', '“', '”', ';', ':', '—'));
        return Hedged(lead, sentence)
            ? Whole()
            : Make($"{lead}. {Quoted(sentence.Text)} [1]", "what about it?", sentence);
    }

    private Honest Figure()
    {
        var figure = knowledge.Figures[random.Next(knowledge.Figures.Count)];
        var sentence = Of(figure);
        var text = figure.Text + Noun(figure, sentence);
        return Expected(figure, sentence) ? Make($"{Start(text)}. {Quoted(sentence.Text)} [1]", "how many?", sentence) : Make(Pick($"{Start(text)} [1].", $"The article gives {text} [1].", $"{Start(text)}. {Quoted(sentence.Text)} [1]"), "how many?", sentence);
    }

    private Honest Said()
    {
        var quote = knowledge.Quotes[random.Next(knowledge.Quotes.Count)];
        if (quote.Speaker is null)
        {
            return Whole();
        }

        var speaker = knowledge.Entities.Single(entity => entity.Id == quote.Speaker);
        var words = quote.Spans[0];
        var sentence = knowledge.Sentences.First(sentence => sentence.Start <= words.Start && words.Start < sentence.End);
        var end = Math.Min(words.End, sentence.End);
        var said = knowledge.Article.Text[words.Start..end].Trim('“', '”', ',', '.', ' ');
        return Make(
            Pick($"{Start(speaker.Name)} said: “{said}” [1].", $"According to {speaker.Name}, “{said}” [1].", $"“{said}”, said {speaker.Name} [1]."), "who said that?", sentence);
    }

    /// <summary>The sentence's own words, without quotation marks.</summary>
    private Honest Bare()
    {
        var sentence = AnySentence();
        return sentence.Text.AsSpan().ContainsAny("“”\"") ? Whole() : Make($"{sentence.Text.TrimEnd('.')} [1].", "what happened?", sentence);
    }

    private Honest Silent()
    {
        var place = Elsewhere[random.Next(Elsewhere.Length)];
        var sentence = AnySentence();
        return Make(
            Pick($"The article does not mention {place}. The nearest it comes: ", $"The article does not say how many came to {place}. What it does say: ") + $"{Quoted(sentence.Text)} [1].",
            $"how many came to {place}?",
            sentence);
    }

    private Honest Corrected()
    {
        var figure = knowledge.Figures[random.Next(knowledge.Figures.Count)];
        var wrong = (random.Next(100, 900) * 10) + 7;
        var sentence = Of(figure);
        return Make($"The article says {figure.Text}, not {Written(wrong)}: {Quoted(sentence.Text)} [1].", $"was it {wrong}?", sentence);
    }

    private Honest Computed()
    {
        var counts = knowledge.Figures.Where(figure => figure.Form == NumberForm.Count).ToArray();
        var (one, other) = (counts[random.Next(counts.Length)], counts[random.Next(counts.Length)]);
        try
        {
            var result = Calculator.Run(Pick("share", "ratio", "subtract", "sum"),
                [new CalculationOperand(one.Quantity, one.Id, "article", 1), new CalculationOperand(other.Quantity, other.Id, "article", 2)], "They count alike.");
            var made = Make($"{Start(QuantityText.Brief(result.Result))}: the article gives {QuantityText.Brief(one.Quantity)} [1] and {QuantityText.Brief(other.Quantity)} [2].", "and together?", Of(one), Of(other));
            return made with { Answer = made.Answer with { Working = [result.Working] } };
        }
        catch (Exception problem) when (problem is UndefinedCalculationException or Core.BadInputException)
        {
            return Whole();
        }
    }

    private Honest UsersOwn()
    {
        var figure = knowledge.Figures[random.Next(knowledge.Figures.Count)];
        var own = (random.Next(100, 900) * 10) + 3;
        var given = Expected(figure, Of(figure)) ? $"says: {Quoted(Of(figure).Text)}" : $"gives {figure.Text}";
        return Make($"Your {Written(own)} is not in the article, which {given} [1].", $"what about {own}?", Of(figure));
    }

    private Honest Two()
    {
        var (one, other) = (AnySentence(), AnySentence());
        return Make($"{Quoted(one.Text)} [1] It also says: {Quoted(other.Text)} [2].", "what else?", one, other);
    }

    /// <summary>The first part of a sentence, up to a comma, where nothing that matters follows.</summary>
    private Honest Clause()
    {
        var sentence = AnySentence();
        var comma = sentence.Text.IndexOf(", ", StringComparison.Ordinal);
        var clause = comma > 20 ? sentence.Text[..comma] : sentence.Text.TrimEnd('.');
        return clause.AsSpan().ContainsAny("“”\"") ? Whole() : Make($"{clause} [1].", "what happened?", sentence);
    }

    private Honest Make(string text, string user, params Sentence[] cited) => new(
        new Answer
        {
            KnowledgeSha256 = "test",
            Question = user,
            Outcome = Outcome.Answered,
            Text = text,
            Citations = [.. cited.Select((sentence, at) => AnswerGuardsTests.Cite(knowledge, sentence, at + 1))],
            Planner = "test",
        },
        user);

    private Sentence Of(Figure figure) => knowledge.Sentences.Single(sentence => sentence.Id == figure.Sentence);

    private static string Noun(Figure figure, Sentence sentence)
    {
        var rest = sentence.Text[(figure.End - sentence.Start)..];
        return rest.StartsWith(' ') && !figure.Text.Contains(figure.Noun ?? "?", StringComparison.Ordinal) ? " " + rest.TrimStart().Split(' ', ',', '.', ':')[0].Trim('“', '”') : "";
    }

    /// <summary>Words governed by a hedge that the few words leave out make no honest lead.</summary>
    private static bool Hedged(string lead, Sentence sentence) =>
        QuantityScanner.Scan(sentence.Text).Any(mention => !lead.Contains(sentence.Text[mention.Start..mention.End], StringComparison.OrdinalIgnoreCase)
            && sentence.Text[mention.Start..mention.End].Split(' ').Any(word => lead.Contains(word, StringComparison.OrdinalIgnoreCase)))
        || sentence.Text.AsSpan().ContainsAny("“”\"") || lead.Contains(" not", StringComparison.Ordinal)
        || sentence.Text.Split(' ').Any(word => (GuardWords.KindsOf(word.ToLowerInvariant()) & (WordKinds.Negator | WordKinds.Hedge)) != 0);

    /// <summary>"Police expect more than 40": a number that nobody has counted yet is shown with the words that say so.</summary>
    private static bool Expected(Figure figure, Sentence sentence) =>
        sentence.Text[..(figure.Start - sentence.Start)].Split(' ').Any(word => (GuardWords.KindsOf(word.ToLowerInvariant()) & WordKinds.Hedge) != 0);

    private static string Quoted(string words) => Planner.Embedded.Quotation.Of(words);

    private static string Written(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Start(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}

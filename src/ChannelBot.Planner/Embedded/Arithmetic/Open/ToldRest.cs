using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Arithmetic.Readings;
using FilledFormula = ChannelBot.Planner.Embedded.Arithmetic.Readings.Reading;

namespace ChannelBot.Planner.Embedded.Arithmetic.Open;

/// <summary>Of an article whose figures nobody has named: "212 sailings were cancelled, 148 of them because of faults and the rest because of bad weather",
/// where it is asked how many were because of the weather.</summary>
internal sealed class ToldRest(RequestContext context)
{
    /// <summary>A sentence that fits so much less than the likeliest may still be meant.</summary>
    private const double Nearly = 0.9;

    private static readonly Formula s_amount = Formula.Parse("subtract(a,b)"), s_ofFactor = Formula.Parse("subtract(a,multiply(f,a))"), s_ofPercent = Formula.Parse("subtract(a,multiply(p,a))");

    /// <summary>Null where no likely sentence tells of a rest that the request asks for, or it does not say of what.</summary>
    public Calculation? Propose()
    {
        foreach (var place in context.Sentences.Likely(Nearly))
        {
            var sentence = context.Knowledge.Sentences[place];
            var tokens = Tokenizer.Tokenize(sentence.Text);
            var rest = Array.FindIndex(tokens, token => token.Lower is "rest" or "remainder");
            if (rest > 0 && tokens[rest - 1].Lower is "the" && AsksFor(tokens, rest) && Of(place, sentence.Start + tokens[rest].Start) is { } reading)
            {
                return ReadingText.Of(context, reading);
            }
        }

        return null;
    }

    /// <summary>More of what is asked for stands behind "the rest" than before it.</summary>
    private bool AsksFor(Token[] tokens, int rest)
    {
        int before = 0, behind = 0;
        for (var i = 0; i < context.Words.Count; i++)
        {
            var asked = context.Question.Tokens[context.Words[i].Token];
            if (asked is not { IsWord: true, IsStopWord: false } || context.Words[i].IsNumber)
            {
                continue;
            }

            // What is said both of the part and of the rest tells nothing.
            var (isBefore, isBehind) = (Array.Exists(tokens[..rest], token => token.Stem == asked.Stem), Array.Exists(tokens[rest..], token => token.Stem == asked.Stem));
            before += isBefore && !isBehind && IsOfThePart(tokens, rest, asked.Stem) ? 1 : 0;
            behind += isBehind && !isBefore ? 1 : 0;
        }

        return behind > before;
    }

    /// <summary>The word stands in the clause right before "and the rest", which tells of the part.</summary>
    private static bool IsOfThePart(Token[] tokens, int rest, string stem)
    {
        var from = Array.FindLastIndex(tokens, rest - 1, token => token.Lower is "," or ";");
        return Array.Exists(tokens[Math.Max(0, from)..rest], token => token.Stem == stem);
    }

    /// <summary>The part and the whole before "the rest": two of one kind, or a share and an amount.</summary>
    private FilledFormula? Of(int place, int until)
    {
        var before = context.Resolver.Index.Entries.Where(entry => context.Resolver.Index.PlaceOf(entry) == place && entry.Figure.End <= until && entry.Figure.Direction == 0).ToArray();
        var amounts = Array.FindAll(before, entry => entry.Figure.Form is NumberForm.Count or NumberForm.Money && !OperandResolver.IsStray(entry.Figure));
        var shares = Array.FindAll(before, entry => entry.Figure.Form is NumberForm.Fraction or NumberForm.Percent);
        return (amounts, shares) switch
        {
            ([var whole, var part], []) when whole.Figure.Quantity.Value > part.Figure.Quantity.Value && FigurePairs.AreOfOneKind(whole, part) => Made(s_amount, whole, part),
            ([var whole], [{ Figure.Form: NumberForm.Fraction } share]) => Made(s_ofFactor, whole, share),
            ([var whole], [var share]) => Made(s_ofPercent, whole, share),
            _ => null,
        };
    }

    private static FilledFormula Made(Formula formula, FigureEntry whole, FigureEntry part)
    {
        Slot[] slots = [Slot(whole), Slot(part)];
        return new FilledFormula(formula, slots, formula.Value(slots));
    }

    private static Slot Slot(FigureEntry entry) => new(
        new FigureTerm(entry), entry.Figure.Quantity.Value.ToDouble(), Measures.Of(entry.Figure.Quantity.Unit, entry.Figure.Form), SlotSource.Figure, -1, []);
}

using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Plugins;
using Fractions;

namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>What the last calculation of the conversation took and gave.</summary>
internal sealed class PastNumbers(RequestContext context)
{
    private const int MostEarlier = 3;

    /// <summary>Those that are not among <paramref name="slots"/>.</summary>
    public IReadOnlyList<Slot> Besides(IReadOnlyList<Slot> slots)
    {
        var found = new List<Slot>();
        var turns = context.Question.Conversation.Turns;
        if (turns.Count == 0)
        {
            return found;
        }

        var age = turns[^1].Answer.AllWorking().Count > 0 ? Links.Next : Links.Later;
        var (last, _) = EarlierWorkings.Of(context.Question.Conversation);
        for (var i = Math.Max(0, last.Count - MostEarlier); i < last.Count; i++)
        {
            AddEarlier(i + 1, last[i], i == last.Count - 1 ? Links.Final : Links.Step);
        }

        foreach (var operand in last.SelectMany(working => working.Operands))
        {
            if (PastTerm(operand, turns) is { } term && !(term is FigureTerm past && slots.Concat(found).Any(slot => slot.Term is FigureTerm figure && figure.Entry == past.Entry)))
            {
                var measure = term is ConstantTerm ? Measure.Factor : Measures.Of(RequestContext.UnitOf(term), NumberForm.Count);
                found.Add(new Slot(term, operand.Value, measure, SlotSource.Past, -1, [new Sign($"past:{operand.Source}")]));
            }
        }

        return found;

        void AddEarlier(int number, Working working, Sign which)
        {
            var quantity = WorkingQuantity.Of(working);
            found.Add(new Slot(context.Resolver.Earlier(number), working.Value, Measures.Of(quantity.Unit, NumberForm.Count), SlotSource.Earlier, -1, [age, which]));
        }
    }

    /// <summary>A number that an earlier calculation took, to be taken again; null for one that it worked out.</summary>
    private Term? PastTerm(Operand operand, IReadOnlyList<PastTurn> turns)
    {
        switch (operand)
        {
            case { Figure: { } id }:
                return context.Resolver.Index.Find(id) is { } entry ? new FigureTerm(entry) : null;
            case { Source: "user" }:
                for (var i = turns.Count - 1; i >= 0; i--)
                {
                    foreach (var mention in QuantityScanner.Scan(turns[i].Question))
                    {
                        if (mention.Quantity.Value.ToDouble().Equals(operand.Value))
                        {
                            return new UserTerm(mention.Quantity.TakenExactly(), turns[i].Question[mention.NumberStart..mention.NumberEnd]);
                        }
                    }
                }

                return null;
            case { Source: "constant" }:
                var number = Fraction.FromDoubleRounded(operand.Value);
                return new ConstantTerm(number, NumberText.Exact(number));
            default:
                return null;
        }
    }
}

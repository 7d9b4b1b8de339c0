using System.Globalization;
using System.Runtime.InteropServices;
using ChannelBot.Planner.Embedded.Arithmetic.Chains;

namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>What speaks for or against a reading of a request. Each feature is a short text ("p1|less"), known by its hash. Some are about a whole reading;
/// the others say something of each subject: a name of a formula, a role, a place of a formula.</summary>
/// <param name="named">Told each feature's text, to write the weights down; null where nobody wants them.</param>
internal sealed class ReadingFeatures(RequestContext context, RequestSymbols symbols, Slot[] slots, Action<ulong, string>? named = null)
{
    /// <summary>So many words on either side of a number are looked at.</summary>
    private const int Near = 4;

    private static readonly Sign[] s_measures = [.. Enum.GetNames<Measure>().Select(name => new Sign(name))];
    private static readonly Sign[] s_sources = [.. Enum.GetNames<SlotSource>().Select(name => new Sign(name))];
    private static readonly Sign[] s_numbers = [.. Enumerable.Range(0, 20).Select(number => new Sign(number.ToString(CultureInfo.InvariantCulture)))];

    /// <summary>Those of the reading that is looked at.</summary>
    private readonly List<FigureEntry> _figures = [];

    private readonly int[] _said = [.. slots.Where(slot => slot.IsSaid).Select(slot => slot.At).Distinct().Order()];

    /// <summary>What the words of the request say of the calculation, whatever its numbers: of each of <see cref="Formula.Names"/>.</summary>
    public void AddOfRequest(List<ulong> features)
    {
        features.Add(Of(Kinds.Always));
        foreach (var symbol in symbols.All)
        {
            features.Add(Of(Kinds.Word, symbol));
        }

        foreach (var mark in symbols.Marks)
        {
            features.Add(Of(Kinds.Mark, mark));
        }

        var goal = symbols.Goal;
        var turns = context.Question.Conversation.Turns;
        features.Add(Of(Kinds.History, turns is [.., { Answer.Working: { Count: > 0 } workings }] ? new Sign(string.Join(',', workings.Select(working => working.Function))) : Kinds.Nothing));
        features.Add(Of(Kinds.Goal, symbols.GoalKind));
        features.Add(Of(Kinds.GoalWords, symbols[goal], symbols[goal + 1], symbols[goal + 2]));
        features.Add(Of(Kinds.Length, Kinds.LengthOf(symbols.Count), turns.Count > 0 ? Kinds.Later : Kinds.First));
        features.Add(Of(Kinds.OwnNumbers, Number(_said.Count(at => slots.Any(slot => slot.At == at && slot.Source is SlotSource.User)))));
    }

    /// <summary>What speaks for a number, whatever is done with it.</summary>
    public void AddOfSlot(List<ulong> features, Slot slot)
    {
        var source = s_sources[(int)slot.Source];
        features.Add(Of(Kinds.Source, source));
        var isLast = false;
        foreach (var link in slot.Links)
        {
            features.Add(Of(Kinds.Link, source, link));
            isLast |= link.Hash == Links.Last.Hash;
        }

        if (isLast || slot.Source is SlotSource.Rest or SlotSource.Base or SlotSource.Earlier or SlotSource.Past)
        {
            foreach (var symbol in symbols.All)
            {
                features.Add(Of(Kinds.SourceWord, source, symbol));
            }
        }
    }

    /// <summary>What speaks for a number in each role: as what is taken away, as the whole.</summary>
    public void AddOfRole(List<ulong> features, Slot slot)
    {
        var source = s_sources[(int)slot.Source];
        features.Add(Of(Kinds.RoleSource, source, s_measures[(int)slot.Measure]));
        foreach (var link in slot.Links)
        {
            features.Add(Of(Kinds.RoleLink, source, link));
        }

        if (slot.At >= 0)
        {
            var at = slot.At;
            features.Add(Of(Kinds.Before, symbols[at - 1]));
            features.Add(Of(Kinds.TwoBefore, symbols[at - 2], symbols[at - 1]));
            features.Add(Of(Kinds.Behind, symbols[at + 1]));
            features.Add(Of(Kinds.TwoBehind, symbols[at + 1], symbols[at + 2]));
            features.Add(Of(Kinds.Around, symbols[at - 1], symbols[at + 1]));
            features.Add(Of(Kinds.Position, at >= symbols.Goal ? Kinds.InGoal : Kinds.BeforeGoal));
            foreach (var symbol in symbols.Among(at - Near, at))
            {
                features.Add(Of(Kinds.NearBefore, symbol));
            }

            foreach (var symbol in symbols.Among(at, at + Near + 1))
            {
                features.Add(Of(Kinds.NearBehind, symbol));
            }
        }
    }

    /// <summary>What speaks for a number in each place of a formula.</summary>
    public void AddOfPlace(List<ulong> features, Slot slot)
    {
        features.Add(Of(Kinds.PlaceMeasure, s_measures[(int)slot.Measure]));
        features.Add(Of(Kinds.PlaceSource, s_sources[(int)slot.Source]));
        if (slot.At >= 0)
        {
            features.Add(Of(Kinds.PlaceBefore, symbols[slot.At - 1]));
            features.Add(Of(Kinds.PlaceBehind, symbols[slot.At + 1]));
        }
    }

    /// <summary>What speaks for all of a reading's numbers together.</summary>
    public void AddOfAll(List<ulong> features, Formula formula, ReadOnlySpan<Slot> chosen, double value)
    {
        foreach (var at in _said)
        {
            if (!Has(chosen, at))
            {
                features.Add(Of(Kinds.LeftOut, symbols[at]));
                features.Add(Of(Kinds.LeftOutBefore, symbols[at], symbols[at - 1]));
                features.Add(Of(Kinds.LeftOutBehind, symbols[at], symbols[at + 1]));
            }
        }

        AddTogether(features, formula, chosen);
        AddFigures(features, formula, chosen);
        var gives = Kinds.ResultOf(formula, chosen);
        var size = Kinds.SizeOf(value);
        features.Add(Of(Kinds.Result, symbols.GoalKind, gives));
        features.Add(Of(Kinds.ResultWords, gives, symbols[symbols.Goal], symbols[symbols.Goal + 1], symbols[symbols.Goal + 2]));
        features.Add(Of(Kinds.Size, formula.Sign, size));
        features.Add(Of(Kinds.Size, gives, value > 1e9 ? Kinds.Huge : size));
        features.Add(Of(Kinds.Wholeness, symbols.GoalKind, gives, Math.Abs(value - Math.Round(value)) < 1e-9 ? Kinds.WholeNumber : Kinds.Broken));
    }

    /// <summary>What speaks for nothing being asked to be worked out, besides <see cref="AddOfRequest"/>.</summary>
    public void AddOfNone(List<ulong> features)
    {
        var unknown = 0;
        for (var i = 0; i < symbols.Count; i++)
        {
            var token = context.Question.Tokens[context.Words[i].Token];
            unknown += !context.Words[i].IsNumber && symbols[i].Text is not "@" && context.Words[i].Classes is WordClass.None && token is { IsWord: true, IsStopWord: false } && !StepWords.Is(token.Lower, (StepWord)~0) ? 1 : 0;
        }

        int own = 0, figures = 0, earlier = 0;
        foreach (var slot in slots)
        {
            own += slot.Source is SlotSource.User ? 1 : 0;
            figures += slot.Source is SlotSource.Figure ? 1 : 0;
            earlier += slot.Source is SlotSource.Earlier ? 1 : 0;
        }

        features.Add(Of(Kinds.None, Kinds.Unknown, Number(Math.Min(unknown, 4))));
        features.Add(Of(Kinds.None, Kinds.Said, Number(_said.Length), own > 0 ? Kinds.Own : Kinds.None));
        features.Add(Of(Kinds.None, Kinds.Figures, Number(figures)));
        features.Add(Of(Kinds.None, Kinds.GoalOf, symbols.GoalKind, _said.Length > 0 ? Kinds.Said : Kinds.None));
        features.Add(Of(Kinds.None, Kinds.Earlier, earlier == 0 ? Kinds.None : symbols.Count <= 5 ? Kinds.Short : Kinds.Long));
    }

    /// <summary>How a reading stands to what the patterns make of the request.</summary>
    public ulong OfPattern(Sign what) => Of(Kinds.Pattern, what);

    public ulong OfPattern(Sign formula, Sign what) => Of(Kinds.Pattern, formula, what);

    private void AddTogether(List<ulong> features, Formula formula, ReadOnlySpan<Slot> chosen)
    {
        for (var i = 0; i < chosen.Length; i++)
        {
            for (var j = i + 1; j < chosen.Length; j++)
            {
                var (one, other, pair) = (chosen[i], chosen[j], formula.Pairs[(i * chosen.Length) + j]);
                features.Add(Of(Kinds.Measures, pair, s_measures[(int)one.Measure], s_measures[(int)other.Measure]));
                features.Add(Of(Kinds.Sources, pair, s_sources[(int)one.Source], s_sources[(int)other.Source]));
                features.Add(Of(Kinds.Greater, pair, one.Value > other.Value ? Kinds.More : Kinds.Less));
                if (one.IsSaid && other.IsSaid)
                {
                    features.Add(Of(Kinds.Order, pair, one.At < other.At ? Kinds.First : Kinds.Second));
                }

                if (one.Measure != other.Measure && one.Measure is Measure.Amount or Measure.Money && other.Measure is Measure.Amount or Measure.Money)
                {
                    features.Add(Of(Kinds.Mixed, formula.Sign));
                }
            }
        }
    }

    private void AddFigures(List<ulong> features, Formula formula, ReadOnlySpan<Slot> chosen)
    {
        _figures.Clear();
        var count = 0;
        foreach (var slot in chosen)
        {
            _figures.AddRange(slot.Figures);
            count += slot.Source is SlotSource.Figure or SlotSource.Rest or SlotSource.Base ? 1 : 0;
        }

        features.Add(Of(Kinds.OfFigures, Number(count)));
        features.Add(Of(Kinds.Cover, Number(count), Number((int)(context.Cover.Of(CollectionsMarshal.AsSpan(_figures)) * 5.99)), context.Cover.Count < 2 ? Kinds.Few : Kinds.Some));
        if (_figures is [var one, var other])
        {
            features.Add(Of(Kinds.Linked, Open.FigurePairs.AreLinked(one, other) ? Kinds.Yes : Kinds.No));
            features.Add(Of(Kinds.Alike, formula.FunctionSign, Open.FigurePairs.AreOfOneKind(one, other) ? Kinds.Yes : Kinds.No));
            features.Add(Of(Kinds.OwnCover, Number((int)(Math.Min(context.Cover.Own(one, other), context.Cover.Own(other, one)) * 9.99))));
        }
    }

    private static Sign Number(int number) => s_numbers[Math.Min(number, s_numbers.Length - 1)];

    private static bool Has(ReadOnlySpan<Slot> chosen, int at)
    {
        foreach (var slot in chosen)
        {
            if (slot.At == at)
            {
                return true;
            }
        }

        return false;
    }

    private ulong Of(Sign kind, params ReadOnlySpan<Sign> parts)
    {
        var hash = kind.Hash;
        foreach (var part in parts)
        {
            hash = Sign.Mixed(hash, part.Hash);
        }

        named?.Invoke(hash, string.Join('|', [kind, .. parts]));
        return hash;
    }

    /// <summary>The hash of a feature as it is written down: "p1|less".</summary>
    public static ulong HashOf(ReadOnlySpan<char> text)
    {
        var hash = 0UL;
        var isFirst = true;
        foreach (var part in text.Split('|'))
        {
            hash = isFirst ? Sign.HashOf(text[part]) : Sign.Mixed(hash, Sign.HashOf(text[part]));
            isFirst = false;
        }

        return hash;
    }
}

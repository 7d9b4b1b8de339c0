using System.Globalization;
using ChannelBot.Planner.Embedded.Arithmetic.Chains;

namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>What speaks for or against a reading of a request. Each feature is a short text, known by its hash.</summary>
/// <param name="named">Told each feature's text, to write the weights down; null where nobody wants them.</param>
internal sealed class ReadingFeatures(RequestContext context, RequestSymbols symbols, IReadOnlyList<Slot> slots, Action<ulong, string>? named = null)
{
    private const ulong Offset = 14695981039346656037, Prime = 1099511628211;

    /// <summary>So many words on either side of a number are looked at.</summary>
    private const int Near = 4;

    private readonly bool[] _isSaid = [.. Enumerable.Range(0, symbols.Count).Select(at => slots.Any(slot => slot.At == at))];

    private readonly string _lastFunctions = context.Question.Conversation.Turns is [.., { Answer.Working: { Count: > 0 } workings }] ? string.Join(',', workings.Select(working => working.Function)) : "";

    private readonly string _owns = slots.Where(slot => slot.Source is SlotSource.User).Select(slot => slot.At).Distinct().Count().ToString(CultureInfo.InvariantCulture);

    /// <summary>What the words of the request say of the calculation, whatever its numbers.</summary>
    /// <param name="name">One of <see cref="Formula.Names"/>, or "none".</param>
    public List<ulong> OfName(string name)
    {
        var features = new List<ulong>(symbols.Count + 24) { Of("t", name) };
        AddEach(features, "w", name, symbols.All);
        AddEach(features, "c", name, symbols.Marks);
        var goal = symbols.Goal;
        features.Add(Of("h", name, _lastFunctions));
        features.Add(Of("g", name, symbols.GoalKind));
        features.Add(Of("g3", name, symbols[goal], symbols[goal + 1], symbols[goal + 2]));
        features.Add(Of("l", name, symbols.Count <= 4 ? "4" : symbols.Count <= 8 ? "8" : symbols.Count <= 16 ? "16" : "more", context.Question.Conversation.Turns.Count > 0 ? "later" : "first"));
        features.Add(Of("n", name, _owns));
        return features;
    }

    /// <summary>What speaks for a number, whatever is done with it.</summary>
    public List<ulong> OfSlot(Slot slot)
    {
        var source = slot.Source.ToString();
        var features = new List<ulong>(24) { Of("src", source) };
        AddEach(features, "k", source, slot.Links);
        if (slot.Source is SlotSource.Rest or SlotSource.Base or SlotSource.Earlier or SlotSource.Past || Array.IndexOf(slot.Links, "last") >= 0)
        {
            AddEach(features, "sw", source, symbols.All);
        }

        return features;
    }

    /// <summary>What speaks for a number in a role: as what is taken away, as the whole.</summary>
    public List<ulong> OfRole(string role, Slot slot)
    {
        var source = slot.Source.ToString();
        var features = new List<ulong>(32) { Of("rs", role, source, slot.Measure.ToString()) };
        AddEach(features, "kr", $"{role}|{source}", slot.Links);
        if (slot.IsSaid)
        {
            var at = slot.At;
            features.Add(Of("p1", role, symbols[at - 1]));
            features.Add(Of("p2", role, symbols[at - 2], symbols[at - 1]));
            features.Add(Of("n1", role, symbols[at + 1]));
            features.Add(Of("n2", role, symbols[at + 1], symbols[at + 2]));
            features.Add(Of("pn", role, symbols[at - 1], symbols[at + 1]));
            features.Add(Of("pos", role, at >= symbols.Goal ? "goal" : "before"));
            AddEach(features, "wl", role, symbols.Among(at - Near, at));
            AddEach(features, "wr", role, symbols.Among(at, at + Near + 1));
        }

        return features;
    }

    /// <summary>What speaks for a number in one place of a formula.</summary>
    public List<ulong> OfPlace(Formula formula, int place, Slot slot)
    {
        var name = formula.Places[place];
        var features = new List<ulong>(4) { Of("m", formula.Text, name, slot.Measure.ToString()), Of("s", formula.Text, name, slot.Source.ToString()) };
        if (slot.IsSaid)
        {
            features.Add(Of("f1", formula.Text, name, symbols[slot.At - 1]));
            features.Add(Of("f2", formula.Text, name, symbols[slot.At + 1]));
        }

        return features;
    }

    /// <summary>What speaks for all of a reading's numbers together.</summary>
    public List<ulong> OfAll(Formula formula, ReadOnlySpan<Slot> chosen, double value)
    {
        var features = new List<ulong>(32);
        for (var i = 0; i < symbols.Count; i++)
        {
            if (_isSaid[i] && !Has(chosen, i))
            {
                features.Add(Of("u", symbols[i]));
                features.Add(Of("up", symbols[i], symbols[i - 1]));
                features.Add(Of("un", symbols[i], symbols[i + 1]));
            }
        }

        AddTogether(features, formula, chosen);
        var gives = ResultOf(formula, chosen);
        features.Add(Of("y", symbols.GoalKind, gives));
        features.Add(Of("yg", gives, symbols[symbols.Goal], symbols[symbols.Goal + 1], symbols[symbols.Goal + 2]));
        features.Add(Of("v", formula.Text, double.IsNegative(value) ? "negative" : value == 0 ? "zero" : value < 1 ? "small" : "plain"));
        features.Add(Of("v", gives, double.IsNegative(value) ? "negative" : value == 0 ? "zero" : value < 1 ? "small" : value > 1e9 ? "huge" : "plain"));
        features.Add(Of("vi", symbols.GoalKind, gives, Math.Abs(value - Math.Round(value)) < 1e-9 ? "whole" : "broken"));
        return features;
    }

    /// <summary>What speaks for nothing being asked to be worked out.</summary>
    public List<ulong> OfNone()
    {
        var features = new List<ulong>(8);
        var unknown = 0;
        for (var i = 0; i < symbols.Count; i++)
        {
            var token = context.Question.Tokens[context.Words[i].Token];
            unknown += !context.Words[i].IsNumber && symbols[i] is not "@" && context.Words[i].Classes is WordClass.None && token is { IsWord: true, IsStopWord: false } && !StepWords.Is(token.Lower, (StepWord)~0) ? 1 : 0;
        }

        var said = slots.Where(slot => slot.IsSaid).Select(slot => slot.At).Distinct().Count();
        features.Add(Of("none", "unknown", Math.Min(unknown, 4).ToString(CultureInfo.InvariantCulture)));
        features.Add(Of("none", "said", said.ToString(CultureInfo.InvariantCulture), slots.Any(slot => slot.Source is SlotSource.User) ? "own" : "none"));
        features.Add(Of("none", "figures", slots.Count(slot => slot.Source is SlotSource.Figure).ToString(CultureInfo.InvariantCulture)));
        features.Add(Of("none", "goal", symbols.GoalKind, said > 0 ? "said" : "none"));
        features.Add(Of("none", "earlier", slots.Any(slot => slot.Source is SlotSource.Earlier) ? symbols.Count <= 5 ? "short" : "long" : "none"));
        return features;
    }

    /// <summary>How the reading stands to what the patterns make of the request.</summary>
    public ulong OfPattern(string formula, string what) => Of("x", formula, what);

    public ulong OfPattern(string what) => Of("x", what);

    private void AddTogether(List<ulong> features, Formula formula, ReadOnlySpan<Slot> chosen)
    {
        var figures = new List<FigureEntry>();
        for (var i = 0; i < chosen.Length; i++)
        {
            foreach (var figure in Wording.Figures(chosen[i].Term))
            {
                figures.Add(context.Resolver.Index[figure.Id]);
            }

            for (var j = i + 1; j < chosen.Length; j++)
            {
                var pair = formula.Pairs[(i * chosen.Length) + j];
                features.Add(Of("mm", pair, chosen[i].Measure.ToString(), chosen[j].Measure.ToString()));
                features.Add(Of("ss", pair, chosen[i].Source.ToString(), chosen[j].Source.ToString()));
                features.Add(Of("gt", pair, chosen[i].Value > chosen[j].Value ? "more" : "less"));
                if (chosen[i].IsSaid && chosen[j].IsSaid)
                {
                    features.Add(Of("o", pair, chosen[i].At < chosen[j].At ? "first" : "second"));
                }

                if (chosen[i].Measure != chosen[j].Measure && chosen[i].Measure is Measure.Amount or Measure.Money && chosen[j].Measure is Measure.Amount or Measure.Money)
                {
                    features.Add(Of("mix", formula.Text));
                }
            }
        }

        var count = 0;
        foreach (var slot in chosen)
        {
            count += slot.Source is SlotSource.Figure or SlotSource.Rest or SlotSource.Base ? 1 : 0;
        }

        features.Add(Of("fig", count.ToString(CultureInfo.InvariantCulture)));
        features.Add(Of("cov", count.ToString(CultureInfo.InvariantCulture), ((int)(context.Cover.Of([.. figures]) * 5.99)).ToString(CultureInfo.InvariantCulture), context.Cover.Count < 2 ? "few" : "some"));
        if (figures is [var one, var other])
        {
            features.Add(Of("link", Open.FigurePairs.AreLinked(one, other) ? "linked" : "apart"));
            features.Add(Of("kind", formula.Function ?? "", Open.FigurePairs.AreOfOneKind(one, other) ? "alike" : "unlike"));
            features.Add(Of("own", ((int)(Math.Min(context.Cover.Own(one, other), context.Cover.Own(other, one)) * 9.99)).ToString(CultureInfo.InvariantCulture)));
        }
    }

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

    private static string ResultOf(Formula formula, ReadOnlySpan<Slot> chosen)
    {
        var money = 0;
        var time = 0;
        var percent = 0;
        foreach (var slot in chosen)
        {
            money += slot.Measure is Measure.Money ? 1 : 0;
            time += slot.Measure is Measure.Time ? 1 : 0;
            percent += slot.Measure is Measure.Percent ? 1 : 0;
        }

        var what = formula.Gives is Measure.Percent || (percent > 0 && percent == chosen.Length) ? "percent"
            : money % 2 == 1 ? "money" : money > 0 ? "money2" : formula.Function is "divide" ? "quotient" : "amount";
        return time > 0 ? $"{what}/time" : what;
    }

    /// <summary>One feature for each of the texts: what stands before them is hashed once.</summary>
    private void AddEach(List<ulong> features, string kind, string name, ReadOnlySpan<string> texts)
    {
        var start = Mixed(Mixed(Mixed(Mixed(Offset, kind), "|"), name), "|");
        foreach (var text in texts)
        {
            var hash = Mixed(start, text);
            named?.Invoke(hash, $"{kind}|{name}|{text}");
            features.Add(hash);
        }
    }

    private ulong Of(string kind, params ReadOnlySpan<string> parts)
    {
        var hash = Mixed(Offset, kind);
        foreach (var part in parts)
        {
            hash = Mixed(Mixed(hash, "|"), part);
        }

        named?.Invoke(hash, $"{kind}|{string.Join('|', parts.ToArray())}");
        return hash;
    }

    private static ulong Mixed(ulong hash, string text)
    {
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }

    /// <summary>The hash of a feature as it is written down.</summary>
    public static ulong HashOf(ReadOnlySpan<char> text)
    {
        var hash = Offset;
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }
}

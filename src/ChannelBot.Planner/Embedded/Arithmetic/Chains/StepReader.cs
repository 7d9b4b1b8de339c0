using ChannelBot.Core.Quantities;
using Fractions;

namespace ChannelBot.Planner.Embedded.Arithmetic.Chains;

/// <summary>Reads what each number of a request does: by the small words and verbs beside it, whatever the rest of the wording.</summary>
internal sealed class StepReader(ClauseWords words)
{
    private const int Thousand = 1000;

    private readonly EachReader _each = new(words);

    public List<ChainStep> Steps { get; } = [];

    /// <summary>Figures of the article whose numbers the request repeats: "the 48 who…".</summary>
    public List<FigureEntry> Restated { get; } = [];

    /// <summary>Phrases that say of what a part is taken.</summary>
    public List<Range> Named { get; } = [];

    /// <summary>Phrases of who or what has so much each.</summary>
    public List<Range> Holders { get; } = [];

    private RequestContext Context => words.Context;

    /// <summary>False where a number stands in the request of which the words do not say what it does.</summary>
    public bool Read()
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words.IsRead(i))
            {
                continue;
            }

            var word = words.Words[i];
            if (!word.IsNumber)
            {
                ReadEveryTenth(i, word.Classes);
            }
            else if (!ReadNumber(i, word.Kind))
            {
                return false;
            }
        }

        return true;
    }

    private bool ReadNumber(int at, NumberKind kind) => kind switch
    {
        NumberKind.Year => true,
        NumberKind.Count when words[at] is "one" or "1" => true,
        NumberKind.Count when words[at - 1] is "per" or "every" or "each" => ReadOutOf(at),
        NumberKind.Duration => ReadSpan(at),
        NumberKind.Times => ReadTimes(at),
        NumberKind.Percent or NumberKind.Fraction => ReadShare(at),
        NumberKind.Count or NumberKind.Money => ReadOutOf(at) || ReadAfter(at) || ReadRestated(at) || ReadBefore(at) || ReadMore(at) || ReadCount(at),
        _ => false,
    };

    private bool ReadSpan(int at)
    {
        if (words[at - 1] is "every" or "per" or "each" or "than")
        {
            return false;
        }

        var mention = Mention(at);
        if (mention.Quantity.Value == Fraction.One && Context.Question.Numbers.Count(number => number.Form is NumberForm.Duration) > 1)
        {
            // "Over four months, what is one month": what it is so many to.
            return true;
        }

        Add(new SpanStep(at, mention.Quantity.TakenExactly(), Context.Question.Text[mention.NumberStart..mention.NumberEnd]), at, at + 1);
        return true;
    }

    private bool ReadTimes(int at)
    {
        var factor = Mention(at).Quantity.Value;
        Add(new TimesStep(at, factor, NumberText.Exact(factor)), at, words[at + 1] is "as" or "the" or "that" ? at + 2 : at + 1);
        return true;
    }

    /// <summary>"Every tenth arrival."</summary>
    private void ReadEveryTenth(int at, WordClass classes)
    {
        var of = (classes & WordClass.Tenth) != 0 ? 10 : (classes & WordClass.Fifth) != 0 ? 5 : (classes & WordClass.Quarter) != 0 || words[at] is "fourth" ? 4
            : (classes & WordClass.Third) != 0 ? 3 : words[at] is "second" ? 2 : 0;
        if (of > 0 && words[at - 1] is "every" or "each")
        {
            Add(new PartStep(at, Part(of), null, IsLost(at)), at - 1, at + 1);
            Name(at + 1);
        }
        else if (of > 2 && words[at - 1] is "a" or "one" && Direction(at) is { } isLess)
        {
            // "By a third next year": read with the word behind it, it is no fraction.
            Add(new PercentStep(at, Part(of), isLess), at - 1, at + 1);
        }
    }

    private static ConstantTerm Part(int of) =>
        new(new Fraction(1, of), of switch { 10 => "a tenth", 5 => "a fifth", 4 => "a quarter", 3 => "a third", _ => "half" });

    /// <summary>A part of something, or a rise or fall by so much of it.</summary>
    private bool ReadShare(int at)
    {
        var mention = Mention(at);
        if (Context.Resolver.Index.Entries.Any(entry => entry.Figure.Quantity.Value == mention.Quantity.Value && entry.Figure.Quantity.Unit == mention.Quantity.Unit) && !IsRepeated(at))
        {
            return false;
        }

        var user = Context.Resolver.User(new Range(at, at + 1));
        Term share = mention.Quantity.Unit == Unit.Percent ? user : new ConstantTerm(user.Quantity.Value, user.Text);
        if (words[at + 1] is "of" or "the" or "those" or "them" or "these" or "all" || mention.Form is NumberForm.OneIn)
        {
            Add(new PartStep(at, share, null, IsLost(at)), at, at + 1);
            Name(words[at + 1] is "of" ? at + 2 : at + 1);
            return true;
        }

        // "5% fewer than before": told of what was, and asked back from.
        if (Direction(at) is not { } isLess || Context.Says("before", "earlier", "previously", "instead", "originally", "last") || (Context.Says("than") && !Context.Says("next")))
        {
            return false;
        }

        Add(new PercentStep(at, share, isLess), at, at + 1);
        return true;
    }

    /// <summary>"40 of every 1,000", "of every 1,000 people 40".</summary>
    private bool ReadOutOf(int at)
    {
        var next = at + 1;
        while (next < words.Count && words[next] is "of" or "out" or "in" or "for" or "every" or "each")
        {
            next++;
        }

        if (next > at + 1 && IsCount(next) && !HasDeterminer(next))
        {
            Add(new PartStep(at, User(at), User(next), IsLost(at)), at, next + 1);
            Name(next + 1);
            return true;
        }

        if (words[at - 1] is "every" or "each" && words[at - 2] is "of" or "in" or "for")
        {
            for (var i = at + 1; i < words.Count; i++)
            {
                if (IsCount(i) && !words.IsRead(i))
                {
                    Add(new PartStep(at, User(i), User(at), IsLost(i)), at - 2, at + 1);
                    words.Read(i, i + 1);
                    Named.Add(new Range(at + 1, i));
                    return true;
                }
            }
        }

        return false;
    }

    private bool ReadAfter(int at) => !HasDeterminer(at) && _each.After(at) is { } each && ((each.Step.Each is "" && ReadBefore(at)) || Take(each));

    private bool ReadBefore(int at) => _each.Before(at) is { } each && Take(each);

    private bool Take(EachReader.Found found)
    {
        Steps.Add(found.Step);
        if (found.Named is { IsEmpty: false } named)
        {
            Holders.Add(named);
        }

        return true;
    }

    private bool ReadRestated(int at)
    {
        if (!(HasDeterminer(at) || Mention(at).Quantity.Value >= Thousand) || Context.Resolver.FigureWithValue(at, Around(at)) is not { } entry)
        {
            return false;
        }

        Restated.Add(entry);
        words.Read(at, at + 1);
        return true;
    }

    /// <summary>So many more or less than there are.</summary>
    private bool ReadMore(int at)
    {
        if (IsTarget(at) || MoreReader.IsLess(words, at, HedgeLength(at)) is not { } isLess)
        {
            return false;
        }

        var next = at + 1;
        while (next < words.Count && StepWords.Is(words[next], StepWord.Extra | StepWord.Fewer))
        {
            next++;
        }

        if (words[next] is "than")
        {
            return false;
        }

        var noun = words.Same(at, next) && words.IsContent(next) && !StepWords.Is(words[next], StepWord.Gain | StepWord.Loss) ? words[next] : null;
        Add(new MoreStep(at, User(at), isLess, noun), at, noun is "people" ? next + 1 : next);
        if (words[next] is "of")
        {
            Name(next + 1);
        }

        return true;
    }

    /// <summary>"To reach 12,500", "till a hundred": a number to come to, and not one that comes on top.</summary>
    private bool IsTarget(int at) =>
        (words.Words.Classes.HasFlag(WordClass.Reach) && Enumerable.Range(Math.Max(0, at - 3), at - Math.Max(0, at - 3)).Any(i => (words.Words[i].Classes & WordClass.Reach) != 0 && words.Same(i, at)))
        || words[at - 1] is "til" or "till" or "until" or "to" or "before" or "the";

    private bool ReadCount(int at)
    {
        if (Mention(at).Form is NumberForm.Count && words.Same(at, at + 1) && words.IsContent(at + 1))
        {
            Add(new CountStep(at, User(at), words[at + 1]), at, at + 1);
            return true;
        }

        // "Holds 90,000", "20 million pounds for all of them".
        if (Mention(at).Form is not NumberForm.Money && !StepWords.Is(words[at - 1], StepWord.Carry))
        {
            return false;
        }

        Add(new CountStep(at, User(at), ""), at, at + 1);
        return true;
    }

    /// <summary>The phrase that begins here, up to the verb that says what becomes of it.</summary>
    private void Name(int from)
    {
        var to = Phrases.End(words, from);
        if (to > from)
        {
            Named.Add(new Range(from, to));
            words.Read(to, words.ClauseEnd(from));
        }
    }

    /// <summary>Whether the words beside a percentage speak of a fall; null where they speak of no change.</summary>
    private bool? Direction(int at)
    {
        for (var distance = 1; distance < 8; distance++)
        {
            foreach (var i in (ReadOnlySpan<int>)[at - distance, at + distance])
            {
                if (!words.Same(at, i) || words[i] is "than")
                {
                    continue;
                }

                var classes = words.Words[i].Classes;
                if ((classes & (WordClass.Fall | WordClass.Less | WordClass.Rise | WordClass.More)) != 0)
                {
                    words.Read(i, i + 1);
                    return (classes & (WordClass.Fall | WordClass.Less)) != 0;
                }
            }
        }

        return null;
    }

    /// <summary>The article's own percentage is to come once more.</summary>
    private bool IsRepeated(int at) => words[at - 1] is "same" or "another" or "further" || Context.Says("again");

    private bool IsLost(int at)
    {
        for (var i = at + 1; i < words.ClauseEnd(at); i++)
        {
            if (StepWords.Is(words[i], StepWord.Loss) || words[i] is "not" or "never" || words[i].EndsWith("n't", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(ChainStep step, int from, int to)
    {
        Steps.Add(step);
        words.Read(from, to);
    }

    private NumberMention Mention(int at) => Context.Question.Numbers[words.Words[at].Number];

    private UserTerm User(int at) => Context.Resolver.User(new Range(at, at + 1));

    private bool IsCount(int at) => at < words.Count && words.Words[at].Kind == NumberKind.Count;

    /// <summary>A number with the words that say what it counts.</summary>
    private Range Around(int at)
    {
        var to = at + 1;
        while (words.Same(at, to) && words.IsContent(to))
        {
            to++;
        }

        return new Range(Math.Max(words.ClauseStart(at), at - 2), to);
    }

    /// <summary>"The 48", "those 60", "all 500", "the more than 50".</summary>
    private bool HasDeterminer(int at) => words[at - 1 - HedgeLength(at)] is "the" or "those" or "these" or "all";

    /// <summary>How many words of the number's hedge stand before it: two in "more than 50".</summary>
    private int HedgeLength(int at)
    {
        var start = Mention(at).Start;
        var length = 0;
        while (at - 1 - length >= 0 && words.Token(at - 1 - length).Start >= start)
        {
            length++;
        }

        return length;
    }
}

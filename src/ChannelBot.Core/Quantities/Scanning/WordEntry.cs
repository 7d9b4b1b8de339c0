using Fractions;

namespace ChannelBot.Core.Quantities.Scanning;

/// <summary>What the words around a number say of it.</summary>
[Flags]
internal enum WordRoles
{
    None = 0,
    Function = 1,
    Pointing = 2,
    Year = 4,
    Label = 8,
    Plural = 16,
    More = 32,
    Lasting = 64,
    Score = 128,
    Length = 256,
    Person = 512,
    Zero = 1024,
}

/// <summary>What part of a cardinal a word is.</summary>
internal enum NumeralKind
{
    None,

    /// <summary>zero to nineteen.</summary>
    Cardinal,

    /// <summary>twenty to ninety.</summary>
    Tens,

    /// <summary>dozen, hundred, thousand, million: multiplies what stands before.</summary>
    Scale,
}

/// <summary>All that is known of a word in connection with numbers. A word may be several things: "second", "third", "may".</summary>
internal sealed class WordEntry
{
    public NumeralKind Numeral { get; set; }

    public long Value { get; set; }

    /// <summary>26.7k: 1000; 0 where it is no such ending.</summary>
    public long Suffix { get; set; }

    public int Ordinal { get; set; }

    /// <summary>third, quarter: 3, 4; 0 where it is no part.</summary>
    public int Part { get; set; }

    public bool IsPluralPart { get; set; }

    public Fraction? Multiplier { get; set; }

    /// <summary>twice, double: 2, where something to multiply follows; 0 otherwise.</summary>
    public int Multiple { get; set; }

    public int Month { get; set; }

    /// <summary>noon: 720 minutes; -1 where it is no time of day.</summary>
    public int Clock { get; set; } = -1;

    public WordRoles Roles { get; set; }

    /// <summary>Units that begin with this word, longest first.</summary>
    public UnitPhrase[] Units { get; private set; } = [];

    /// <summary>Phrases that bound a number and have this word next to it, longest first.</summary>
    public Phrase[] Phrases { get; private set; } = [];

    /// <summary>Unit that this is only straight after digits; its case counts.</summary>
    public List<UnitPhrase>? Glued { get; set; }

    /// <summary>Currency that this is before a number.</summary>
    public UnitPhrase? Before { get; set; }

    /// <summary>May a number begin with this word?</summary>
    public bool Begins { get; set; }

    public bool Is(WordRoles role) => (Roles & role) != 0;

    public void Add(UnitPhrase phrase)
    {
        UnitPhrase[] units = [.. Units, phrase];
        Array.Sort(units, static (left, right) => right.Rest.Length - left.Rest.Length);
        Units = units;
    }

    public void Add(Phrase phrase)
    {
        Phrase[] phrases = [.. Phrases, phrase];
        Array.Sort(phrases, static (left, right) => right.Words.Length - left.Words.Length);
        Phrases = phrases;
    }
}

/// <summary>A spelling of a unit, its words after the first, and how many of the unit it is.</summary>
internal sealed record UnitPhrase(string[] Rest, Unit Unit, Fraction Size, string Spelling);

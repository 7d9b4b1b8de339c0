using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Guards;

/// <summary>One sentence of the article, read as the guards need it: once for all answers.</summary>
internal sealed class SentenceEvidence
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asserted = new(StringComparer.Ordinal);
    private readonly HashSet<string> _denied = new(StringComparer.Ordinal);

    public SentenceEvidence(Sentence sentence, IEnumerable<Entity> present, IEnumerable<string> speakers, IEnumerable<Figure> figures)
    {
        Sentence = sentence;
        Tokens = Tokenizer.Tokenize(sentence.Text);
        Kinds = Array.ConvertAll(Tokens, token => GuardWords.KindsOf(token.Lower));
        Numbers = [.. QuantityScanner.Scan(sentence.Text).Select(mention => KnownNumber.Of(mention, sentence.Text, sentence.Start))];
        Figures = [.. figures.Where(figure => !Numbers.Any(number => number.Value == figure.Quantity.Value.ToDouble()))];
        Speakers = [.. speakers];
        Present = [.. present.Select(entity => entity.Id), .. Speakers];
        ReadWords();
        ReadScopes();
    }

    public Sentence Sentence { get; }

    public Token[] Tokens { get; }

    public WordKinds[] Kinds { get; }

    public KnownNumber[] Numbers { get; }

    /// <summary>Figures that the sentence gives without a number: "another body" is one.</summary>
    public Figure[] Figures { get; }

    /// <summary>Entities that the sentence names, or that say what it says.</summary>
    public HashSet<string> Present { get; }

    /// <summary>Entities that say what the sentence, or a part of it, says.</summary>
    public HashSet<string> Speakers { get; }

    /// <summary>Stems that a negation governs, a list for each negation.</summary>
    public List<string[]> Denials { get; } = [];

    /// <summary>Has a denial of a denial: "not without".</summary>
    public bool DeniesTwice { get; private set; }

    /// <summary>Stems that a hedge governs, a list for each hedge.</summary>
    public List<string[]> Hedged { get; } = [];

    /// <summary>Whether a word stands in the sentence, by its stem or as written.</summary>
    public bool Has(in Token token) => _words.Contains(token.Stem) || _words.Contains(token.Lower);

    /// <summary>Whether the stem stands somewhere where no negation governs it.</summary>
    public bool Asserts(string stem) => _asserted.Contains(stem);

    public bool Denies(string stem) => _denied.Contains(stem);

    public HashSet<string> Words => _words;

    private void ReadWords()
    {
        foreach (var token in Tokens)
        {
            if (token.IsWord)
            {
                _words.Add(token.Stem);
                _words.Add(token.Lower);
            }
        }
    }

    private void ReadScopes()
    {
        Span<int> scope = stackalloc int[Polarity.Reach];
        Span<bool> denied = Tokens.Length <= 512 ? stackalloc bool[Tokens.Length] : new bool[Tokens.Length];
        for (var at = 0; at < Tokens.Length; at++)
        {
            if (Polarity.Denies(Tokens, Kinds, at))
            {
                DeniesTwice |= Polarity.DeniesTwice(Tokens, Kinds, at);
                var count = Polarity.Scope(Tokens, Kinds, at, scope);
                foreach (var index in scope[..count])
                {
                    denied[index] = true;
                }

                Keep(Denials, scope[..count]);
            }
            else if ((Kinds[at] & WordKinds.Hedge) != 0)
            {
                Keep(Hedged, scope[..Polarity.Scope(Tokens, Kinds, at, scope)]);
            }
        }

        for (var at = 0; at < Tokens.Length; at++)
        {
            (denied[at] ? _denied : _asserted).Add(Tokens[at].Stem);
        }
    }

    private void Keep(List<string[]> scopes, ReadOnlySpan<int> scope)
    {
        if (scope.Length == 0)
        {
            return;
        }

        var stems = new string[scope.Length];
        for (var i = 0; i < scope.Length; i++)
        {
            stems[i] = Tokens[scope[i]].Stem;
        }

        scopes.Add(stems);
    }
}

using System.Buffers;

namespace ChannelBot.Core.Grammar;

/// <summary>Which forms of a verb a word is.</summary>
[Flags]
internal enum Forms
{
    None = 0,
    Base = 1,
    S = 2,
    Past = 4,
    Participle = 8,
    Ing = 16,
}

/// <param name="Lemma">"sign" for "signing".</param>
/// <param name="IsOftenNoun">"report", "plan": a noun at least as often in its base and -s forms.</param>
internal sealed record VerbForm(string Lemma, Forms Forms, bool IsOftenNoun);

/// <summary>The verbs of news English in all their forms.</summary>
internal static class Verbs
{
    private static readonly Dictionary<string, VerbForm> s_forms = Load();
    private static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouy");

    /// <summary>The verb that a word (lower case) may be; unknown words are judged by their ending.</summary>
    public static VerbForm? Of(string word)
    {
        if (s_forms.TryGetValue(word, out var form))
        {
            return form;
        }

        var hyphen = word.LastIndexOf('-');
        if (hyphen > 0 && word[..hyphen] is "re" or "co" or "over" or "under" or "out" or "mis" or "pre")
        {
            return s_forms.GetValueOrDefault(word[(hyphen + 1)..]);
        }

        return Prefixed(word) ?? ByEnding(word);
    }

    public static string Lemma(string word) => Of(word)?.Lemma ?? word;

    /// <summary>"rename", "outlive", "misjudge": a known verb behind a prefix.</summary>
    private static VerbForm? Prefixed(string word)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["over", "under", "out", "mis", "dis", "re", "un"])
        {
            if (word.Length > prefix.Length + 3
                && word.StartsWith(prefix, StringComparison.Ordinal)
                && s_forms.TryGetValue(word[prefix.Length..], out var verb)
                && !verb.IsOftenNoun)
            {
                return verb with { Lemma = prefix + verb.Lemma };
            }
        }

        return null;
    }

    private static VerbForm? ByEnding(string word)
    {
        if (word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("eed", StringComparison.Ordinal))
        {
            return new VerbForm(Stem(word[..^2]), Forms.Past | Forms.Participle, false);
        }

        if (word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal) && word.AsSpan(0, word.Length - 3).ContainsAny(s_vowels))
        {
            return new VerbForm(Stem(word[..^3]), Forms.Ing, false);
        }

        if (word.Length > 5 && (word.EndsWith("ise", StringComparison.Ordinal) || word.EndsWith("ize", StringComparison.Ordinal) || word.EndsWith("ify", StringComparison.Ordinal)))
        {
            return new VerbForm(word, Forms.Base, true);
        }

        return null;
    }

    /// <summary>A guess at the base: "galvanis" → "galvanise", "plopp" → "plop".</summary>
    private static string Stem(string cut) => cut switch
    {
        [.., var a, var b] when a == b && b is not ('l' or 's' or 'z' or 'f' or 'e' or 'o') => cut[..^1],
        [.., 'i'] => cut[..^1] + "y",
        [.., 'v' or 's' or 'z' or 'c' or 'g' or 'u'] when !cut.EndsWith("ss", StringComparison.Ordinal) => cut + "e",
        [.., 'a' or 'i' or 'o' or 'u', 't'] when cut.Length > 4 => cut + "e",
        _ => cut,
    };

    private static Dictionary<string, VerbForm> Load()
    {
        var forms = new Dictionary<string, VerbForm>(StringComparer.Ordinal);
        foreach (var line in WordList.Lines("verbs-irregular.txt"))
        {
            var parts = line.Split(' ');
            var lemma = parts[0].TrimEnd('!');
            AddRegular(forms, lemma, false, parts[0] != lemma, withPast: false);
            foreach (var past in parts[1].Split('/'))
            {
                Add(forms, past, lemma, Forms.Past, false);
            }

            foreach (var participle in parts[2].Split('/'))
            {
                Add(forms, participle, lemma, Forms.Participle, false);
            }
        }

        foreach (var entry in WordList.Lines("verbs-regular.txt").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            var lemma = entry.TrimEnd('+', '!');
            AddRegular(forms, lemma, entry.Contains('+', StringComparison.Ordinal), entry.Contains('!', StringComparison.Ordinal), withPast: true);
        }

        return forms.ToDictionary(StringComparer.Ordinal);
    }

    private static void AddRegular(Dictionary<string, VerbForm> forms, string lemma, bool doubles, bool isNoun, bool withPast)
    {
        var stem = doubles ? lemma + lemma[^1] : lemma;
        var endsInConsonantY = lemma[^1] == 'y' && !"aeou".Contains(lemma[^2], StringComparison.Ordinal);
        Add(forms, lemma, lemma, Forms.Base, isNoun);
        Add(forms, endsInConsonantY ? lemma[..^1] + "ies" : NeedsEs(lemma) ? lemma + "es" : lemma + "s", lemma, Forms.S, isNoun);
        var silentE = lemma[^1] == 'e' && !lemma.EndsWith("ee", StringComparison.Ordinal) && !lemma.EndsWith("oe", StringComparison.Ordinal);
        var ing = lemma.EndsWith("ie", StringComparison.Ordinal) ? lemma[..^2] + "y" : silentE ? lemma[..^1] : Doubled(lemma, stem);
        Add(forms, ing + "ing", lemma, Forms.Ing, false);
        if (withPast && stem == lemma && IsBritishDouble(lemma))
        {
            // "cancelled" beside "canceled"
            Add(forms, lemma + "led", lemma, Forms.Past | Forms.Participle, false);
            Add(forms, lemma + "ling", lemma, Forms.Ing, false);
        }

        if (withPast)
        {
            var past = endsInConsonantY ? lemma[..^1] + "ied" : lemma[^1] == 'e' ? lemma + "d" : stem + "ed";
            Add(forms, past, lemma, Forms.Past | Forms.Participle, false);
        }
    }

    /// <summary>Irregular verbs double by sound: "cutting", "winning", "running", but "keeping", "bearing".</summary>
    private static string Doubled(string lemma, string stem) =>
        stem.Length > lemma.Length || lemma is not [.., var consonant, var vowel, var last] || "aeiou".Contains(consonant, StringComparison.Ordinal)
            || !"aeiou".Contains(vowel, StringComparison.Ordinal) || "aeiouwxy".Contains(last, StringComparison.Ordinal) || lemma.Length > 5 || !IsShort(lemma)
            ? stem
            : lemma + last;

    private static bool IsBritishDouble(string lemma) =>
        lemma.Length > 4 && lemma is [.., var consonant, 'a' or 'e' or 'i' or 'o', 'l'] && !"aeiou".Contains(consonant, StringComparison.Ordinal);

    private static bool IsShort(string lemma) => lemma is
        "begin" or "bet" or "bid" or "cut" or "dig" or "forget" or "get" or "hit" or "let" or "put" or "quit" or "rid" or "run" or "set"
        or "shed" or "shut" or "sit" or "spin" or "split" or "swim" or "upset" or "win";

    private static bool NeedsEs(string lemma) =>
        lemma[^1] is 's' or 'x' or 'z' or 'o' || lemma.EndsWith("ch", StringComparison.Ordinal) || lemma.EndsWith("sh", StringComparison.Ordinal);

    private static void Add(Dictionary<string, VerbForm> forms, string word, string lemma, Forms form, bool isNoun)
    {
        forms[word] = forms.TryGetValue(word, out var known)
            ? known with { Forms = known.Forms | form, IsOftenNoun = known.IsOftenNoun || isNoun }
            : new VerbForm(lemma, form, isNoun);
    }
}

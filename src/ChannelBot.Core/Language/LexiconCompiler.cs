namespace ChannelBot.Core.Language;

/// <summary>Makes the packed lexicon that the program carries of the word lists that people write.</summary>
/// <remarks>Parsing and stemming the lists would cost every cold start 40 ms; a test checks that the pack agrees with the lists.</remarks>
internal sealed class LexiconCompiler
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly List<string> _stems = [];
    private readonly List<int[]> _groups = [];
    private readonly List<int> _weights = [];
    private readonly List<(int Whole, int[] Parts)> _phrases = [];
    private readonly SortedSet<string> _spellings = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<int>> _sides = [];
    private readonly Dictionary<int, List<int>> _kinds = [];
    private readonly List<int> _kindNames = [];
    private readonly string _folder;

    private LexiconCompiler(string folder) => _folder = folder;

    /// <param name="folder">Holds the word lists: Language/Lexicon.Source.</param>
    public static (byte[] Lexicon, byte[] Spellings) Compile(string folder)
    {
        var compiler = new LexiconCompiler(folder);
        foreach (var file in Directory.GetFiles(folder, "synonyms-*.txt").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal))
        {
            foreach (var line in compiler.Lines(file))
            {
                compiler.AddSynonyms(line);
            }
        }

        compiler.AddKinds();
        compiler.AddCountries();
        compiler.AddOpposites();
        foreach (var file in new[] { "common-words.txt", "more-words.txt" })
        {
            compiler._spellings.UnionWith(compiler.Lines(file).SelectMany(line => line.Split(' ')));
        }

        compiler._spellings.UnionWith(compiler._spellings.SelectMany(Inflections.Of).ToArray());
        compiler._spellings.UnionWith(compiler.Lines("names.txt").SelectMany(line => line.Split(' ')));
        var spellings = new PackWriter();
        PackedWords.Write(spellings, [.. compiler._spellings.OrderBy(word => word.Length).ThenBy(word => word, StringComparer.Ordinal)]);
        return (compiler.Pack(), spellings.ToArray());
    }

    private IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(_folder, file)).Where(line => line.Length > 0 && line[0] != '#');

    private void AddSynonyms(string line)
    {
        if (line[0] == '>')
        {
            // What the first word is the name for: each of the others is near to it, and not to one another.
            var (general, members) = Halves(line[2..], ": ");
            Array.ForEach(members.Split(", "), member => AddGroup([general, member], 60));
            return;
        }

        AddGroup(line.TrimStart('=', '~', ' ').Split(", "), line[0] switch { '=' => 95, '~' => 50, _ => 80 });
    }

    private void AddGroup(IEnumerable<string> members, int weight)
    {
        _groups.Add([.. members.Select(IdOf).Distinct()]);
        _weights.Add(weight);
    }

    /// <summary>A word or phrase, "lose one's life"; phrases are also remembered as such.</summary>
    private int IdOf(string text)
    {
        var tokens = Tokenizer.Tokenize(text).Where(token => token.IsWord || token.End - token.Start == text.Length).ToArray();
        _spellings.UnionWith(tokens.Select(token => token.Lower).Where(word => word.Length > 1 && word.All(char.IsAsciiLetterLower)));
        if (tokens.Length == 1)
        {
            return IdOfStem(tokens[0].Stem);
        }

        var parts = tokens.Select(token => text[token.Start..token.End] is PhraseFinder.AnyPossessive ? PhraseFinder.AnyPossessive : token.Stem).ToArray();
        var isNew = !_words.ContainsKey(string.Join('_', parts));
        var whole = IdOfStem(string.Join('_', parts));
        if (isNew)
        {
            _phrases.Add((whole, [.. parts.Select(IdOfStem)]));
        }

        return whole;
    }

    private int IdOfStem(string stem)
    {
        if (!_words.TryGetValue(stem, out var id))
        {
            id = _stems.Count;
            _words.Add(stem, id);
            _stems.Add(stem);
        }

        return id;
    }

    private void AddKinds()
    {
        foreach (var line in Lines("kinds.txt"))
        {
            var (kind, words) = Halves(line, ": ");
            Array.ForEach(words.Split(' '), word => AddKind(IdOf(word.Replace('-', ' ')), kind));
        }
    }

    private void AddKind(int word, string kind)
    {
        var name = IdOfStem(kind);
        if (!_kindNames.Contains(name))
        {
            _kindNames.Add(name);
        }

        AddTo(_kinds, word, _kindNames.IndexOf(name));
    }

    /// <summary>A country's names and the words for its people are nearly one word for each other.</summary>
    private void AddCountries()
    {
        foreach (var line in Lines("countries.txt"))
        {
            var (names, demonyms) = Halves(line, ": ");
            var kind = names is "Europe" or "Asia" or "Africa" or "Balkans" or "Scandinavia" or "Arabia" ? "region" : "country";
            var single = names.Split(", ").Where(name => !name.Contains(' ', StringComparison.Ordinal)).ToArray();
            foreach (var name in single)
            {
                AddKind(IdOf(name), kind);
                AddKind(IdOf(name), "place");
            }

            Array.ForEach(demonyms.Split(' '), demonym => AddKind(IdOf(demonym), "nationality"));
            AddGroup([.. single, .. demonyms.Split(' ')], 90);
        }
    }

    /// <summary>Line n puts the words on its left on side 2n and those on its right on side 2n + 1.</summary>
    private void AddOpposites()
    {
        var side = 0;
        foreach (var line in Lines("opposites.txt"))
        {
            var (left, right) = Halves(line, " | ");
            AddSide(left, side);
            AddSide(right, side + 1);
            side += 2;
        }
    }

    private void AddSide(string words, int side)
    {
        foreach (var word in words.Split(' '))
        {
            var id = IdOf(word.TrimStart('*').Replace('_', ' '));
            AddTo(_sides, id, side);
            for (var group = 0; group < _groups.Count && word[0] == '*'; group++)
            {
                if (_groups[group][0] == id && _weights[group] >= 80)
                {
                    Array.ForEach(_groups[group], member => AddTo(_sides, member, side));
                }
            }
        }
    }

    private static (string Left, string Right) Halves(string line, string separator)
    {
        var halves = line.Split(separator, 2);
        return halves.Length == 2 ? (halves[0], halves[1]) : throw new BadInputException("lexicon", $"'{line}' has no '{separator}'.");
    }

    private static void AddTo(Dictionary<int, List<int>> lists, int key, int item)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        if (!list.Contains(item))
        {
            list.Add(item);
        }
    }

    private byte[] Pack()
    {
        var groupsOfWord = new Dictionary<int, List<int>>();
        for (var group = 0; group < _groups.Count; group++)
        {
            Array.ForEach(_groups[group], word => AddTo(groupsOfWord, word, group));
        }

        var phrasesOfWord = new Dictionary<int, List<int>>();
        for (var phrase = 0; phrase < _phrases.Count; phrase++)
        {
            AddTo(phrasesOfWord, _phrases[phrase].Parts[0], phrase);
        }

        // The longest first: it is the one meant where several fit.
        foreach (var phrases in phrasesOfWord.Values)
        {
            phrases.Sort((one, other) => (_phrases[other].Parts.Length, one).CompareTo((_phrases[one].Parts.Length, other)));
        }

        var pack = new PackWriter();
        PackedWords.Write(pack, _stems);
        pack.Lists(PerWord(groupsOfWord));
        pack.Lists(_groups);
        pack.Shorts([.. _weights.Select(weight => (ushort)weight)]);
        pack.Lists(PerWord(_sides));
        pack.Lists(PerWord(_kinds));
        pack.Shorts([.. _kindNames.Select(name => (ushort)name)]);
        pack.Lists(PerWord(phrasesOfWord));
        pack.Lists([.. _phrases.Select(phrase => phrase.Parts)]);
        pack.Shorts([.. _phrases.Select(phrase => (ushort)phrase.Whole)]);
        return pack.ToArray();
    }

    private List<IReadOnlyList<int>> PerWord(Dictionary<int, List<int>> lists) =>
        [.. Enumerable.Range(0, _stems.Count).Select(word => lists.TryGetValue(word, out var list) ? list : (IReadOnlyList<int>)[])];
}

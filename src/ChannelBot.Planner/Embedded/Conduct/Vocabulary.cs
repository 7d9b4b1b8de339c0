using ChannelBot.Planner.FixedTexts;

namespace ChannelBot.Planner.Embedded.Conduct;

/// <summary>The words that the patterns know: each has a number, and a mark for every class that it belongs to.</summary>
internal sealed class Vocabulary
{
    private const int MostClasses = 64;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byText;
    private readonly List<string> _words = [];
    private readonly List<ulong> _classesOf = [];
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly List<int[]?> _spellings = [];

    public Vocabulary()
    {
        _byText = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (name, words) in Entries("classes.txt"))
        {
            AddClass(name, words);
        }

        foreach (var (typed, meant) in Entries("spellings.txt"))
        {
            var id = Add(typed);
            _spellings.AddRange(Enumerable.Repeat<int[]?>(null, Math.Max(0, id + 1 - _spellings.Count)));
            _spellings[id] = [.. meant.Split(' ').Select(Add)];
        }
    }

    public int Count => _words.Count;

    public string Word(int id) => _words[id];

    public ulong ClassesOf(int id) => id < 0 ? 0 : _classesOf[id];

    /// <summary>-1 where the word is not known.</summary>
    public int Find(ReadOnlySpan<char> word) => _byText.TryGetValue(word, out var id) ? id : -1;

    /// <summary>The words that a typed form stands for ("dont" → "do", "not"); null where it stands for itself.</summary>
    public int[]? StandsFor(int id) => (uint)id < (uint)_spellings.Count ? _spellings[id] : null;

    public ulong Class(string name) =>
        _classes.TryGetValue(name, out var bit)
            ? 1UL << bit
            : throw new InvalidOperationException($"There is no word class '{name}'.");

    public bool Is(string name, in RequestWord word) => (word.Classes & Class(name)) != 0;

    public IEnumerable<int> MembersOf(ulong classes)
    {
        for (var id = 0; classes != 0 && id < _classesOf.Count; id++)
        {
            if ((_classesOf[id] & classes) != 0)
            {
                yield return id;
            }
        }
    }

    public int Add(string word)
    {
        if (!_ids.TryGetValue(word, out var id))
        {
            id = _words.Count;
            _ids.Add(word, id);
            _words.Add(word);
            _classesOf.Add(0);
        }

        return id;
    }

    private void AddClass(string name, string words)
    {
        if (_classes.Count == MostClasses)
        {
            throw new InvalidOperationException($"There are more than {MostClasses} word classes.");
        }

        var bit = 1UL << _classes.Count;
        _classes.Add(name, _classes.Count);
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] == '<')
            {
                var other = Class(word[1..^1]);
                for (var i = 0; i < _classesOf.Count; i++)
                {
                    _classesOf[i] |= (_classesOf[i] & other) != 0 ? bit : 0;
                }

                continue;
            }

            _classesOf[Add(word)] |= bit;
        }
    }

    private static IEnumerable<(string Name, string Words)> Entries(string file)
    {
        foreach (var line in EmbeddedText.RequiredLines("Embedded/Conduct/Words/" + file))
        {
            var equals = line.IndexOf(" = ", StringComparison.Ordinal);
            if (equals > 0 && line[0] != '#')
            {
                yield return (line[..equals], line[(equals + 3)..].Trim());
            }
        }
    }
}

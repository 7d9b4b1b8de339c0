namespace ChannelBot.Planner.Embedded.Arithmetic;

/// <summary>A run of words of a request: from <paramref name="From"/> to <paramref name="To"/>, exclusive.</summary>
internal readonly record struct Range(int From, int To)
{
    public bool IsEmpty => To <= From;
}

/// <summary>The words of a request that a pattern took out, by name.</summary>
internal sealed class Captures(int count)
{
    private readonly (string Name, Range Words)[] _items = new (string, Range)[count];
    private int _used;

    public Range? this[string name]
    {
        get
        {
            for (var i = 0; i < _used; i++)
            {
                if (string.Equals(_items[i].Name, name, StringComparison.Ordinal))
                {
                    return _items[i].Words;
                }
            }

            return null;
        }
    }

    public int Mark() => _used;

    public void Back(int mark) => _used = mark;

    public void Push(string name, Range words) => _items[_used++] = (name, words);
}

/// <summary>One way of asking for a calculation, compiled from a line of requests.txt, where the notation is explained.</summary>
internal sealed class RequestPattern
{
    private readonly Node[] _nodes;
    private readonly Need[] _needed;
    private readonly int _captures;

    private RequestPattern(string kind, Node[] nodes)
    {
        Kind = kind;
        IsFarFetched = kind is "perpair" or "rival" or "base" or "count" or "part" or "gap";
        _nodes = nodes;
        _captures = nodes.Count(node => node.Name is not null);
        _needed = [.. nodes.Where(node => node is { Type: NodeType.Word or NodeType.Number, Optional: false }).Select(node => new Need(node.Words, node.Classes, node.Kinds))];
        Array.Sort(_needed, static (one, other) => one.Breadth - other.Breadth);
    }

    /// <summary>What is asked for: "share", "difference".</summary>
    public string Kind { get; }

    /// <summary>It fits almost anything.</summary>
    public bool IsFarFetched { get; }

    /// <param name="text">The pattern, its macros already put in.</param>
    public static RequestPattern Parse(string kind, string text) =>
        new(kind, [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Node.Parse)]);

    /// <summary>What <paramref name="answer"/> gives for the first way in which all of <paramref name="words"/> fit and that it answers; null where there is none.</summary>
    public T? Match<T>(RequestWords words, Func<RequestPattern, Captures, T?> answer)
        where T : class
    {
        foreach (var needed in _needed)
        {
            if (!needed.IsMetBy(words))
            {
                return null;
            }
        }

        return Match(words, 0, 0, new Captures(_captures), answer);
    }

    private T? Match<T>(RequestWords words, int node, int at, Captures captures, Func<RequestPattern, Captures, T?> answer)
        where T : class
    {
        if (node == _nodes.Length)
        {
            return at == words.Count ? answer(this, captures) : null;
        }

        var current = _nodes[node];
        if (current.Type is NodeType.Gap)
        {
            return MatchGap(words, node, at, captures, answer);
        }

        var mark = captures.Mark();
        if (at < words.Count && current.Fits(words[at]))
        {
            if (current.Name is not null)
            {
                captures.Push(current.Name, new Range(at, at + 1));
            }

            if (Match(words, node + 1, at + 1, captures, answer) is { } found)
            {
                return found;
            }

            captures.Back(mark);
        }

        return current.Optional ? Match(words, node + 1, at, captures, answer) : null;
    }

    private T? MatchGap<T>(RequestWords words, int node, int at, Captures captures, Func<RequestPattern, Captures, T?> answer)
        where T : class
    {
        var current = _nodes[node];
        var next = node + 1 < _nodes.Length ? _nodes[node + 1] : null;
        var mark = captures.Mark();
        for (var end = at + (current.Optional ? 0 : 1); end <= words.Count; end++)
        {
            if (next is null)
            {
                end = words.Count < end ? end : words.Count;
            }
            else if (next is { Type: not NodeType.Gap, Optional: false } && (end == words.Count || !next.Fits(words[end])))
            {
                continue;
            }

            if (current.Name is not null)
            {
                captures.Push(current.Name, new Range(at, end));
            }

            if (Match(words, node + 1, end, captures, answer) is { } found)
            {
                return found;
            }

            captures.Back(mark);
        }

        return null;
    }

    /// <summary>A word or number without which a pattern cannot fit.</summary>
    private sealed record Need(int[] Words, WordClass Classes, NumberKind Kinds)
    {
        private ulong Marks { get; } = WordMarks.Of(Words);

        /// <summary>How much meets it: what little does is looked for first.</summary>
        public int Breadth => Words.Length + (Classes is WordClass.None ? 0 : 10) + (Kinds is NumberKind.None ? 0 : 5);

        public bool IsMetBy(RequestWords words) =>
            (words.Classes & Classes) != 0 || (words.Kinds & Kinds) != 0 || ((words.Marks & Marks) != 0 && words.HasAny(Words));
    }

    private enum NodeType
    {
        Word,
        Number,
        Gap,
    }

    private sealed record Node(NodeType Type, int[] Words, WordClass Classes, string? Name, NumberKind Kinds, bool Optional)
    {
        public bool Fits(in RequestWord word) => Type is NodeType.Number
            ? (word.Kind & Kinds) != 0
            : (word.Classes & Classes) != 0 || (word.Literal >= 0 && Array.IndexOf(Words, word.Literal) >= 0);

        public static Node Parse(string text)
        {
            var optional = text is ".." || text[^1] == '?';
            var body = text[^1] == '?' ? text[..^1] : text;
            if (body is "..")
            {
                return new(NodeType.Gap, [], WordClass.None, null, NumberKind.None, true);
            }

            if (body[0] == '{')
            {
                return new(NodeType.Gap, [], WordClass.None, body[1..^1], NumberKind.None, optional);
            }

            if (body[0] == '#')
            {
                var colon = body.IndexOf(':', StringComparison.Ordinal);
                var kinds = colon < 0 ? NumberKind.Any : Enum.Parse<NumberKind>(body.AsSpan(colon + 1), ignoreCase: true);
                return new(NodeType.Number, [], WordClass.None, colon < 0 ? body[1..] : body[1..colon], kinds, optional);
            }

            return ParseWord(body, optional);
        }

        /// <summary>A class element with bars inside its brackets stands for a class each.</summary>
        private static IEnumerable<string> Alternatives(string body)
        {
            var inClass = false;
            foreach (var part in body.Split('|'))
            {
                var opens = inClass || part[0] == '<';
                inClass = opens && part[^1] != '>';
                yield return opens ? $"<{part.Trim('<', '>')}>" : part;
            }
        }

        private static Node ParseWord(string body, bool optional)
        {
            var words = new List<int>();
            var classes = WordClass.None;
            foreach (var alternative in Alternatives(body))
            {
                if (alternative[0] == '<')
                {
                    classes |= Enum.Parse<WordClass>(alternative.AsSpan(1, alternative.Length - 2), ignoreCase: true);
                }
                else
                {
                    words.Add(PatternWords.Add(alternative));
                }
            }

            return new(NodeType.Word, [.. words], classes, null, NumberKind.None, optional);
        }
    }
}

using System.Runtime.InteropServices;
using ChannelBot.Planner.FixedTexts;

namespace ChannelBot.Planner.Embedded.Conduct;

/// <summary>A section of a pattern file: words that show what a request is, and words that speak against it.</summary>
/// <param name="Key">Key of the reviewed text that answers it.</param>
/// <param name="Tags">Further words of the header, such as the code of the reason.</param>
/// <param name="Rank">Order in the files: of two sections that match, the earlier counts.</param>
internal sealed record Section(string Key, IReadOnlyList<string> Tags, int Rank)
{
    public List<Pattern> Vetoes { get; } = [];

    public bool Is(string tag) => Tags.Contains(tag);
}

/// <summary>What a pattern found, in words of the request.</summary>
internal readonly record struct Found(Section Section, Pattern Pattern, int Start, int End);

/// <summary>The patterns of some files, filed under the words that they may begin with.</summary>
/// <remarks>
/// A file has sections: "[key tag tag]", then a pattern a line; a line that begins with "- " is a veto. A tag "unless:name" adds the vetoes
/// of the section "name".
/// </remarks>
internal sealed class PatternBook
{
    private readonly List<Section> _sections = [];
    private (Section Section, Pattern Pattern)[][] _byFirstWord = [];

    /// <param name="files">Paths under this planner's folder: "Conduct/Patterns/harm.txt".</param>
    public static PatternBook Read(Vocabulary vocabulary, params ReadOnlySpan<string> files)
    {
        var book = new PatternBook();
        var patterns = new List<(Section Section, Pattern Pattern)>();
        foreach (var file in files)
        {
            book.ReadFile(file, vocabulary, patterns);
        }

        book.ShareVetoes();
        book.File(patterns, vocabulary);
        return book;
    }

    public IReadOnlyList<Section> Sections => _sections;

    /// <summary>The first section, in the order of the files, that some words match and none speak against.</summary>
    /// <param name="isOutOfPlace">Tells a section that does not count for this request.</param>
    public Found? First(ReadOnlySpan<RequestWord> words, Func<Section, bool> isOutOfPlace)
    {
        var matches = new List<Found>();
        for (var at = 0; at < words.Length; at++)
        {
            foreach (var (section, pattern) in At(words[at]))
            {
                var end = pattern.Match(words, at);
                if (end >= 0)
                {
                    matches.Add(new Found(section, pattern, at, end));
                }
            }
        }

        return FirstAllowed(matches, words, isOutOfPlace);
    }

    /// <summary>The section of the longest phrase that begins at <paramref name="at"/>.</summary>
    /// <param name="only">Key of the one section to look in; null for all.</param>
    public Found? LongestAt(ReadOnlySpan<RequestWord> words, int at, string? only = null)
    {
        Found? longest = null;
        foreach (var (section, pattern) in At(words[at]))
        {
            var end = only is null || section.Key == only ? pattern.Match(words, at) : -1;
            if (end > (longest?.End ?? at))
            {
                longest = new Found(section, pattern, at, end);
            }
        }

        return longest;
    }

    private static Found? FirstAllowed(List<Found> matches, ReadOnlySpan<RequestWord> words, Func<Section, bool> isOutOfPlace)
    {
        Section? refused = null;
        while (matches.Count > 0)
        {
            var best = matches[0];
            foreach (var match in CollectionsMarshal.AsSpan(matches))
            {
                best = match.Section.Rank < best.Section.Rank ? match : best;
            }

            if (!isOutOfPlace(best.Section) && !IsVetoed(best.Section, words))
            {
                return best;
            }

            refused = best.Section;
            matches.RemoveAll(match => match.Section == refused);
        }

        return null;
    }

    private static bool IsVetoed(Section section, ReadOnlySpan<RequestWord> words)
    {
        foreach (var veto in section.Vetoes)
        {
            for (var at = 0; at < words.Length; at++)
            {
                if (veto.Match(words, at) >= 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private ReadOnlySpan<(Section Section, Pattern Pattern)> At(RequestWord word) =>
        word.Id >= 0 && word.Id < _byFirstWord.Length ? _byFirstWord[word.Id] : [];

    private void ReadFile(string file, Vocabulary vocabulary, List<(Section Section, Pattern Pattern)> patterns)
    {
        Section? section = null;
        foreach (var raw in EmbeddedText.RequiredLines("Embedded/" + file))
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line[0] == '[')
            {
                var header = line[1..^1].Split(' ');
                _sections.Add(section = new Section(header[0], header[1..], _sections.Count));
            }
            else if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                section!.Vetoes.Add(Pattern.Parse(line[2..], vocabulary));
            }
            else
            {
                patterns.Add((section!, Pattern.Parse(line, vocabulary)));
            }
        }
    }

    private void ShareVetoes()
    {
        foreach (var section in _sections)
        {
            foreach (var tag in section.Tags.Where(tag => tag.StartsWith("unless:", StringComparison.Ordinal)))
            {
                section.Vetoes.AddRange(_sections.Single(other => other.Key == tag["unless:".Length..]).Vetoes);
            }
        }
    }

    private void File(List<(Section Section, Pattern Pattern)> patterns, Vocabulary vocabulary)
    {
        var filed = new List<(Section, Pattern)>?[vocabulary.Count];
        var isSeen = new bool[vocabulary.Count];
        foreach (var entry in patterns)
        {
            Array.Clear(isSeen);
            foreach (var word in entry.Pattern.FirstWords(vocabulary))
            {
                if (!isSeen[word])
                {
                    isSeen[word] = true;
                    (filed[word] ??= []).Add(entry);
                }
            }
        }

        _byFirstWord = [.. filed.Select(list => list?.ToArray() ?? [])];
    }
}

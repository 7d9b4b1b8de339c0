using System.Text.RegularExpressions;
using DiffPlex;

namespace ChannelBot.Testing.Comparison;

/// <summary>The difference of two texts word by word: a number with its commas is one word, each sign another.</summary>
public static partial class WordDiff
{
    private static readonly Words s_words = new();

    /// <returns>In the order of the texts; where words were replaced, the missing ones come before the unexpected ones.</returns>
    public static IReadOnlyList<DiffPiece> Of(string expected, string actual)
    {
        var diff = Differ.Instance.CreateDiffs(expected, actual, ignoreWhiteSpace: false, ignoreCase: false, s_words);
        var (old, now) = (diff.PiecesOld, diff.PiecesNew);
        var pieces = new List<DiffPiece>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            Add(DiffKind.Same, old, at, block.DeleteStartA - at);
            Add(DiffKind.Missing, old, block.DeleteStartA, block.DeleteCountA);
            Add(DiffKind.Unexpected, now, block.InsertStartB, block.InsertCountB);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Add(DiffKind.Same, old, at, old.Count - at);
        return pieces;

        void Add(DiffKind kind, IReadOnlyList<string> from, int start, int count)
        {
            if (count > 0)
            {
                pieces.Add(new DiffPiece(kind, string.Concat(from.Skip(start).Take(count))));
            }
        }
    }

    [GeneratedRegex(@"\d[\d.,:]*\d|[\p{L}\p{M}\p{N}]+|\s+|[\uD800-\uDBFF][\uDC00-\uDFFF]|.", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    private sealed class Words : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => [.. Word().Matches(text).Select(word => word.Value)];
    }
}

using System.Text.RegularExpressions;
using DiffPlex;

namespace ChannelBot.Testing.Comparison;

/// <summary>The difference of two texts word by word: a number with its commas is one word, each sign another.</summary>
public static partial class WordDiff
{
    /// <summary>How many times as long as the words between them both changes are.</summary>
    private const int Accident = 3;

    private static readonly Words s_words = new();

    /// <returns>In the order of the texts; where words were replaced, the missing ones come before the unexpected ones.</returns>
    public static IReadOnlyList<DiffPiece> Of(string expected, string actual)
    {
        var diff = Differ.Instance.CreateDiffs(expected, actual, ignoreWhiteSpace: false, ignoreCase: false, s_words);
        var edits = new List<Edit>();
        var at = 0;
        foreach (var block in diff.DiffBlocks)
        {
            edits.Add(new Edit(
                Join(diff.PiecesOld, at, block.DeleteStartA - at),
                Join(diff.PiecesOld, block.DeleteStartA, block.DeleteCountA),
                Join(diff.PiecesNew, block.InsertStartB, block.InsertCountB)));
            at = block.DeleteStartA + block.DeleteCountA;
        }

        edits.Add(new Edit(Join(diff.PiecesOld, at, diff.PiecesOld.Count - at), "", ""));
        Join(edits);
        return [.. edits.SelectMany(edit => edit.Pieces).Where(piece => piece.Text.Length > 0)];
    }

    private static string Join(IReadOnlyList<string> pieces, int start, int count) => string.Concat(pieces.Skip(start).Take(count));

    /// <summary>A word or two between long changes are there by accident, and read better as part of one change.</summary>
    private static void Join(List<Edit> edits)
    {
        for (var at = 1; at < edits.Count; at++)
        {
            while (at > 0 && at < edits.Count && edits[at].Before.Length * Accident <= Math.Min(edits[at - 1].Length, edits[at].Length))
            {
                var (first, second) = (edits[at - 1], edits[at]);
                edits[at - 1] = first with
                {
                    Missing = first.Missing + second.Before + second.Missing,
                    Unexpected = first.Unexpected + second.Before + second.Unexpected,
                };
                edits.RemoveAt(at--);
            }
        }
    }

    [GeneratedRegex(@"\d[\d.,:]*\d|[\p{L}\p{M}\p{N}]+|\s+|[\uD800-\uDBFF][\uDC00-\uDFFF]|.", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    /// <summary>A change, with what is the same before it.</summary>
    private sealed record Edit(string Before, string Missing, string Unexpected)
    {
        public int Length => Math.Max(Missing.Length, Unexpected.Length);

        public IEnumerable<DiffPiece> Pieces => [new(DiffKind.Same, Before), new(DiffKind.Missing, Missing), new(DiffKind.Unexpected, Unexpected)];
    }

    private sealed class Words : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => [.. Word().Matches(text).Select(word => word.Value)];
    }
}

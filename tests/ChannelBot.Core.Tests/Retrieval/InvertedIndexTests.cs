using ChannelBot.Core.Retrieval;
using CsCheck;

namespace ChannelBot.Core.Tests.Retrieval;

public sealed class InvertedIndexTests
{
    private static readonly Gen<int[][]> Documents = Gen.Int[0, 12].Array[0, 20].Array[1, 40];

    [Fact]
    public void Search_finds_exactly_the_documents_that_have_a_term() =>
        Gen.Select(Documents, Gen.Int[0, 14].Array[0, 4]).Sample((documents, query) =>
        {
            var found = Search(Index(documents), query, documents.Length).Select(document => document.Document).Order();
            Assert.Equal(Enumerable.Range(0, documents.Length).Where(document => documents[document].Intersect(query).Any()), found);
        });

    [Fact]
    public void Search_gives_the_best_first_and_equal_ones_in_their_order() =>
        Gen.Select(Documents, Gen.Int[0, 12].Array[1, 4]).Sample((documents, query) =>
        {
            var found = Search(Index(documents), query, documents.Length);
            Assert.Equal(found.OrderByDescending(document => document.Score).ThenBy(document => document.Document), found);
        });

    [Fact]
    public void A_shorter_list_is_the_beginning_of_a_longer_one() =>
        Gen.Select(Documents, Gen.Int[0, 12].Array[1, 4], Gen.Int[0, 40]).Sample((documents, query, top) =>
        {
            var index = Index(documents);
            Assert.Equal(Search(index, query, documents.Length).Take(top), Search(index, query, top));
        });

    [Fact]
    public void A_search_within_a_range_leaves_out_the_others_and_changes_no_score() =>
        Gen.Select(Documents, Gen.Int[0, 12].Array[1, 4], Gen.Int[0, 39], Gen.Int[0, 40]).Sample((documents, query, from, count) =>
        {
            var first = Math.Min(from, documents.Length);
            var end = Math.Min(first + count, documents.Length);
            var index = Index(documents);
            var expected = Search(index, query, documents.Length).Where(document => document.Document >= first && document.Document < end);
            Assert.Equal(expected, index.Search(Query(query), documents.Length, first, end));
        });

    [Fact]
    public void A_rare_term_counts_more_than_a_common_one()
    {
        var found = Search(Index([[1, 3], [1, 4], [1, 5], [2, 6]]), [1, 2], 4);
        Assert.Equal(3, found[0].Document);
    }

    [Fact]
    public void More_of_a_term_counts_more_and_less_each_time()
    {
        var scores = Enumerable.Range(1, 5).Select(frequency => InvertedIndex.Frequency(frequency, 10, 10)).ToArray();
        var steps = scores.Zip(scores.Skip(1), (one, next) => next - one).ToArray();
        Assert.All(steps, step => Assert.True(step > 0));
        Assert.Equal(steps.OrderDescending(), steps);
    }

    [Fact]
    public void An_empty_index_finds_nothing() => Assert.Empty(Search(new InvertedIndex(), [1], 3));

    private static InvertedIndex Index(int[][] documents)
    {
        var index = new InvertedIndex();
        foreach (var document in documents)
        {
            index.Add(document);
        }

        return index;
    }

    private static ScoredDocument[] Search(InvertedIndex index, int[] terms, int top) => index.Search(Query(terms), top, 0, index.Count);

    private static IEnumerable<QueryTerm> Query(int[] terms) => terms.Select(term => new QueryTerm(term, 1));
}

using System.Collections.Concurrent;
using ChannelBot.Core.Language;

namespace ChannelBot.Core.Evidence;

/// <summary>How near in meaning a question comes to the expected questions of each class, whatever words they share.</summary>
/// <param name="asksOf">The expected questions of a class.</param>
/// <remarks>Places are looked up for the classes that are compared, once for each: those of all expected questions would take a tenth of a second.</remarks>
internal sealed class ClassMeanings(Func<int, IEnumerable<string>> asksOf)
{
    /// <summary>By how much a class gains on another, as a logarithm, for being nearer by 1; 7 to 14 serve equally well.</summary>
    private const float OfMeaning = 10;

    /// <summary>Nearness in meaning does not bring up what the words make less likely than this.</summary>
    private const float Unlikely = 0.002f;

    /// <summary>So many of the likeliest classes are compared.</summary>
    private const int Most = 8;

    private readonly ConcurrentDictionary<int, float[][]> _places = new();

    /// <summary>Shifts likelihood to the classes with a question that comes nearest in meaning; that of all the likely ones together stays.</summary>
    /// <param name="place">The question's.</param>
    public void Weigh(float[] place, float[] likelihoods)
    {
        var likely = Likeliest(likelihoods);
        if (likely.Length < 2)
        {
            return;
        }

        var (before, after) = (0f, 0f);
        foreach (var of in likely)
        {
            before += likelihoods[of];
            likelihoods[of] *= MathF.Exp(OfMeaning * Nearness(place, of));
            after += likelihoods[of];
        }

        foreach (var of in likely)
        {
            likelihoods[of] *= before / after;
        }
    }

    /// <summary>By how much the questions of a class from <paramref name="first"/> on come nearer than those before.</summary>
    public float Lead(float[] place, int of, int first)
    {
        var places = PlacesOf(of);
        return Nearest(place, places.AsSpan(first)) - Nearest(place, places.AsSpan(0, first));
    }

    private static int[] Likeliest(float[] likelihoods)
    {
        var likely = new List<int>();
        for (var of = 0; of < likelihoods.Length; of++)
        {
            if (likelihoods[of] >= Unlikely)
            {
                likely.Add(of);
            }
        }

        return likely.Count <= Most ? [.. likely] : [.. likely.OrderByDescending(of => likelihoods[of]).Take(Most)];
    }

    /// <summary>To the nearest of its questions.</summary>
    private float Nearness(float[] place, int of) => Nearest(place, PlacesOf(of));

    private static float Nearest(float[] place, ReadOnlySpan<float[]> others)
    {
        var nearest = -1f;
        foreach (var other in others)
        {
            nearest = Math.Max(nearest, Meanings.Product(place, other));
        }

        return nearest;
    }

    private float[][] PlacesOf(int of) =>
        _places.TryGetValue(of, out var places) ? places : _places.GetOrAdd(of, [.. asksOf(of).Select(ask => Meanings.English.Of(Tokenizer.Tokenize(ask)))]);
}

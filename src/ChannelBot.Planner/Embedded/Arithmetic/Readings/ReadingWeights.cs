using System.Globalization;

namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>How much each feature speaks for a reading, learnt by tools/readings.</summary>
internal sealed class ReadingWeights
{
    private readonly Dictionary<ulong, float> _weights;

    private ReadingWeights(Dictionary<ulong, float> weights) => _weights = weights;

    /// <summary>Those that come with the program.</summary>
    public static ReadingWeights Load()
    {
        var weights = new Dictionary<ulong, float>();
        foreach (var line in Resource.Lines("Readings/weights.txt"))
        {
            var blank = line.LastIndexOf(' ');
            weights[ReadingFeatures.HashOf(line.AsSpan(0, blank))] = float.Parse(line.AsSpan(blank + 1), CultureInfo.InvariantCulture);
        }

        return new ReadingWeights(weights);
    }

    public double Sum(List<ulong> features)
    {
        double sum = 0;
        foreach (var feature in features)
        {
            sum += _weights.GetValueOrDefault(feature);
        }

        return sum;
    }
}

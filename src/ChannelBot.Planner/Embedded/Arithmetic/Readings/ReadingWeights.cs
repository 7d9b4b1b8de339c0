using System.Globalization;
using System.Runtime.InteropServices;

namespace ChannelBot.Planner.Embedded.Arithmetic.Readings;

/// <summary>How much each feature speaks for a reading, learnt by tools/readings.</summary>
internal sealed class ReadingWeights
{
    private const int Whole = -1;

    private readonly Dictionary<ulong, (int Start, int Count)> _places = [];
    private readonly List<(int Subject, float Weight)> _weights = [];

    private ReadingWeights(IEnumerable<string> lines, Formulas formulas)
    {
        foreach (var line in lines)
        {
            Add(line, formulas);
        }
    }

    /// <summary>Those that come with the program.</summary>
    public static ReadingWeights Load() => new(Resource.Lines("Readings/weights.txt"), Formulas.English);

    /// <summary>What a feature says that is about a whole reading; 0 for nothing.</summary>
    public float this[ulong feature] => _places.TryGetValue(feature, out var place) ? _weights[place.Start].Weight : 0;

    public float Sum(List<ulong> features)
    {
        float sum = 0;
        foreach (var feature in features)
        {
            sum += this[feature];
        }

        return sum;
    }

    /// <summary>Adds what each of the features says of every subject, by the subject's number (<see cref="Formulas.SubjectCount"/>).</summary>
    public void Add(List<ulong> features, Span<float> toSubjects)
    {
        var weights = CollectionsMarshal.AsSpan(_weights);
        foreach (var feature in features)
        {
            if (_places.TryGetValue(feature, out var place))
            {
                foreach (var (subject, weight) in weights.Slice(place.Start, place.Count))
                {
                    toSubjects[subject] += weight;
                }
            }
        }
    }

    /// <summary>"w|above", a tab, then what it says, by tabs: "0.12" by itself, or of a subject: "share 0.12".</summary>
    private void Add(string line, Formulas formulas)
    {
        var text = line.AsSpan();
        var end = text.IndexOf('\t');
        var start = _weights.Count;
        foreach (var range in text[(end + 1)..].Split('\t'))
        {
            var field = text[(end + 1)..][range];
            var blank = field.LastIndexOf(' ');
            var subject = blank < 0 ? Whole : formulas.SubjectOf(field[..blank]);
            if (blank < 0 || subject >= 0)
            {
                _weights.Add((subject, float.Parse(field[(blank + 1)..], CultureInfo.InvariantCulture)));
            }
        }

        _places[ReadingFeatures.HashOf(text[..end])] = (start, _weights.Count - start);
    }
}

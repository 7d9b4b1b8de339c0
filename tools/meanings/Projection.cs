using System.Numerics.Tensors;

namespace ChannelBot.Meanings;

/// <summary>The directions in which the encoder's places differ most: fewer numbers that say nearly as much.</summary>
internal sealed class Projection
{
    private const int Rounds = 60;

    private readonly float[][] _directions;

    /// <summary>Orthogonal iteration on the second moments of <paramref name="places"/>.</summary>
    public Projection(IEnumerable<float[]> places, int dimensions)
    {
        var moments = Enumerable.Range(0, Encoder.Dimensions).Select(_ => new float[Encoder.Dimensions]).ToArray();
        foreach (var place in places)
        {
            for (var i = 0; i < moments.Length; i++)
            {
                TensorPrimitives.MultiplyAdd(place, place[i], moments[i], moments[i]);
            }
        }

        var random = new Random(5);
        _directions = [.. Enumerable.Range(0, dimensions).Select(_ => moments.Select(_ => (float)(random.NextDouble() - 0.5)).ToArray())];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < dimensions; i++)
            {
                var direction = _directions[i];
                _directions[i] = [.. moments.Select(row => TensorPrimitives.Dot<float>(row, direction))];
            }

            Orthonormalise();
        }
    }

    public float[] Of(float[] place) => [.. _directions.Select(direction => TensorPrimitives.Dot<float>(direction, place))];

    private void Orthonormalise()
    {
        for (var i = 0; i < _directions.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var share = TensorPrimitives.Dot<float>(_directions[i], _directions[j]);
                TensorPrimitives.MultiplyAdd(_directions[j], -share, _directions[i], _directions[i]);
            }

            TensorPrimitives.Divide(_directions[i], TensorPrimitives.Norm<float>(_directions[i]), _directions[i]);
        }
    }
}

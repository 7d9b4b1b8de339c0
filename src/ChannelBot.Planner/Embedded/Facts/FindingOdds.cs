using System.Collections.Frozen;
using System.Globalization;
using ChannelBot.Planner.FixedTexts;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>How likely a finding answers a question, denies what it takes for granted, or does neither: the sum of what each sign tells.</summary>
/// <param name="asksWhether">Of a claim, or a question for yes or no, some signs tell something else.</param>
internal sealed class FindingOdds(bool asksWhether)
{
    private const string File = "Embedded/Facts/odds.txt";

    private static readonly Lazy<FrozenDictionary<string, Weights>> s_weights = new(() => Read(asksWhether: false));
    private static readonly Lazy<FrozenDictionary<string, Weights>> s_weightsOfWhether = new(() => Read(asksWhether: true));

    /// <summary>How much a sign tells for an answer and for a denial, each against silence: logits.</summary>
    private readonly record struct Weights(float Answers, float Denies);

    private readonly FrozenDictionary<string, Weights> _weights = (asksWhether ? s_weightsOfWhether : s_weights).Value;
    private float _answers, _denies;

    /// <summary>How likely the sentence answers, denies, and does neither: together 1.</summary>
    public (float Answers, float Denies, float IsSilent) Likelihoods
    {
        get
        {
            var most = Math.Max(0, Math.Max(_answers, _denies));
            var (answers, denies, isSilent) = (MathF.Exp(_answers - most), MathF.Exp(_denies - most), MathF.Exp(-most));
            var sum = answers + denies + isSilent;
            return (answers / sum, denies / sum, isSilent / sum);
        }
    }

    public void Add(string sign, bool isThere)
    {
        if (isThere)
        {
            Add(sign, 1f);
        }
    }

    public void Add(string sign, float value)
    {
        if (value != 0 && _weights.TryGetValue(sign, out var weights))
        {
            _answers += weights.Answers * value;
            _denies += weights.Denies * value;
        }
    }

    private static FrozenDictionary<string, Weights> Read(bool asksWhether) => EmbeddedText.RequiredLines(File)
        .Where(line => line.Length > 0 && line[0] is not '#')
        .Select(line => line.Split(": "))
        .ToFrozenDictionary(parts => parts[0], parts => WeightsOf(parts[1].Split(' '), asksWhether ? 2 : 0), StringComparer.Ordinal);

    private static Weights WeightsOf(string[] numbers, int from) =>
        new(float.Parse(numbers[from], CultureInfo.InvariantCulture), float.Parse(numbers[from + 1], CultureInfo.InvariantCulture));
}

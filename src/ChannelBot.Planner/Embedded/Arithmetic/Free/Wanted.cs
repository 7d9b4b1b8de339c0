using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic.Free;

/// <summary>What kind of number a request asks for: "how many people" no length, "how much older" nothing but ages.</summary>
internal sealed class Wanted
{
    private readonly Dimension? _dimension;
    private readonly bool _isCount;
    private readonly bool _isAge;
    private readonly string? _which;

    public Wanted(RequestWords words)
    {
        _which = FigurePhrase.WhichOf(words.Question.Tokens);
        for (var i = 0; i < words.Count; i++)
        {
            _isAge |= words[i].Lower is "age" or "ages" or "aged" or "old" or "older" or "younger" or "eldest" or "oldest" or "youngest";
            if (words[i].Lower is not "many" || i + 1 >= words.Count)
            {
                continue;
            }

            var at = i + 1;
            while (at + 1 < words.Count && (words[at].Classes & (WordClass.More | WordClass.Less)) != 0)
            {
                at++;
            }

            _dimension = Measured(words[at].Lower);
            _isCount = _dimension is null;
        }
    }

    public bool Fits(FigureEntry entry)
    {
        var dimension = entry.Figure.Quantity.Unit.Dimension;
        return _isAge == entry.Figure.Form is NumberForm.Age
            && (!_isCount || _isAge || dimension is Dimension.Count or Dimension.None or Dimension.Ratio)
            && (_dimension is not { } asked || dimension == asked || (asked is Dimension.PercentagePoints && dimension is Dimension.Percent))
            && (_which is null || entry.Which is null || entry.Which == _which || entry.Which == "last" || _which == "last");
    }

    private static Dimension? Measured(string word) => word switch
    {
        "metres" or "meters" or "kilometres" or "kilometers" or "miles" or "feet" or "inches" or "km" or "centimetres" or "millimetres" or "yards" => Dimension.Length,
        "hours" or "minutes" or "days" or "weeks" or "months" or "years" or "seconds" or "nights" => Dimension.Time,
        "pounds" or "dollars" or "euros" or "cents" or "pence" or "quid" => Dimension.Money,
        "points" or "percentage" or "percent" => Dimension.PercentagePoints,
        "degrees" => Dimension.Temperature,
        "tonnes" or "kilos" or "kilograms" or "tons" or "grams" => Dimension.Mass,
        _ => null,
    };
}

using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Embedded.Arithmetic.Open;

/// <summary>What kind of figure the words of a request allow: an age, a length of time, money, a count.</summary>
internal sealed class AskedMeasure
{
    private readonly bool _isAge;
    private readonly bool _isTime;
    private readonly bool _isCount;
    private readonly string? _which;
    private readonly Dimension[] _only;

    public AskedMeasure(RequestContext context)
    {
        var isMany = context.Says("many");
        var isMoney = context.Says("pounds", "dollars", "euros", "cents", "pence", "money", "cash");
        _isAge = context.Says("older", "younger", "age", "ages", "old");
        _isCount = isMany && !isMoney && !context.Says("points", "times");
        _isTime = context.Says("long", "longer", "shorter", "sooner", "later", "earlier", "quicker", "faster", "slower", "time", "duration")
            || context.Resolver.Has(new Range(0, context.Words.Count), WordClass.Day | WordClass.Week | WordClass.Month | WordClass.Hour | WordClass.Minute)
            || (context.Says("years") && !_isAge);
        _only = context.Says("longer", "shorter") ? [Dimension.Time, Dimension.Length]
            : context.Says("quicker", "sooner", "later", "earlier") ? [Dimension.Time]
            : context.Says("dearer", "cheaper", "costlier") ? [Dimension.Money]
            : context.Says("heavier", "lighter") ? [Dimension.Mass]
            : context.Says("warmer", "hotter", "colder", "cooler") ? [Dimension.Temperature] : [];
        _which = FigurePhrase.WhichOf(context.Question.Tokens);
    }

    public bool MayBe(FigureEntry entry)
    {
        var figure = entry.Figure;
        if (!OperandResolver.IsCountable(figure.Form) || OperandResolver.IsStray(figure) || (_isAge != (figure.Form is NumberForm.Age)))
        {
            return false;
        }

        if (_only.Length > 0 && Array.IndexOf(_only, figure.Quantity.Unit.Dimension) < 0)
        {
            return false;
        }

        return figure.Quantity.Unit.Dimension switch
        {
            Dimension.Time when !_isAge => _isTime,
            Dimension.Count or Dimension.None or Dimension.Percent or Dimension.Ratio => true,
            _ => !_isCount,
        } && !(_which is not null && entry.Which is not null && _which != entry.Which && IsOnly(entry));
    }

    /// <summary>A time that is named beside another one in the request may be either's.</summary>
    private static bool IsOnly(FigureEntry entry) => entry.Which is "this" or "next";
}

using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Quantities;
using Microsoft.SemanticKernel;

namespace ChannelBot.Planner.Plugins;

/// <summary>What the kernel functions of one turn have returned. Only what stands here may stand in an answer.</summary>
/// <remarks>A kernel function gives the model text to read; the object it was made from stays here, since the function-calling
/// pipeline turns whatever a function returns into JSON. Functions reach the ledger of their turn through the kernel that calls them.</remarks>
public sealed class TurnLedger
{
    /// <summary>Its name in <see cref="Kernel.Data"/>.</summary>
    public const string Key = "ledger";

    private readonly List<object?> _returned = [];
    private readonly List<CalculationResult> _calculations = [];
    private readonly List<IReadOnlyList<Working>> _earlier = [];

    /// <summary>The results of this turn's calls, in the order of the calls; an exception where a call failed.</summary>
    public IReadOnlyList<object?> Returned => _returned;

    /// <summary>Calculations of the last two answers that had any: "earlier:1" is the first of the last one, whose calculations come before the other's.</summary>
    public IReadOnlyList<Working> Earlier { get; private set; } = [];

    /// <summary>Calculations of this turn, in order: "working:1" is the first.</summary>
    public IReadOnlyList<CalculationResult> Calculations => _calculations;

    /// <summary>Says what was answered before the request that comes next.</summary>
    public void Follow(ConversationState conversation) => Follow(EarlierWorkings.All(conversation));

    /// <summary>Says what the answer before was calculated by.</summary>
    public void Follow(IReadOnlyList<Working> earlier) => Earlier = earlier;

    /// <summary>What "earlier" was at one of this turn's calls, counted from 0; one that failed returned nothing and is not counted.</summary>
    public IReadOnlyList<Working> EarlierAt(int call) => _earlier.Count is 0 ? Earlier : _earlier[Math.Min(call, _earlier.Count - 1)];

    /// <exception cref="InvalidOperationException">The kernel serves no turn.</exception>
    public static TurnLedger Of(Kernel kernel) =>
        kernel.Data.TryGetValue(Key, out var ledger) && ledger is TurnLedger found
            ? found
            : throw new InvalidOperationException("This kernel serves no turn: it has no ledger.");

    /// <summary>Notes <paramref name="result"/> and hands it back; a kernel function's last step.</summary>
    public T Return<T>(T result)
    {
        _returned.Add(result);
        _earlier.Add(Earlier);
        if (result is CalculationResult calculation)
        {
            _calculations.Add(calculation);
        }

        return result;
    }

    /// <summary>Notes a calculation that was part of what a function did, and not its result.</summary>
    public void Record(CalculationResult calculation) => _calculations.Add(calculation);
}

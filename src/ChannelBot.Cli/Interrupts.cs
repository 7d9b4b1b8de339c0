using System.Runtime.InteropServices;

namespace ChannelBot.Cli;

/// <summary>Ctrl-C: it ends what is being waited for, where something can be waited for without, and else the program.</summary>
internal sealed class Interrupts : IDisposable
{
    private readonly CancellationTokenSource _program = new();
    private readonly List<PosixSignalRegistration> _signals = [];
    private CancellationTokenSource? _held;

    /// <summary>Cancelled when the program is to end.</summary>
    public CancellationToken Program => _program.Token;

    /// <summary>Takes the process's signals. A second one ends the program at once, in case the first does not.</summary>
    public static Interrupts OfProcess()
    {
        var interrupts = new Interrupts();
        interrupts._signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = interrupts.Interrupt()));
        interrupts._signals.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = interrupts.End()));
        return interrupts;
    }

    /// <summary>Does work that Ctrl-C ends without ending the program.</summary>
    /// <returns>Null where it was ended so.</returns>
    public async Task<T?> UntilInterruptedAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where T : class
    {
        using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Volatile.Write(ref _held, held);
        try
        {
            return await work(held.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && held.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            Volatile.Write(ref _held, null);
        }
    }

    /// <summary>What Ctrl-C does.</summary>
    /// <returns>False where the program was told before, and the system is to end it.</returns>
    public bool Interrupt()
    {
        if (Interlocked.Exchange(ref _held, null) is not { } held)
        {
            return End();
        }

        held.Cancel();
        return true;
    }

    public void Dispose()
    {
        _signals.ForEach(signal => signal.Dispose());
        _program.Dispose();
    }

    private bool End()
    {
        if (_program.IsCancellationRequested)
        {
            return false;
        }

        _program.Cancel();
        return true;
    }
}

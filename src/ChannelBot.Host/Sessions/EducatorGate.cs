namespace ChannelBot.Host.Sessions;

/// <summary>Lets in who has the educator key.</summary>
internal sealed class EducatorGate(EducatorKey key, GuessLimits guesses)
{
    private const string Off = "Sessions are off: whoever runs this host sets Sessions__EducatorKey in its environment.";

    /// <returns>Null for who may go on.</returns>
    /// <exception cref="Operations.TooMuchAtOnceException">Too many wrong keys came from this address.</exception>
    public Refused? Refuse(HttpContext http, string? typed)
    {
        if (!key.IsOn)
        {
            return new Refused(StatusCodes.Status403Forbidden, "SessionsOff", Off);
        }

        var isRight = key.Is(typed);
        guesses.RequireKey(GuessLimits.AddressOf(http), isRight);
        return isRight ? null : new Refused(StatusCodes.Status403Forbidden, "WrongKey", "That is not the educator key. Whoever runs this host has it.");
    }
}

namespace ChannelBot.Cli.Doctor;

/// <summary>Runs checks one after the other.</summary>
internal sealed class DoctorRun(IReadOnlyList<ICheck> checks)
{
    public async Task<IReadOnlyList<Finding>> FindAsync(CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        foreach (var check in checks)
        {
            try
            {
                await foreach (var finding in check.RunAsync(cancellationToken))
                {
                    findings.Add(finding);
                }
            }
#pragma warning disable CA1031 // The boundary: a check that fails must not keep the others from being seen.
            catch (Exception fault) when (fault is not (OperationCanceledException or Core.BadInputException))
#pragma warning restore CA1031
            {
                findings.Add(new Finding(
                    FindingKind.Fault, check.Name, $"could not be checked: {fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}", "This is a fault of the program: please report it."));
            }
        }

        return findings;
    }
}

using ChannelBot.Core;
using ChannelBot.Testing.Running;
using ChannelBot.Testing.Updating;

namespace ChannelBot.Cli.Scripting;

/// <summary>Offers the bot's new words for lines that do not hold, one by one, and writes those that are taken into the scripts.</summary>
internal sealed class UpdateDialog(Terminal terminal)
{
    private const string Question = "Take it? [y]es, [n]o, [a]ll that follow, [q]uit: ";

    private readonly Page _page = new(terminal);
    private bool _takesAll;
    private bool _hasQuit;

    /// <exception cref="BadInputException">A build server runs this: nobody there could answer.</exception>
    public static void RequirePerson(Terminal terminal)
    {
        if (terminal.IsBuildServer)
        {
            throw new BadInputException("update", "--update asks a person about every line and rewrites scripts; it is refused where CI=true. Run it on your own machine and commit the scripts.");
        }
    }

    /// <returns>Whether everything that did not hold was taken in.</returns>
    public async Task<bool> HoldAsync(TestRun run, CancellationToken cancellationToken)
    {
        var taken = 0;
        foreach (var update in ScriptUpdate.Of(run.Results))
        {
            taken += await OfferAsync(update, cancellationToken);
        }

        return taken == run.Results.Sum(result => result.Turns.Sum(turn => turn.Failures.Count)) && run.Results.All(result => result.Problem is null);
    }

    private async Task<int> OfferAsync(ScriptUpdate update, CancellationToken cancellationToken)
    {
        foreach (var line in update.ByHand)
        {
            _page.Item("·", line, TestPage.Wrong);
        }

        var accepted = new List<LineProposal>();
        foreach (var proposal in update.Proposals)
        {
            if (!_hasQuit && await IsTakenAsync(proposal, cancellationToken))
            {
                accepted.Add(proposal);
            }
        }

        if (accepted.Count > 0)
        {
            await UserFile.WriteAsync(update.Path, "paths", update.With(accepted), cancellationToken);
            _page.Heading(FormattableString.Invariant($"{update.Path}: {accepted.Count} of {update.Proposals.Count} lines written"), TestPage.Right);
        }

        return accepted.Count;
    }

    private async Task<bool> IsTakenAsync(LineProposal proposal, CancellationToken cancellationToken)
    {
        _page.Heading($"{proposal.Place}: {(proposal.Old is null ? "a line more" : proposal.New is null ? "no line" : "other words")}", TestPage.Strong);
        DiffText.Write(terminal, proposal.Diff);
        while (!_takesAll)
        {
            await terminal.Out.WriteAsync(Question);
            await terminal.FlushAsync();
            var answer = await terminal.In.ReadLineAsync(cancellationToken);
            if (!terminal.Interactive)
            {
                await terminal.Out.WriteLineAsync();
            }

            switch (answer?.Trim().ToUpperInvariant())
            {
                case "Y" or "YES":
                    return true;
                case "N" or "NO":
                    return false;
                case "A" or "ALL":
                    _takesAll = true;
                    break;
                case null or "Q" or "QUIT":
                    _hasQuit = true;
                    return false;
            }
        }

        return true;
    }
}

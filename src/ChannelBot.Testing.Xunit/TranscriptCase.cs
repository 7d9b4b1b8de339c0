using ChannelBot.BotFramework.Turns;
using ChannelBot.Testing.Drivers;
using ChannelBot.Testing.Results;
using ChannelBot.Testing.Running;
using ChannelBot.Testing.Scripts;
using Xunit.Sdk;

namespace ChannelBot.Testing.Xunit;

/// <summary>One conversation of a script, as written or with one line said in another way.</summary>
public sealed class TranscriptCase : IXunitSerializable
{
    private int _phrasing;

    /// <summary>For xunit, which fills it in.</summary>
    [Obsolete("A theory gets its rows from [Transcript].")]
    public TranscriptCase()
        : this("", "", 0)
    {
    }

    private TranscriptCase(string path, string name, int phrasing) => (Path, Name, _phrasing) = (path, name, phrasing);

    /// <summary>The script's file.</summary>
    public string Path { get; private set; }

    /// <summary>"arrivals", "arrivals, asked as “How many came?”".</summary>
    public string Name { get; private set; }

    /// <summary>The script itself.</summary>
    /// <exception cref="ScriptFormatException">The file holds mistakes; all are named.</exception>
    public Script Script => Phrasings()[_phrasing].Script;

    /// <summary>Holds the conversation with a bot in this process, whose clock stands and whose ids are the same in every run.</summary>
    /// <exception cref="ScriptFailedException">It does not go as the script says.</exception>
    public Task ShouldHoldAsync(IBot bot, CancellationToken cancellationToken = default) => ShouldHoldAsync(new InProcessDriver(bot), cancellationToken: cancellationToken);

    /// <summary>Holds the conversation. Where its script is for a channel that the driver cannot be, the test is skipped.</summary>
    /// <param name="driver">The caller's to dispose of; one serves all conversations.</param>
    /// <exception cref="ScriptFailedException">It does not go as the script says, or the bot could not be asked.</exception>
    /// <exception cref="ScriptFormatException">The file holds mistakes; all are named.</exception>
    public async Task ShouldHoldAsync(IBotDriver driver, RunOptions? options = null, CancellationToken cancellationToken = default)
    {
        var results = await new ScriptRunner(driver, options).RunAsync([Phrasings()[_phrasing]], cancellationToken: cancellationToken);
        if (results is [{ Skipped: { } reason }, ..])
        {
            throw new ScriptSkippedException(reason);
        }

        ScriptFailedException.ThrowUnlessPassed(results);
    }

    public override string ToString() => Name;

    void IXunitSerializable.Serialize(IXunitSerializationInfo info)
    {
        info.AddValue("path", Path);
        info.AddValue("name", Name);
        info.AddValue("phrasing", _phrasing);
    }

    void IXunitSerializable.Deserialize(IXunitSerializationInfo info)
    {
        Path = info.GetValue<string>("path")!;
        Name = info.GetValue<string>("name")!;
        _phrasing = info.GetValue<int>("phrasing");
    }

    /// <summary>A file with mistakes is one row, which fails with them: the others are held all the same.</summary>
    internal static IEnumerable<TranscriptCase> In(string path)
    {
        try
        {
            return [.. Phrasings(path).Select((phrasing, at) => new TranscriptCase(
                path, phrasing.Script.Name + (phrasing.Paraphrase is { } words ? $", asked as “{words.Text}”" : ""), at))];
        }
        catch (ScriptFormatException)
        {
            return [new TranscriptCase(path, System.IO.Path.GetFileName(path), 0)];
        }
    }

    private IReadOnlyList<Phrasing> Phrasings() => Phrasings(Path);

    private static IReadOnlyList<Phrasing> Phrasings(string path) => [.. ScriptFiles.Read(path).SelectMany(script => script.Phrasings)];
}

using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace ChannelBot.Testing.Xunit;

/// <summary>Makes each conversation that scripts tell a row of a theory whose one parameter is a <see cref="TranscriptCase"/>.</summary>
/// <param name="pattern">A file, "scripts/greeting.chat", or many: * stands for anything in a name, ** for any folders,
/// "scripts/**/*.chat". A relative one starts at the test program's folder, or at the first folder above it that has what it begins with.</param>
/// <example><code>
/// [Theory, Transcript("scripts/**/*.chat")]
/// public Task Holds(TranscriptCase conversation) => conversation.ShouldHoldAsync(bot);
/// </code></example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class TranscriptAttribute(string pattern) : DataAttribute
{
    public string Pattern { get; } = pattern;

    /// <exception cref="FileNotFoundException">No file is there: a theory without rows would look like one that holds.</exception>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var files = ScriptPattern.FilesOf(Pattern, AppContext.BaseDirectory);
        return files.Count > 0
            ? ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([.. files.SelectMany(TranscriptCase.In).Select(conversation => new TheoryDataRow<TranscriptCase>(conversation))])
            : throw new FileNotFoundException($"[Transcript(\"{Pattern}\")] finds no file from {AppContext.BaseDirectory} upwards.");
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}

using Xunit.v3;

namespace ChannelBot.Testing.Xunit;

/// <summary>A script is for a channel on which the bot is not: xunit.v3 shows its test as skipped, by how the message begins.</summary>
public sealed class ScriptSkippedException(string reason) : Exception(DynamicSkipToken.Value + reason);

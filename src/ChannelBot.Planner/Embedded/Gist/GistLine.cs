using ChannelBot.Core.Knowledge;

namespace ChannelBot.Planner.Embedded.Gist;

/// <summary>A line that a gist may have.</summary>
/// <param name="Id">Of the sentence, figure, entity or quote that it stands for: what was told is not told again.</param>
/// <param name="Text">The article's words, with what is needed to read them alone; no mark.</param>
/// <param name="Sources">Places that hold what it says, at most three.</param>
/// <param name="Sentence">Id of the sentence it comes from, by which it belongs to a topic.</param>
/// <param name="Worth">The greater, the sooner it is chosen.</param>
/// <param name="Order">Chosen lines stand in this order.</param>
public sealed record GistLine(string Id, string Text, IReadOnlyList<Span> Sources, string Sentence, float Worth, int Order);

/// <summary>The lines of a gist, in their order.</summary>
/// <param name="Left">How many more there are.</param>
/// <param name="OffTopic">The article has such lines, but none on the topic.</param>
public sealed record GistLines(IReadOnlyList<GistLine> Lines, int Left, bool OffTopic);

using ChannelBot.Core.Evidence;
using ChannelBot.Core.Language;

namespace ChannelBot.Planner.Embedded.Reading;

/// <summary>What a request asks of the article.</summary>
internal sealed record QuestionReading
{
    public required Question Question { get; init; }

    public required AskKind Kind { get; init; }

    /// <summary>What it asks about; the words that only frame it are left out.</summary>
    public required IReadOnlyList<Term> Terms { get; init; }

    /// <summary>Index into <see cref="Terms"/> of the noun after "which", "what" or "how many"; -1 where there is none.</summary>
    public int Focus { get; init; } = -1;

    /// <summary>Index of the term that names who is to have said it; -1 where nobody is named.</summary>
    public int Speaker { get; init; } = -1;

    /// <summary>Index of the term that names who is to have done it; -1 where nobody is named.</summary>
    public int Agent { get; init; } = -1;

    /// <summary>Indices of the terms that a question offers for choice ("a man or a woman"); empty where it offers none.</summary>
    public IReadOnlyList<int> Alternatives { get; init; } = [];

    public bool Negated { get; init; }

    /// <summary>It asks whether a thing is certain, rather than whether it is so.</summary>
    public bool AsksCertainty { get; init; }

    /// <summary>It points back: "it", "that", "there", or it leaves out what it is about.</summary>
    public bool RefersBack { get; init; }

    /// <summary>A name that neither the article nor its curation knows, as typed; null where there is none.</summary>
    public string? UnknownName { get; init; }

    public Token TokenOf(int term) => Question.Tokens[Terms[term].FirstToken];

    public string WordsOf(int term) =>
        Question.Text[Question.Tokens[Terms[term].FirstToken].Start..Question.Tokens[Terms[term].EndToken - 1].End];
}

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

    /// <summary>What each of <see cref="Terms"/> does in the question.</summary>
    public required IReadOnlyList<PartOfSpeech> Parts { get; init; }

    /// <summary>Index into <see cref="Terms"/> of the noun after "which", "what" or "how many"; -1 where there is none, or where it only says of what kind the answer is.</summary>
    public int Focus { get; init; } = -1;

    /// <summary>The noun stands behind a form of "be": "what was the cost".</summary>
    public bool IsFocusLinked { get; init; }

    /// <summary>Index into <see cref="Terms"/> of the verb that says what happened; -1 where there is none with a meaning of its own.</summary>
    public int MainVerb { get; init; } = -1;

    /// <summary>It is done to whoever is asked for: "who was rescued".</summary>
    public bool IsPassive { get; init; }

    /// <summary>It opens with "how" and asks of no degree: how a thing was done.</summary>
    public bool IsBareHow { get; init; }

    /// <summary>A whole event is wanted: "what happened", "what's going on".</summary>
    public bool AsksWhatHappened { get; init; }

    /// <summary>A name is wanted, not a description.</summary>
    public bool WantsName { get; init; }

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

    /// <summary>"Who else said so?": somebody besides whoever the last answer was of.</summary>
    public bool AsksWhoElse => RefersBack && Kind is AskKind.WhoSaid && Array.Exists(Question.Tokens, token => token.Lower is "else");

    /// <summary>A name that neither the article nor its curation knows, as typed; null where there is none.</summary>
    public string? UnknownName { get; init; }

    /// <summary>What it says by itself: words that describe, and the kind of thing asked for, hardly count.</summary>
    public float OwnContent
    {
        get
        {
            var content = 0f;
            for (var term = 0; term < Terms.Count; term++)
            {
                var isTime = Terms[term].FirstToken is > 0 and var at && Question.Tokens[at].Lower is "week" or "month" or "weekend" && Question.Tokens[at - 1].Lower is "next" or "last" or "this";
                content += isTime ? 0 : Terms[term].Weight * (Parts[term] is PartOfSpeech.Noun or PartOfSpeech.Name or PartOfSpeech.Verb ? 1 : 0.4f);
            }

            return content;
        }
    }

    /// <summary>Whether the term stands right behind the agent, or behind "the ones who": what they are to have done.</summary>
    public bool IsDoneByAgent(int term) => Agent >= 0 && Parts[term] is PartOfSpeech.Verb
        && Terms[term].FirstToken > Terms[Agent].FirstToken && !Enumerable.Range(Agent + 1, term - Agent - 1).Any(between => Parts[between] is PartOfSpeech.Verb);

    /// <summary>Stem of the term's last word, the head of a phrase.</summary>
    public string StemOf(int term) => Question.Tokens[Terms[term].EndToken - 1].Stem;

    public Token TokenOf(int term) => Question.Tokens[Terms[term].FirstToken];

    public string WordsOf(int term) =>
        Question.Text[Question.Tokens[Terms[term].FirstToken].Start..Question.Tokens[Terms[term].EndToken - 1].End];
}

using ChannelBot.Core.Evidence;
using ChannelBot.Core.Grammar;

namespace ChannelBot.Planner.Embedded.Reading;

/// <summary>What a term does in its question.</summary>
internal enum PartOfSpeech
{
    Noun,
    Name,
    Verb,
    Describing,
    Number,

    /// <summary>A small word: "off", "inside", "not".</summary>
    Other,
}

/// <summary>A question's words with what each of them does in it.</summary>
internal sealed class QuestionGrammar
{
    private static readonly Capitals s_none = new();

    private readonly Question _question;
    private readonly Word[] _words;

    /// <summary>For each token the word that it is part of.</summary>
    private readonly int[] _wordOf;

    private QuestionGrammar(Question question, Word[] words)
    {
        _question = question;
        _words = words;
        _wordOf = new int[question.Tokens.Length];
        for (int token = 0, word = 0; token < _wordOf.Length; token++)
        {
            while (word + 1 < words.Length && words[word].End <= question.Tokens[token].Start)
            {
                word++;
            }

            _wordOf[token] = word;
        }

        FindInvertedVerb();
    }

    public static QuestionGrammar Of(Question question)
    {
        var words = WordReader.Read(question.Text, 0, question.Numbers);
        Tagger.Tag(words, s_none);
        return new QuestionGrammar(question, words);
    }

    /// <summary>A verb that says what happened, or a form of "be", stands in it.</summary>
    public bool IsClause => Array.Exists(_words, word => word.Tag is Tag.VerbPast or Tag.VerbS or Tag.Modal or Tag.Be or Tag.Have or Tag.Do);

    public Tag TagOf(int token) => _words[_wordOf[token]].Tag;

    /// <summary>One for each of <paramref name="terms"/>: that of its last word, the head of a phrase.</summary>
    public PartOfSpeech[] Parts(IReadOnlyList<Term> terms)
    {
        var parts = new PartOfSpeech[terms.Count];
        for (var term = 0; term < terms.Count; term++)
        {
            parts[term] = terms[term].IsEntity ? PartOfSpeech.Name : Part(TagOf(terms[term].EndToken - 1));
        }

        return parts;
    }

    /// <summary>The last noun of the noun group that begins at <paramref name="token"/>: "paper" of "French paper", "countries" of "of the three countries"; -1 where none begins there.</summary>
    public int HeadNoun(int token)
    {
        var head = -1;
        for (; token < _question.Tokens.Length; token++)
        {
            var word = _words[_wordOf[token]];
            if (head >= 0 && _question.Tokens[token].IsStopWord)
            {
                return head;
            }

            switch (word.Tag)
            {
                case Tag.Noun or Tag.Name when head < 0 && word.Verb is { IsOftenNoun: false }:
                    // "what happens to it"
                    return -1;
                case Tag.Noun or Tag.Name when word.Verb is not { IsOftenNoun: false }:
                    // "the council's new fleet": the owner is not what is asked for.
                    if (IsOwner(token) && HeadNoun(token + 1) is >= 0 and var owned)
                    {
                        return owned;
                    }

                    head = token;
                    break;
                case Tag.Adjective or Tag.Determiner or Tag.Possessive or Tag.Number or Tag.Adverb when head < 0:
                case Tag.Preposition when head < 0 && word.Lower == "of":
                    break;
                default:
                    return head;
            }
        }

        return head;
    }

    private bool IsOwner(int token) =>
        _question.Text.AsSpan(_question.Tokens[token].Start.._question.Tokens[token].End) is [.., '\'' or '’', 's' or 'S'] or [.., 's' or 'S', '\'' or '’'];

    /// <summary>"which countries do migrants pass through": behind "do" and its subject stands a verb, whatever it looks like.</summary>
    private void FindInvertedVerb()
    {
        var auxiliary = Array.FindIndex(_words, word => word.Tag is Tag.Do);
        if (auxiliary < 0 || auxiliary + 2 >= _words.Length)
        {
            return;
        }

        for (var i = auxiliary + 2; i < _words.Length; i++)
        {
            ref var word = ref _words[i];
            if (word.IsVerb || word.IsBoundary)
            {
                return;
            }

            if (word.Tag is Tag.Noun && _words[i - 1].Tag is Tag.Noun or Tag.Name or Tag.Pronoun && (word.Verb ?? Verbs.Of(word.Lower)) is { } verb && (verb.Forms & Forms.Base) != 0)
            {
                word.Tag = Tag.VerbBase;
                return;
            }
        }
    }

    private static PartOfSpeech Part(Tag tag) => tag switch
    {
        Tag.Noun => PartOfSpeech.Noun,
        Tag.Name => PartOfSpeech.Name,
        Tag.VerbBase or Tag.VerbS or Tag.VerbPast or Tag.Participle or Tag.VerbIng => PartOfSpeech.Verb,
        Tag.Adjective or Tag.Adverb => PartOfSpeech.Describing,
        Tag.Number => PartOfSpeech.Number,
        _ => PartOfSpeech.Other,
    };
}

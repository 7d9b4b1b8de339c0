using System.Collections.Frozen;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;

namespace ChannelBot.Core.Evidence;

/// <summary>Turns a knowledge file into passages, and notes which words each of them holds.</summary>
internal sealed class ArticleIndexBuilder
{
    /// <summary>Words of the passage itself count in full, the rest of its sentence nearly, its neighbourhood a little.</summary>
    private const float Own = 1f;
    private const float SameSentence = 0.75f;
    private const float SameParagraph = 0.3f;

    /// <summary>A single word by which a fact may be asked for helps to find it; that the fact covers the word it does not say.</summary>
    private const float OfACuratedWord = 0.35f;

    private readonly KnowledgeFile _knowledge;
    private readonly Dictionary<string, Sentence> _sentences;
    private readonly Dictionary<string, Dictionary<int, float>> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Token[]> _tokens = new(StringComparer.Ordinal);

    public ArticleIndexBuilder(KnowledgeFile knowledge)
    {
        _knowledge = knowledge;
        _sentences = knowledge.Sentences.ToDictionary(sentence => sentence.Id, StringComparer.Ordinal);
        AddPhrases();
        foreach (var sentence in knowledge.Sentences)
        {
            _tokens[sentence.Id] = Tokenizer.Tokenize(sentence.Text);
        }

        AddFacts();
        AddFigures();
        AddQuotes();
        AddStatements();
        AddSentences();
        AddRoles();
    }

    public List<Passage> Passages { get; } = [];

    public PhraseTable Phrases { get; } = new();

    public List<(string[] Stems, int Passage)> FactPhrases { get; } = [];

    /// <summary>For each word, and each group with phrases of several words ("s:3"), the others of its curated groups.</summary>
    public Dictionary<string, string[]> Synonyms { get; } = new(StringComparer.Ordinal);

    public FrozenDictionary<string, ArticleIndex.Posting[]> Postings() => _words.ToFrozenDictionary(
        word => word.Key,
        word => word.Value.Select(posting => new ArticleIndex.Posting(posting.Key, posting.Value)).ToArray(),
        StringComparer.Ordinal);

    /// <summary>From 0.5 for a word in every sentence to 1 for a word in one: what is said often tells passages apart less.</summary>
    public FrozenDictionary<string, float> Rarity()
    {
        var inSentences = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var tokens in _tokens.Values)
        {
            foreach (var key in Keys(tokens).ToHashSet(StringComparer.Ordinal))
            {
                inSentences[key] = inSentences.GetValueOrDefault(key) + 1;
            }
        }

        var all = Math.Log(1 + _tokens.Count);
        return inSentences.ToFrozenDictionary(
            entry => entry.Key, entry => (float)(1 - 0.5 * Math.Log(entry.Value) / all), StringComparer.Ordinal);
    }

    private void AddPhrases()
    {
        foreach (var entity in _knowledge.Entities)
        {
            Phrases.Add(entity.Name, entity.Id);
            foreach (var alias in entity.Aliases)
            {
                Phrases.Add(alias, entity.Id);
            }
        }

        for (var group = 0; group < _knowledge.Synonyms.Count; group++)
        {
            var concept = $"s:{group}";
            var members = new List<string> { concept };
            foreach (var phrase in _knowledge.Synonyms[group])
            {
                var stems = Tokenizer.Tokenize(phrase).Where(token => token.IsWord).Select(token => token.Stem).ToArray();
                if (stems.Length == 1)
                {
                    members.Add(stems[0]);
                }
                else
                {
                    Phrases.Add(phrase, concept);
                }
            }

            foreach (var member in members)
            {
                Synonyms[member] = [.. Synonyms.GetValueOrDefault(member, []), .. members.Where(other => other != member)];
            }
        }
    }

    private void AddFacts()
    {
        foreach (var fact in _knowledge.Facts)
        {
            var passage = Add(new Passage(
                fact.Id, PassageKind.Fact, _sentences[fact.Sentences[0]], fact.Evidence, fact.Speaker, fact.Certainty, fact.Slots, Fact: fact));
            foreach (var id in fact.Sentences)
            {
                Post(passage, _tokens[id], SameSentence);
            }

            PostText(passage, fact.Evidence);
            Post(passage, fact.About, SameSentence);
            foreach (var slot in fact.Slots)
            {
                PostText(passage, new Span(slot.Start, slot.End));
            }

            foreach (var words in fact.Words)
            {
                AddWords(passage, words);
            }

            PostSpeaker(passage, fact.Speaker);
        }
    }

    private void AddWords(int passage, string words)
    {
        var stems = Tokenizer.Tokenize(words).Where(token => TermWeights.Of(token) > 0).Select(token => token.Stem).ToArray();
        if (stems.Length > 1)
        {
            FactPhrases.Add((stems, passage));
        }
        else
        {
            Post(passage, words, OfACuratedWord);
        }
    }

    private void AddFigures()
    {
        foreach (var figure in _knowledge.Figures)
        {
            var sentence = _sentences[figure.Sentence];
            var slots = new List<Slot> { new(SlotRole.HowMany, figure.Start, figure.End, figure.Text) };
            var passage = Add(new Passage(
                figure.Id, PassageKind.Figure, sentence, new Span(sentence.Start, sentence.End), null, Certainty.Stated, slots, figure));
            Post(passage, _tokens[sentence.Id], SameSentence * 0.9f);
            Post(passage, figure.Name, SameSentence);
            foreach (var words in figure.Keywords)
            {
                AddWords(passage, words);
            }

            foreach (var words in new[] { figure.Noun, figure.Period, figure.Place, figure.Comparator, figure.Text })
            {
                Post(passage, words ?? "", SameSentence);
            }
        }
    }

    private void AddQuotes()
    {
        foreach (var quote in _knowledge.Quotes.Where(quote => quote.Sentences.Count > 0))
        {
            var sentence = _sentences[quote.Sentences[0]];
            var passage = Add(new Passage(
                quote.Id, PassageKind.Quote, sentence, quote.Spans[0], quote.Speaker, Certainty.Said, [new Slot(SlotRole.What, quote.Spans[0].Start, quote.Spans[0].End, quote.Text)]));
            Post(passage, quote.Text, SameSentence);
            Post(passage, quote.SpeakerText ?? "", SameSentence);
            PostSpeaker(passage, quote.Speaker);
        }
    }

    private void AddStatements()
    {
        foreach (var statement in _knowledge.Statements)
        {
            var passage = Add(new Passage(
                statement.Id, PassageKind.Statement, _sentences[statement.Sentence], new Span(statement.Start, statement.End),
                statement.Speaker, statement.Certainty, statement.Slots));
            Post(passage, _tokens[statement.Sentence], SameSentence);
            PostText(passage, new Span(statement.Start, statement.End));
            PostSpeaker(passage, statement.Speaker);
        }
    }

    private void AddSentences()
    {
        foreach (var sentence in _knowledge.Sentences)
        {
            var span = new Span(sentence.Start, sentence.End);
            var quote = _knowledge.Quotes.FirstOrDefault(quote => quote.Spans.Any(part => part.Overlaps(span)));
            var passage = Add(new Passage(sentence.Id, PassageKind.Sentence, sentence, span, quote?.Speaker, Certainty.Stated, []));
            Post(passage, _tokens[sentence.Id], Own);
            PostSpeaker(passage, quote?.Speaker);
            foreach (var neighbour in _knowledge.Sentences.Where(other => other.Paragraph == sentence.Paragraph && other != sentence))
            {
                Post(passage, _tokens[neighbour.Id], SameParagraph);
            }
        }
    }

    /// <summary>"who was the referee": a person is found by what they are.</summary>
    private void AddRoles()
    {
        foreach (var entity in _knowledge.Entities.Where(entity => entity is { Kind: EntityKind.Person, Role: not null, Mentions.Count: > 0 }))
        {
            var mention = entity.Mentions[0];
            var sentence = _knowledge.Sentences.FirstOrDefault(sentence => mention.Start >= sentence.Start && mention.End <= sentence.End);
            if (sentence is null)
            {
                continue;
            }

            var passage = Add(new Passage(
                entity.Id, PassageKind.Statement, sentence, new Span(sentence.Start, sentence.End), null, Certainty.Stated,
                [new Slot(SlotRole.Who, mention.Start, mention.End, _knowledge.Article.Text[mention.Start..mention.End])]));
            Post(passage, entity.Role ?? "", SameSentence);
            Post(passage, entity.Name, SameSentence);
            PostKey(passage, entity.Id, Own);
            Post(passage, _tokens[sentence.Id], SameParagraph);
        }
    }

    private int Add(Passage passage)
    {
        Passages.Add(passage);
        return Passages.Count - 1;
    }

    private void PostSpeaker(int passage, string? speaker)
    {
        if (speaker is not null)
        {
            PostKey(passage, speaker, Own);
            if (_knowledge.Entities.FirstOrDefault(entity => entity.Id == speaker) is { } entity)
            {
                Post(passage, entity.Name, SameSentence);
                Post(passage, entity.Role ?? "", SameSentence);
            }
        }
    }

    private void PostText(int passage, Span span) => Post(passage, _knowledge.Article.Text[span.Start..span.End], SameSentence);

    private void Post(int passage, string text, float weight) => Post(passage, Tokenizer.Tokenize(text), weight);

    private void Post(int passage, Token[] tokens, float weight)
    {
        foreach (var key in Keys(tokens))
        {
            PostKey(passage, key, weight);
        }
    }

    private void PostKey(int passage, string key, float weight)
    {
        if (!_words.TryGetValue(key, out var postings))
        {
            _words[key] = postings = [];
        }

        postings[passage] = Math.Max(postings.GetValueOrDefault(passage), weight);
    }

    /// <summary>Every word with meaning, and besides them the concepts and the expressions that they form.</summary>
    private IEnumerable<string> Keys(Token[] tokens)
    {
        foreach (var expression in Lexicon.English.Phrases.In(tokens))
        {
            yield return expression.Stem;
        }

        for (var i = 0; i < tokens.Length; i++)
        {
            if (Phrases.At(tokens, i, out _) is { } concept)
            {
                yield return concept;
            }

            if (tokens[i].IsWord && !tokens[i].IsStopWord)
            {
                yield return tokens[i].Stem;
            }
        }
    }
}

using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;

namespace ChannelBot.Core.Evidence;

/// <summary>Words by which a fact may be asked for, together only.</summary>
internal sealed record FactPhrase(string[] Stems, int Passage);

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
    private readonly KeyPostings _words;
    private readonly Dictionary<string, Token[]> _tokens = new(StringComparer.Ordinal);

    /// <summary>Of sentences that speak of somebody without naming them, the id of that person. In a curated article a person has said what is about whom.</summary>
    private readonly Dictionary<string, string> _spokenOf;

    public ArticleIndexBuilder(KnowledgeFile knowledge)
    {
        _knowledge = knowledge;
        _words = new KeyPostings(Phrases);
        _sentences = knowledge.Sentences.ToDictionary(sentence => sentence.Id, StringComparer.Ordinal);
        AddPhrases();
        foreach (var sentence in knowledge.Sentences)
        {
            _tokens[sentence.Id] = Tokenizer.Tokenize(sentence.Text);
        }

        _spokenOf = knowledge.IsCurated ? [] : Coreference.Of(knowledge, sentence => _tokens[sentence.Id])
            .Select((person, place) => (knowledge.Sentences[place].Id, person)).Where(pair => pair.person is not null).ToDictionary(pair => pair.Id, pair => pair.person!, StringComparer.Ordinal);
        AddFacts();
        AddFigures();
        AddQuotes();
        AddStatements();
        AddSentences();
        AddRoles();
    }

    public List<Passage> Passages { get; } = [];

    public PhraseTable Phrases { get; } = new();

    public List<FactPhrase> FactPhrases { get; } = [];

    /// <summary>For each word, and each group with phrases of several words ("s:3"), the others of its curated groups.</summary>
    public Dictionary<string, string[]> Synonyms { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Posting[]> Postings() => _words.ToPostings();

    /// <summary>From 0.5 for a word in every sentence to 1 for a word in one: what is said often tells passages apart less.</summary>
    public Dictionary<string, float> Rarity() => _words.Rarity(_tokens.Values);

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
                _words.Add(passage, _tokens[id], SameSentence);
            }

            PostText(passage, fact.Evidence);
            _words.Add(passage, fact.About, SameSentence);
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
            FactPhrases.Add(new FactPhrase(stems, passage));
        }
        else
        {
            _words.Add(passage, words, OfACuratedWord);
        }
    }

    private void AddFigures()
    {
        foreach (var figure in _knowledge.Figures)
        {
            var sentence = _sentences[figure.Sentence];
            var slots = new List<Slot> { new(SlotRole.HowMany, figure.Start, figure.End, figure.Text) };
            var passage = Add(new Passage(
                figure.Id, PassageKind.Figure, sentence, sentence.Span, null, Certainty.Stated, slots, figure));
            _words.Add(passage, _tokens[sentence.Id], SameSentence * 0.9f);
            _words.Add(passage, figure.Name, SameSentence);
            foreach (var words in figure.Keywords)
            {
                AddWords(passage, words);
            }

            foreach (var words in new[] { figure.Noun, figure.Period, figure.Place, figure.Comparator, figure.Text })
            {
                _words.Add(passage, words ?? "", SameSentence);
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
            _words.Add(passage, quote.Text, SameSentence);
            _words.Add(passage, quote.SpeakerText ?? "", SameSentence);
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
            _words.Add(passage, _tokens[statement.Sentence], SameSentence);
            PostText(passage, new Span(statement.Start, statement.End));
            PostSpeaker(passage, statement.Speaker);
        }
    }

    private void AddSentences()
    {
        foreach (var sentence in _knowledge.Sentences)
        {
            var span = sentence.Span;
            var quote = _knowledge.Quotes.FirstOrDefault(quote => quote.Spans.Any(part => part.Overlaps(span)));
            var passage = Add(new Passage(sentence.Id, PassageKind.Sentence, sentence, span, quote?.Speaker, Certainty.Stated, []));
            _words.Add(passage, _tokens[sentence.Id], Own);
            PostSpeaker(passage, quote?.Speaker);
            foreach (var neighbour in _knowledge.Sentences.Where(other => other.Paragraph == sentence.Paragraph && other != sentence))
            {
                _words.Add(passage, _tokens[neighbour.Id], SameParagraph);
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
                entity.Id, PassageKind.Statement, sentence, sentence.Span, null, Certainty.Stated,
                [new Slot(SlotRole.Who, mention.Start, mention.End, _knowledge.Article.Text[mention.Start..mention.End])]));
            _words.Add(passage, entity.Role ?? "", SameSentence);
            _words.Add(passage, entity.Name, SameSentence);
            _words.AddKey(passage, entity.Id, Own);
            _words.Add(passage, _tokens[sentence.Id], SameParagraph);
        }
    }

    private int Add(Passage passage)
    {
        Passages.Add(passage);
        if (_spokenOf.TryGetValue(passage.Sentence.Id, out var person))
        {
            _words.AddKey(Passages.Count - 1, person, SameSentence);
        }

        return Passages.Count - 1;
    }

    private void PostSpeaker(int passage, string? speaker)
    {
        if (speaker is not null)
        {
            _words.AddKey(passage, speaker, Own);
            if (_knowledge.Entities.FirstOrDefault(entity => entity.Id == speaker) is { } entity)
            {
                _words.Add(passage, entity.Name, SameSentence);
                _words.Add(passage, entity.Role ?? "", SameSentence);
            }
        }
    }

    private void PostText(int passage, Span span) => _words.Add(passage, _knowledge.Article.Text[span.Start..span.End], SameSentence);
}

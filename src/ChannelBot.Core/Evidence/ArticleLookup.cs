using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;

namespace ChannelBot.Core.Evidence;

/// <summary>What stands where in an article.</summary>
internal sealed class ArticleLookup
{
    private readonly KnowledgeFile _knowledge;
    private readonly Dictionary<string, Entity> _entities;
    private readonly Mention[] _mentions;
    private readonly Dictionary<string, Token[]> _tokens;
    private readonly ILookup<string, Figure> _figures;

    /// <summary>Of each sentence which roles its statements and facts have: bit n for role n.</summary>
    private readonly Dictionary<string, int> _roles = new(StringComparer.Ordinal);
    private readonly ILookup<string, Statement> _statements;

    private sealed record Mention(Entity Entity, Span Span);

    public ArticleLookup(KnowledgeFile knowledge)
    {
        _knowledge = knowledge;
        _entities = knowledge.Entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);
        _mentions = [.. knowledge.Entities.SelectMany(entity => entity.Mentions.Select(span => new Mention(entity, span))).OrderBy(mention => mention.Span.Start)];
        _tokens = knowledge.Sentences.ToDictionary(sentence => sentence.Id, sentence => Tokenizer.Tokenize(sentence.Text), StringComparer.Ordinal);
        _figures = knowledge.Figures.ToLookup(figure => figure.Sentence, StringComparer.Ordinal);
        _statements = knowledge.Statements.ToLookup(statement => statement.Sentence, StringComparer.Ordinal);
        foreach (var statement in knowledge.Statements)
        {
            AddRoles(statement.Sentence, statement.Slots);
        }

        foreach (var fact in knowledge.Facts)
        {
            AddRoles(fact.Sentences[0], fact.Slots);
        }
    }

    private void AddRoles(string sentence, IReadOnlyList<Slot> slots)
    {
        foreach (var slot in slots)
        {
            _roles[sentence] = _roles.GetValueOrDefault(sentence) | (1 << (int)slot.Role);
        }
    }

    public Entity? Entity(string id) => _entities.GetValueOrDefault(id);

    public IReadOnlyList<Entity> EntitiesIn(Span span)
    {
        var found = new List<Entity>();
        foreach (var mention in _mentions)
        {
            if (span.Contains(mention.Span) && !found.Contains(mention.Entity))
            {
                found.Add(mention.Entity);
            }
        }

        return found;
    }

    public Sentence Introducing(Entity entity)
    {
        var naming = _knowledge.Sentences.Where(sentence => entity.Mentions.Any(mention => mention.Start >= sentence.Start && mention.End <= sentence.End)).ToArray();
        return Array.Find(naming, sentence => Has(sentence, entity.Name) && entity.Role is not null && Has(sentence, entity.Role))
            ?? Array.Find(naming, sentence => Has(sentence, entity.Name))
            ?? naming.FirstOrDefault(_knowledge.Sentences[0]);
    }

    private static bool Has(Sentence sentence, string words) => sentence.Text.Contains(words, StringComparison.OrdinalIgnoreCase);

    public IReadOnlyList<Figure> FiguresIn(Passage passage)
    {
        var figures = _figures[passage.Sentence.Id].ToList();
        var own = figures.FindAll(figure => passage.Source.Contains(new Span(figure.Start, figure.End)));
        return own.Count > 0 ? own : figures;
    }

    public IEnumerable<Statement> StatementsOf(Sentence sentence) => _statements[sentence.Id];

    public Token[] TokensOf(Sentence sentence) => _tokens[sentence.Id];

    public bool MayHold(Passage passage, SlotRole role)
    {
        if ((_roles.GetValueOrDefault(passage.Sentence.Id) & (1 << (int)role)) != 0)
        {
            return true;
        }

        return role switch
        {
            SlotRole.When => _tokens[passage.Sentence.Id].Any(token => TimeVocabulary.Contains(token.Lower)),
            SlotRole.Where => EntitiesIn(passage.Sentence.Span).Any(entity => entity.Kind == EntityKind.Place),
            SlotRole.HowMany => _figures[passage.Sentence.Id].Any(),
            SlotRole.Why => _tokens[passage.Sentence.Id].Any(token => token.Lower is "because" or "to" or "after" or "due" or "for" or "since" or "as"),
            _ => true,
        };
    }
}

using ChannelBot.Core.Language;

namespace ChannelBot.KnowledgeBuilder.Curation;

/// <summary>Checks what can be checked of the questions that a curation expects.</summary>
internal sealed class AskCuration
{
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);

    /// <exception cref="CurationMismatchException">A question stands in two places, asks for a slot that its fact does not have, or a silence
    /// names a fact that is not there.</exception>
    public void Check(CurationFile curation)
    {
        foreach (var fact in curation.Facts)
        {
            foreach (var ask in fact.Asks)
            {
                Once(ask.Text, fact.Item);
                if (ask.Slot is { } role && fact.Slots.All(slot => slot.Role != role))
                {
                    throw Evidence.Bad(fact.Item, $"the question '{ask.Text}' asks for the slot '{CurationFields.NameOf(role)}', which the fact does not have.");
                }
            }

            foreach (var text in fact.Denies)
            {
                Once(text, fact.Item);
            }
        }

        foreach (var silence in curation.Silences)
        {
            if (silence.Nearest is { } nearest && curation.Facts.All(fact => fact.Id != nearest))
            {
                throw Evidence.Bad(silence.Item, $"'nearest' is '{nearest}', which is no fact.");
            }

            foreach (var text in silence.Asks)
            {
                Once(text, silence.Item);
            }
        }

        foreach (var rewording in curation.Rewordings)
        {
            foreach (var text in rewording.Asks.Append(rewording.Question))
            {
                Once(text, rewording.Item);
            }
        }
    }

    /// <summary>The same words, however written, may stand for one thing only.</summary>
    private void Once(string question, string item)
    {
        var words = string.Join(' ', Tokenizer.Tokenize(question).Where(token => token.IsWord).Select(token => token.Lower));
        if (words.Length == 0)
        {
            throw Evidence.Bad(item, $"the question '{question}' has no words.");
        }

        if (!_places.TryAdd(words, item))
        {
            throw Evidence.Bad(item, $"the question '{question}' stands in {_places[words]} already.");
        }
    }
}

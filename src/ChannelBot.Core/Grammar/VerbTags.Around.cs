namespace ChannelBot.Core.Grammar;

/// <summary>What stands around a word: the tags beside it, the verbs before and behind.</summary>
internal ref partial struct VerbTags
{
    /// <summary>What stands behind a verb, and rarely behind a noun.</summary>
    private readonly bool IsObjectAhead(int i) => Next(i) is Tag.Determiner or Tag.Possessive or Tag.Pronoun or Tag.That or Tag.To or Tag.Number or Tag.Adverb or Tag.Quote or Tag.Negation
        || (i + 1 < _words.Length && (_words[i + 1].Tag == Tag.Adjective || (_words[i + 1].Tag == Tag.Preposition && _words[i].Verb is { IsOftenNoun: false }) || IsPlural(_words[i + 1].Lower)));

    private readonly bool IsInfinitiveAhead(int i)
    {
        var next = i + 1;
        while (next < _words.Length && _words[next].Tag is Tag.Adverb or Tag.Negation or Tag.Quote)
        {
            next++;
        }

        if (next >= _words.Length)
        {
            return false;
        }

        if (_words[next].Lower is "be" or "have" or "do")
        {
            return true;
        }

        if (_words[next].Tag is Tag.Preposition or Tag.Number or Tag.Name || _words[next].Verb is not { } verb || (verb.Forms & Forms.Base) == 0)
        {
            return false;
        }

        if (WordClasses.Is("to-noun", _words[next].Lower) && (next + 1 >= _words.Length || _words[next + 1].Tag is not (Tag.Determiner or Tag.Possessive or Tag.Pronoun or Tag.Name or Tag.Adverb)))
        {
            return false;
        }

        // "to plan" and "to plan it", but "back to work experience".
        return !verb.IsOftenNoun || next + 1 >= _words.Length || _words[next + 1].Tag is not Tag.Noun || IsPlural(_words[next + 1].Lower) || _words[next + 1].Verb is null;
    }

    /// <summary>"after a driver lost control", "before the roof collapsed": a clause; "after the meeting held on Monday": none.</summary>
    private readonly bool IsClauseBehindOpener(VerbForm verb, Tag next) => _isAfterOpener
        && (next is Tag.Determiner or Tag.Possessive or Tag.Noun or Tag.Name or Tag.Number or Tag.Pronoun or Tag.Adjective or Tag.To || WordClasses.Is("intransitive", verb.Lemma));

    private readonly bool IsPassiveList(int i)
    {
        for (var j = i - 1; j >= 0 && !(_words[j].Tag is Tag.Stop); j--)
        {
            if (_words[j].Tag is Tag.Be or Tag.Have)
            {
                return true;
            }

            if (_words[j].Tag is Tag.VerbPast or Tag.VerbS)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>", announced in June, has drawn": between two commas, with the sentence's verb behind the second.</summary>
    private readonly bool IsSetIn(int i)
    {
        for (var j = i + 1; j < Math.Min(_words.Length - 1, i + 15); j++)
        {
            if (_words[j].Tag is Tag.Comma)
            {
                var next = _words[j + 1].Tag is Tag.Adverb && j + 2 < _words.Length ? j + 2 : j + 1;
                return _words[next].IsAuxiliary || _words[next].Verb is { Forms: Forms.Past or (Forms.Past | Forms.Participle) };
            }

            if (_words[j].Tag is Tag.Stop or Tag.Modal or Tag.Be or Tag.Have)
            {
                return false;
            }
        }

        return false;
    }

    private readonly bool HasFiniteBefore(int i)
    {
        for (var j = i - 1; j >= 0 && _words[j].Tag is not Tag.Stop; j--)
        {
            if (_words[j].Tag is Tag.VerbPast or Tag.VerbS or Tag.Modal or Tag.Be or Tag.Have)
            {
                return true;
            }
        }

        return false;
    }

    private readonly bool IsOwner(int i) => i >= 0 && _words[i].IsOwner;

    /// <summary>The tag before, adverbs and quotation marks left out.</summary>
    private readonly Tag Before(int i)
    {
        var before = i - 1;
        while (before >= 0 && (_words[before].Tag is Tag.Adverb or Tag.Negation || (_words[before].Tag is Tag.Quote && before > 0 && _words[before - 1].Tag is Tag.To or Tag.Modal or Tag.Have or Tag.Be)))
        {
            before--;
        }

        return before < 0 ? Tag.Sign : _words[before].Tag;
    }

    private readonly Tag Next(int i) => i + 1 < _words.Length ? _words[i + 1].Tag : Tag.Stop;

    private static bool IsPlural(string word) => word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') || word is "people" or "police" or "children" or "women" or "men" or "media" or "staff" or "crew";
}

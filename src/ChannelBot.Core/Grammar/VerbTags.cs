namespace ChannelBot.Core.Grammar;

/// <summary>Tells verbs from nouns and adjectives of the same form, and finite verbs from participles, going left to right.</summary>
internal ref partial struct VerbTags(Span<Word> words)
{
    private readonly Span<Word> _words = words;

    /// <summary>A finite verb stands before in the same stretch, and it is not one of saying.</summary>
    private bool _hasFinite;

    /// <summary>The verb before was one of saying: a clause may follow it without "that".</summary>
    private bool _isAfterSaying;

    private bool _isInRelative;

    /// <summary>"after", "before", "since" stands before in the same stretch: they open a phrase or a clause.</summary>
    private bool _isAfterOpener;

    private Tag _lastVerb;

    public void Decide(int i)
    {
        ref var word = ref _words[i];
        if (word.Tag is Tag.To)
        {
            word.Tag = IsInfinitiveAhead(i) ? Tag.To : Tag.Preposition;
        }
        else if (word.Tag is Tag.That)
        {
            DecideThat(i);
        }
        else if (word.Lower == "since" && Before(i) is Tag.Have)
        {
            // "had since grown"
            word.Tag = Tag.Adverb;
        }
        else if (word.Lower == "what" && Next(i) is not (Tag.Noun or Tag.Adjective or Tag.Number))
        {
            word.Tag = Tag.Subordinator;
        }
        else if (word.Verb is { } verb)
        {
            word.Tag = Of(i, verb);
        }

        Remember(_words[i]);
    }

    private void Remember(in Word word)
    {
        if (word.IsBoundary || word.Tag is Tag.Conjunction or Tag.Subordinator or Tag.Relative or Tag.That or Tag.Quote)
        {
            _hasFinite = _isAfterSaying = _isAfterOpener = false;
            _isInRelative = word.Tag is Tag.Relative;
            return;
        }

        _isAfterOpener |= word.Tag is Tag.Preposition && word.Lower is "after" or "before" or "since" or "until" or "as" or "till";

        if (word.IsVerb || word.Tag is Tag.Modal or Tag.Be or Tag.Have or Tag.Do)
        {
            _lastVerb = word.Tag;
            _isAfterSaying = word.Verb is { } verb && WordClasses.Is("reporting", verb.Lemma);
            _hasFinite |= word.Tag is Tag.VerbPast or Tag.VerbS or Tag.Modal
                || (word.Tag is Tag.Be && word.Lower is not ("be" or "been" or "being"))
                || (word.Tag is Tag.Have or Tag.Do && word.Lower is not ("having" or "doing"));
        }
    }

    private readonly void DecideThat(int i)
    {
        var before = Before(i);
        var next = Next(i);
        var isVerbNext = i + 2 < _words.Length && before is Tag.Noun && _words[i + 1].Verb is { } verb && (verb.Forms & (Forms.Past | Forms.S)) != 0
            && _words[i + 2].Tag is Tag.Name or Tag.Determiner or Tag.Possessive or Tag.Number or Tag.Pronoun;
        if (isVerbNext || next is Tag.Modal or Tag.Be or Tag.Have or Tag.Do || _words.Length > i + 1 && _words[i + 1].Verb is { Forms: Forms.Past or (Forms.Past | Forms.Participle) or Forms.S, IsOftenNoun: false })
        {
            _words[i].Tag = before is Tag.Noun or Tag.Name or Tag.Number or Tag.Comma ? Tag.Relative : Tag.Determiner;
        }
        else if (before is not (Tag.VerbPast or Tag.VerbS or Tag.VerbBase or Tag.VerbIng or Tag.Participle or Tag.Noun or Tag.Name or Tag.Adjective or Tag.Be or Tag.Conjunction or Tag.Adverb)
            || (next is Tag.Noun && before is not (Tag.VerbPast or Tag.VerbS or Tag.VerbIng or Tag.Participle or Tag.VerbBase) && i + 2 < _words.Length && _words[i + 2].Tag is Tag.Comma or Tag.Stop))
        {
            _words[i].Tag = Tag.Determiner;
        }
    }

    private readonly Tag Of(int i, VerbForm verb)
    {
        var plain = _words[i].Tag;
        var before = Before(i);
        if ((verb.Forms & (Forms.Past | Forms.Participle)) != 0)
        {
            return plain is Tag.Preposition or Tag.Adverb ? plain : Past(i, verb, before);
        }

        if ((verb.Forms & Forms.Ing) != 0)
        {
            return plain is Tag.Preposition ? plain : Ing(i, before);
        }

        return Present(i, verb, before, plain);
    }
}

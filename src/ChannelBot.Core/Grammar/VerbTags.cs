namespace ChannelBot.Core.Grammar;

/// <summary>Tells verbs from nouns and adjectives of the same form, and finite verbs from participles, going left to right.</summary>
internal ref struct VerbTags(Span<Word> words)
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

    private readonly Tag Ing(int i, Tag before)
    {
        var lower = _words[i].Lower;
        var next = Next(i);
        var describes = next is Tag.Noun or Tag.Name or Tag.Adjective;
        if (before is Tag.Be or Tag.Have)
        {
            return Tag.VerbIng;
        }

        if (before is Tag.Determiner or Tag.Possessive or Tag.Adjective || IsOwner(i - 1))
        {
            return describes ? Tag.Adjective : Tag.Noun;
        }

        if (WordClasses.Is("ing-adjective", lower) && next is Tag.Noun or Tag.Adjective && before is not (Tag.Noun or Tag.Name))
        {
            return Tag.Adjective;
        }

        // "intelligence sharing, expertise": a noun behind a noun, with nothing that it is done to.
        if (before is Tag.Noun && next is Tag.Comma or Tag.Stop or Tag.Conjunction or Tag.Quote && i > 0 && _words[i - 1].Tag is Tag.Noun && !_words[i - 1].IsOwner && !IsPlural(_words[i - 1].Lower))
        {
            return Tag.Noun;
        }

        return WordClasses.Is("ing-noun", lower) && (before is Tag.Noun or Tag.Name || next is not (Tag.Determiner or Tag.Possessive or Tag.Pronoun or Tag.Name or Tag.Number))
            ? Tag.Noun
            : Tag.VerbIng;
    }

    private readonly Tag Past(int i, VerbForm verb, Tag before)
    {
        var next = Next(i);
        var describes = next is Tag.Noun or Tag.Name or Tag.Adjective;
        switch (before)
        {
            case Tag.Have or Tag.Be:
                return (verb.Forms & Forms.Participle) != 0 ? Tag.Participle : Tag.VerbPast;
            case Tag.Modal or Tag.To or Tag.Do:
                return (verb.Forms & Forms.Base) != 0 ? Tag.VerbBase : Tag.Participle;
            case Tag.Preposition when i + 1 < _words.Length && _words[i + 1].Lower == "by":
                return Tag.Participle;
            case Tag.Determiner or Tag.Possessive or Tag.Adjective or Tag.Preposition:
                return describes ? Tag.Adjective : Tag.Noun;
            case Tag.Number when describes && _words[i - 1].Lower.EndsWith("old", StringComparison.Ordinal):
                return Tag.Adjective;
            case Tag.Number when describes && !Tagger.HasFiniteLater(_words, i + 1) && _hasFinite:
                return Tag.Adjective;
            case Tag.Pronoun or Tag.Relative:
                return (verb.Forms & Forms.Past) != 0 ? Tag.VerbPast : Tag.Participle;
        }

        if (IsOwner(i - 1))
        {
            return describes ? Tag.Adjective : Tag.Noun;
        }

        if ((verb.Forms & Forms.Participle) == 0)
        {
            return Tag.VerbPast;
        }

        if ((verb.Forms & Forms.Past) == 0)
        {
            return describes && before is not (Tag.Noun or Tag.Name) ? Tag.Adjective : Tag.Participle;
        }

        return Ambiguous(i, verb, before, next, describes);
    }

    /// <summary>"found", "arrested": past tense or participle.</summary>
    private readonly Tag Ambiguous(int i, VerbForm verb, Tag before, Tag next, bool describes)
    {
        var isSaying = WordClasses.Is("reporting", verb.Lemma) && (next is not Tag.Preposition || verb.Lemma == "say");
        var describesSubject = !isSaying && Tagger.HasFiniteLater(_words, i + 1);
        switch (before)
        {
            case Tag.Noun or Tag.Name or Tag.Number or Tag.Close when !_hasFinite && WordClasses.Is("intransitive", verb.Lemma) && i + 1 < _words.Length && _words[i + 1].Lower != "by":
                return Tag.VerbPast;
            case Tag.Noun or Tag.Name or Tag.Number or Tag.Close:
                return describesSubject || (_hasFinite && !_isAfterSaying && !IsClauseBehindOpener(verb, next)) ? Tag.Participle : Tag.VerbPast;
            case Tag.Conjunction:
                return _lastVerb is Tag.Participle && IsPassiveList(i) ? Tag.Participle : describes && !HasSubjectBefore(i) ? Tag.Adjective : Tag.VerbPast;
            case Tag.Comma:
                return describesSubject || IsSetIn(i) || next is Tag.Preposition && !isSaying && HasFiniteBefore(i) ? Tag.Participle : Tag.VerbPast;
            case Tag.VerbPast or Tag.VerbS when _isInRelative && _hasFinite:
                // "those who voted backed it"
                return Tag.VerbPast;
            case Tag.VerbPast or Tag.VerbS or Tag.VerbBase or Tag.VerbIng or Tag.Participle:
                return describes ? Tag.Adjective : Tag.Participle;
            case Tag.Quote:
                return isSaying ? Tag.VerbPast : Tag.Participle;
            case Tag.Sign when i == 0:
                return describes ? Tag.Adjective : Tag.Participle;
            default:
                return Tag.Participle;
        }
    }

    private readonly Tag Present(int i, VerbForm verb, Tag before, Tag plain)
    {
        var lower = _words[i].Lower;
        if (before is Tag.Modal or Tag.To or Tag.Do && (verb.Forms & Forms.Base) != 0 && plain is not Tag.Preposition)
        {
            return Tag.VerbBase;
        }

        if (plain is not Tag.Noun && plain is not Tag.Adjective || before is Tag.Determiner or Tag.Possessive or Tag.Adjective or Tag.Preposition or Tag.Be or Tag.Have || IsOwner(i - 1))
        {
            return plain;
        }

        var isS = (verb.Forms & Forms.S) != 0;
        switch (before)
        {
            case Tag.Pronoun or Tag.Relative:
                return Tag.VerbS;
            case Tag.Conjunction:
                // ", and move production": behind a comma a verb, where "and" alone may join nouns.
                return _lastVerb is Tag.VerbBase or Tag.Modal or Tag.To && !isS && (IsObjectAhead(i) || i > 1 && _words[i - 2].Tag is Tag.Comma && Next(i) is Tag.Noun) ? Tag.VerbBase
                    : _lastVerb is Tag.VerbS && isS && IsObjectAhead(i) ? Tag.VerbS : plain;
            case Tag.Noun or Tag.Name or Tag.Close or Tag.Comma:
                var isPlural = IsPlural(_words[i - 1].Lower);
                var agrees = isS ? !isPlural || before is Tag.Name || !verb.IsOftenNoun : isPlural || !verb.IsOftenNoun && !_hasFinite;
                var isFree = (!_hasFinite || _isAfterSaying) && !Tagger.HasFiniteLater(_words, i + 1) && before is not Tag.Comma;
                return agrees && isFree && plain is Tag.Noun && (IsObjectAhead(i) || !verb.IsOftenNoun && i + 1 < _words.Length) && lower.Length > 2 ? Tag.VerbS : plain;
            default:
                return plain;
        }
    }

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

    private readonly bool HasSubjectBefore(int i) => HasFiniteBefore(i);

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

namespace ChannelBot.Core.Grammar;

/// <summary>What a form that several tags share is where it stands: "-ing", "-ed", and the present that nouns share.</summary>
internal ref partial struct VerbTags
{
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
                return _lastVerb is Tag.Participle && IsPassiveList(i) ? Tag.Participle : describes && !HasFiniteBefore(i) ? Tag.Adjective : Tag.VerbPast;
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
}

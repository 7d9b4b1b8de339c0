using ChannelBot.Core.Answers;

namespace ChannelBot.Planner.Guards;

/// <summary>What the evidence denies stays denied, and what it says is not denied.</summary>
internal sealed class NegationGuard : IGuard
{
    public string Name => "negations";

    public void Check(GuardedAnswer answer, List<GuardFinding> findings)
    {
        foreach (var sentence in answer.Sentences)
        {
            if (sentence.HasOwnWords && sentence.Evidence.Count > 0 && Problem(answer, sentence) is { } problem)
            {
                findings.Add(sentence.Refused(Name, problem));
            }
        }
    }

    private static string? Problem(GuardedAnswer answer, GuardedSentence sentence)
    {
        var own = OwnWords.Of(answer, sentence);
        Span<int> scope = stackalloc int[Polarity.Reach];
        var denies = false;
        for (var at = 0; at < own.Tokens.Length; at++)
        {
            if (!Polarity.Denies(own.Tokens, own.Kinds, at))
            {
                continue;
            }

            denies = true;
            if (!sentence.IsSilence && Polarity.DeniesTwice(own.Tokens, own.Kinds, at) && !sentence.Evidence.Exists(evidence => evidence.DeniesTwice))
            {
                return $"“{own.Tokens[at].Lower}” is denied again, which turns it round";
            }

            var count = Polarity.Scope(own.Tokens, own.Kinds, at, scope);
            if (!sentence.IsSilence && !IsSetRight(answer, own, at, scope[..count]) && IsUnfounded(answer, sentence, own, scope[..count]))
            {
                return $"“{own.Tokens[at].Lower}” denies what the cited places say";
            }
        }

        return denies ? null : LostDenial(sentence, own);
    }

    /// <summary>"The article says the council, not the mayor": of a correction, what the user said is set aside, though it stands in the cited place too.</summary>
    private static bool IsSetRight(GuardedAnswer answer, OwnWords own, int at, ReadOnlySpan<int> scope)
    {
        if (answer.Answer.Outcome is not Outcome.Corrected || own.Tokens[at].Lower != "not" || at == 0 || own.Tokens[at - 1].Lower != ",")
        {
            return false;
        }

        foreach (var index in scope)
        {
            if (!answer.UserSaid(own.Tokens[index]))
            {
                return false;
            }
        }

        return scope.Length > 0;
    }

    /// <summary>A denial is founded where the evidence denies one of its words, or where only the user said them.</summary>
    private static bool IsUnfounded(GuardedAnswer answer, GuardedSentence sentence, OwnWords own, ReadOnlySpan<int> scope)
    {
        var isAsserted = false;
        var isForeign = false;
        var all = true;
        if (scope.Length == 0)
        {
            return !sentence.Evidence.Exists(evidence => evidence.Denials.Count > 0);
        }

        foreach (var index in scope)
        {
            var token = own.Tokens[index];
            foreach (var evidence in sentence.Evidence)
            {
                if (evidence.Denies(token.Stem))
                {
                    return false;
                }

                isAsserted |= evidence.Asserts(token.Stem);
            }

            var isFrame = (own.Kinds[index] & (WordKinds.Frame | WordKinds.Article)) != 0;
            all &= isFrame;
            isForeign |= !sentence.Has(token) && answer.UserSaid(token);
        }

        // "18 percent, not 25 percent": a word of the user's that the evidence lacks is set aside, not denied.
        return !all && !(isForeign && (scope.Length <= 2 || !isAsserted));
    }

    /// <summary>The evidence denies words that the answer says without a denial.</summary>
    private static string? LostDenial(GuardedSentence sentence, OwnWords own)
    {
        foreach (var evidence in sentence.Evidence)
        {
            foreach (var denial in evidence.Denials)
            {
                if (own.HasFirstOf(denial) && !evidence.Asserts(denial[0]))
                {
                    return $"the cited place denies “{string.Join(' ', denial)}”";
                }
            }
        }

        return null;
    }
}

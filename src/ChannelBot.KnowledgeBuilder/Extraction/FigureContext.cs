using ChannelBot.Core.Quantities;
using ChannelBot.Core.Grammar;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Reads from the words around a number its period, what it is compared with, and whether it is a rise or a fall.</summary>
internal sealed class FigureContext
{
    /// <summary>How many chunks behind a number may belong to it.</summary>
    private const int Reach = 7;

    private readonly Reading _reading;
    private readonly int _first;
    private readonly NumberForm _form;
    private readonly int _chunk;

    public FigureContext(Reading reading, int first, int last, NumberForm form)
    {
        _reading = reading;
        _first = first;
        _form = form;
        _chunk = Math.Max(0, reading.ChunkAt(last - 1));
        Comparator = FindComparator(out var from, out var to);
        Period = form is NumberForm.Clock or NumberForm.Date or NumberForm.Year ? null : FindPeriod(from, to);
    }

    /// <summary>"this year", "since the recent election": the expression of time next to the number.</summary>
    public string? Period { get; }

    /// <summary>"compared to the same period in 2023", "from 15 last year".</summary>
    public string? Comparator { get; }

    private ChunkKind Kind(int at) => at >= 0 && at < _reading.Chunks.Count ? _reading.Chunks[at].Kind : ChunkKind.Stop;

    private string? FindComparator(out int from, out int to)
    {
        from = to = -1;
        for (var i = _chunk + 1; i < Math.Min(_reading.Chunks.Count, _chunk + Reach); i++)
        {
            if (Kind(i) is ChunkKind.Finite or ChunkKind.Stop)
            {
                return null;
            }

            if (Kind(i) is ChunkKind.Noun && HasNumber(i))
            {
                // what follows belongs to that number
                return null;
            }

            if (Kind(i) is not ChunkKind.Preposition || Kind(i + 1) is not (ChunkKind.Noun or ChunkKind.Time))
            {
                continue;
            }

            var word = _reading.Chunks[i].Text;
            var isPast = Kind(i + 1) is ChunkKind.Time || _reading.Words[_reading.Chunks[i + 1].First].Tag is Tag.Number;
            var isCompared = word is "compared to" or "compared with" or "in comparison with" or "than" or "versus"
                || (word is "from" or "on" or "against" && isPast && _form is NumberForm.Percent or NumberForm.Multiplier && IsEarlier(i + 1))
                || (word is "from" && isPast && Kind(i - 1) is not ChunkKind.Finite && _form is NumberForm.Count or NumberForm.Money or NumberForm.Measure && IsTo(_chunk - 1));
            if (!isCompared)
            {
                continue;
            }

            from = i;
            to = i + 2;
            while (Kind(to) is ChunkKind.Time || (Kind(to) is ChunkKind.Preposition && _reading.Chunks[to].Text is "in" or "of" && Kind(to + 1) is ChunkKind.Noun or ChunkKind.Time))
            {
                to += Kind(to) is ChunkKind.Time ? 1 : 2;
            }

            return _reading.Text(_reading.Chunks[from].First, _reading.Chunks[to - 1].Last);
        }

        return null;
    }

    private bool IsTo(int at) => Kind(at) is ChunkKind.Preposition && _reading.Chunks[at].Text is "to" or "at";

    /// <summary>"a year earlier", "last year", "the same period", "2023": a time gone by.</summary>
    private bool IsEarlier(int at)
    {
        var chunk = _reading.Chunks[at];
        for (var i = chunk.First; i < chunk.Last; i++)
        {
            if (_reading.Words[i].Lower is "last" or "earlier" or "before" or "ago" or "previous" or "same" or "past" or "year" or "month" or "quarter" || _reading.Words[i].Tag is Tag.Number)
            {
                return true;
            }
        }

        return false;
    }

    private string? FindPeriod(int comparatorFrom, int comparatorTo)
    {
        for (var i = _chunk + 1; i < Math.Min(_reading.Chunks.Count, _chunk + 5); i++)
        {
            if (i >= comparatorFrom && i < comparatorTo)
            {
                continue;
            }

            if (Kind(i) is ChunkKind.Time)
            {
                return _reading.Text(_reading.Chunks[i].First, _reading.Chunks[i].Last);
            }

            if (Kind(i) is ChunkKind.Preposition && Kind(i + 1) is ChunkKind.Noun && i + 1 < _chunk + 5
                && _reading.Chunks[i].Text is "since" or "until" or "during" or "ahead of" or "prior to")
            {
                return _reading.Text(_reading.Chunks[i].First, _reading.Chunks[i + 1].Last);
            }

            if (Kind(i) is ChunkKind.Comma or ChunkKind.Conjunction or ChunkKind.Stop or ChunkKind.Finite || (Kind(i) is ChunkKind.Noun && HasNumber(i)))
            {
                break;
            }
        }

        // A time inside the phrase itself: "the 2024 total", or just before it: "this year 40 people".
        var before = _reading.ChunkAt(_first) - 1;
        return Kind(before) is ChunkKind.Time && Kind(before - 1) is not ChunkKind.Preposition ? _reading.Text(_reading.Chunks[before].First, _reading.Chunks[before].Last) : null;
    }

    private bool HasNumber(int at)
    {
        var chunk = _reading.Chunks[at];
        for (var i = chunk.First; i < chunk.Last; i++)
        {
            if (_reading.Words[i].Tag is Tag.Number)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>+1 for a rise, -1 for a fall, 0 where the number is no change.</summary>
    public int Direction(string? verb)
    {
        var before = _first > 0 ? _reading.Words[_first - 1].Lower : "";
        var isBy = before == "by";
        var isChange = _form is NumberForm.Percent or NumberForm.Multiplier || isBy;
        if (!isChange)
        {
            return 0;
        }

        // "up 18 percent", "a rise of 4.5%", "a 12 per cent increase".
        var near = before is "of" or "by" && _first > 1 ? _reading.Words[_first - 2] : _first > 0 ? _reading.Words[_first - 1] : default;
        var head = _reading.Chunks[_chunk].Kind is ChunkKind.Noun ? _reading.Chunks[_chunk].Text : "";
        foreach (var word in (ReadOnlySpan<string?>)[near.Verb?.Lemma ?? near.Lower, near.Lower, NameWords.Singular(head), After()])
        {
            if (Sign(word) is var sign and not 0)
            {
                return sign;
            }
        }

        return before is "to" or "at" or "from" || verb is null || !IsNearVerb() ? 0 : Sign(verb);
    }

    /// <summary>"12 per cent more", "5% lower".</summary>
    private string? After() => Kind(_chunk + 1) is ChunkKind.Adjective or ChunkKind.Noun or ChunkKind.Adverb ? _reading.Chunks[_chunk + 1].Text : null;

    /// <summary>The number stands behind its verb, with no more than "by" or an adverb between.</summary>
    private bool IsNearVerb()
    {
        var at = _reading.ChunkAt(_first) - 1;
        while (Kind(at) is ChunkKind.Adverb or ChunkKind.Preposition && at > 0)
        {
            at--;
        }

        return Kind(at) is ChunkKind.Finite or ChunkKind.Infinitive or ChunkKind.Ing or ChunkKind.Participle;
    }

    private static int Sign(string? word) => word is null ? 0 : WordClasses.Is("up", word) ? 1 : WordClasses.Is("down", word) ? -1 : 0;
}

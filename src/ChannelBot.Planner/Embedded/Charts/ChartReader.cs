using System.Runtime.InteropServices;
using ChannelBot.Planner.Embedded.Conduct;

namespace ChannelBot.Planner.Embedded.Charts;

/// <summary>A request for a picture of figures.</summary>
/// <param name="Topic">Which figures, as typed; null for those that were just spoken of.</param>
internal sealed record ChartRequest(string? Topic);

/// <summary>Recognises requests for a picture: "show me that", "a chart of the arrivals", "the arrivals as bars", "plot it".</summary>
/// <remarks>Every word has to have its place, or the request is for somebody else: "what does the chart show?" asks about the article's own.
/// Read at first need; safe to share.</remarks>
internal sealed class ChartReader
{
    private const string Words = "Charts/Patterns/words.txt";
    private const int MostWords = 40;

    private static readonly Lazy<ChartReader> Lazy = new(() => new ChartReader());

    private readonly Vocabulary _vocabulary = new();
    private readonly PatternBook _book;
    private readonly PatternBook _leads;
    private readonly RequestWords _words;

    private ChartReader()
    {
        _book = PatternBook.Read(_vocabulary, Words);
        _leads = PatternBook.Read(_vocabulary, "Gist/Patterns/leads.txt");
        _words = new RequestWords(_vocabulary);
    }

    public static ChartReader English => Lazy.Value;

    /// <summary>The request; null where the words ask for something else.</summary>
    public ChartRequest? Read(string text)
    {
        var list = _words.Read(text, correct: false);
        return list.Count is 0 or > MostWords ? null : new Reading(this, text, list).Request();
    }

    private sealed class Reading(ChartReader reader, string text, List<RequestWord> list)
    {
        private int _end = list.Count;

        private ReadOnlySpan<RequestWord> All => CollectionsMarshal.AsSpan(list)[.._end];

        public ChartRequest? Request()
        {
            TakeClosings();
            var (from, isShown) = SkipLeads(0, out var bare);
            if (bare)
            {
                return new ChartRequest(null);
            }

            for (var at = 0; at < _end; at++)
            {
                if ((Longest(at, "chart") ?? Longest(at, "picture")) is { } name)
                {
                    return Named(name, at, from, isShown) ?? Drawn(from);
                }
            }

            return Drawn(from);
        }

        /// <summary>"a chart", "a chart of the arrivals", "the arrivals as a chart".</summary>
        private ChartRequest? Named(Found name, int at, int from, bool isShown)
        {
            var isSure = isShown || name.Section.Key is "chart";
            if (name.End < _end)
            {
                return at <= from && isSure && Longest(name.End, "of") is { } of ? About(of.End, _end) : null;
            }

            if (at <= from)
            {
                return isSure ? new ChartRequest(null) : null;
            }

            return Longest(at - 1, "as") is { } joined && joined.End == at
                ? Longest(from, "look") is { } look && look.End == at - 1 ? new ChartRequest(null) : About(Longest(from, "draw")?.End ?? from, at - 1)
                : null;
        }

        /// <summary>"plot the arrivals", "visualise it".</summary>
        private ChartRequest? Drawn(int from)
        {
            if (from >= _end || Longest(from, "draw") is not { } verb || verb.End == _end || Longest(verb.End, "of") is not null)
            {
                return null;
            }

            return About(verb.End, _end);
        }

        private ChartRequest? About(int from, int to)
        {
            if (from >= to)
            {
                return new ChartRequest(null);
            }

            if (Longest(from, "that") is { } that && that.End == to)
            {
                return new ChartRequest(null);
            }

            // "Why did the paper put it in a graph?" is a question; "how many came, as a graph" is not.
            var isAsked = reader._vocabulary.Is("wh", All[from]) && !(from + 1 < to && Slice(from, from + 2).ToLowerInvariant() is "how many" or "how much");
            return isAsked || reader._vocabulary.Is("do", All[from]) || reader._vocabulary.Is("be", All[from]) ? null : new ChartRequest(Slice(from, to));
        }

        /// <param name="bare">The words are over with "show me" or "show me that".</param>
        private (int From, bool IsShown) SkipLeads(int from, out bool bare)
        {
            var isShown = false;
            bare = false;
            while (from < _end)
            {
                if (Longest(from, "bare") is { } only && only.End == _end)
                {
                    bare = true;
                    return (from, true);
                }

                if (Longest(from, "show") is { } show)
                {
                    (from, isShown) = (show.End, true);
                }
                else if (Longest(from, "chart") is null && Longest(from, "picture") is null && reader._leads.LongestAt(All, from) is { } lead)
                {
                    from = lead.End;
                }
                else
                {
                    break;
                }
            }

            return (from, isShown);
        }

        private void TakeClosings()
        {
            for (var at = Math.Max(1, _end - 2); at < _end; at++)
            {
                if (Longest(at, "closing") is { } closing && closing.End == _end)
                {
                    _end = at;
                    at = Math.Max(0, _end - 3);
                }
            }
        }

        /// <summary>The longest phrase of a section that begins here.</summary>
        private Found? Longest(int at, string section) => at < _end ? reader._book.LongestAt(All, at, section) : null;

        private string Slice(int from, int to) => text[list[from].Start..list[to - 1].End];
    }
}

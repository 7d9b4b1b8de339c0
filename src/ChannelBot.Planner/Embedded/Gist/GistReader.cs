using System.Runtime.InteropServices;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Conduct;

namespace ChannelBot.Planner.Embedded.Gist;

/// <summary>Recognises requests for the gist by their words: what leads up to it, what is asked for, in which form, on what topic.</summary>
/// <remarks>Every word has to have its place in this order, or the request is for somebody else: "what happened" is ours, "what happened to
/// the boat" is not. Read at first need; safe to share.</remarks>
internal sealed class GistReader
{
    private const string Folder = "Gist/Patterns/";

    /// <summary>Words of a topic that may stand before the noun: "key passenger figures".</summary>
    private const int LongestInnerTopic = 3;

    /// <summary>"In bullet points".</summary>
    private const int DefaultBullets = 3;

    private const int MostNumber = 1000;

    private static readonly Lazy<GistReader> Lazy = new(() => new GistReader());

    private readonly Vocabulary _vocabulary = new();
    private readonly PatternBook _leads;
    private readonly PatternBook _forms;
    private readonly PatternBook _kinds;
    private readonly PatternBook _topics;
    private readonly PatternBook _closings;
    private readonly RequestWords _words;

    private GistReader()
    {
        _leads = PatternBook.Read(_vocabulary, Folder + "leads.txt");
        _forms = PatternBook.Read(_vocabulary, Folder + "forms.txt");
        _kinds = PatternBook.Read(_vocabulary, Folder + "kinds.txt");
        _topics = PatternBook.Read(_vocabulary, Folder + "topics.txt");
        _closings = PatternBook.Read(_vocabulary, Folder + "closings.txt");
        _words = new RequestWords(_vocabulary);
    }

    public static GistReader English => Lazy.Value;

    /// <summary>The request; null where the words ask for something else.</summary>
    /// <param name="isFresh">Nothing but the gist was talked about: "what happened?" can only mean the article.</param>
    public GistRequest? Read(string text, bool isFresh)
    {
        var list = _words.Read(text, correct: false);
        return list.Count == 0 ? null : new Reading(this, text, list, isFresh).Request();
    }

    /// <summary>One reading of one request, from its first word to its last.</summary>
    private sealed class Reading(GistReader reader, string text, List<RequestWord> list, bool isFresh)
    {
        private int _at;
        private bool _isAskedWhat;
        private Form _form;

        private readonly record struct Form(int? Lines, int? Words, bool IsSimple)
        {
            public bool IsGiven => Lines is not null || Words is not null || IsSimple;
        }

        private ReadOnlySpan<RequestWord> Words => CollectionsMarshal.AsSpan(list);

        public GistRequest? Request()
        {
            while (_at < list.Count)
            {
                var (at, form) = (_at, _form);
                if (KindHere() is { } kind && After(kind) is { } request)
                {
                    return request;
                }

                (_at, _form) = (at, form);
                if (!TakeForm() && !TakeLead())
                {
                    return null;
                }
            }

            // "In one sentence, please", "like I'm ten": the list before in that form, or a summary.
            return _form.IsGiven ? Made(_form.IsSimple ? GistKind.Simple : null, null) : null;
        }

        private Found? KindHere() => _at < list.Count ? reader._kinds.LongestAt(Words, _at) : null;

        /// <summary>Reads on after the words that say what is asked for; null where something is left over.</summary>
        private GistRequest? After(Found kind)
        {
            var section = kind.Section;
            _at = kind.End;
            if (section.Is("fresh") && !isFresh)
            {
                return null;
            }

            string? topic = null;
            if (section.Is("said"))
            {
                return Speaker(section.Is("closed")) is { } speaker ? Made(GistKind.Said, speaker) : null;
            }

            if (section.Is("within") && !TakeNoun(out topic))
            {
                return null;
            }

            TakeForms();
            if (_at < list.Count && (topic is not null || section.Is("whole") || (_isAskedWhat && section.Key == "summary") || !TakeTopic(section, out topic)))
            {
                return null;
            }

            return section.Is("simply") && !_form.IsSimple ? null
                : section.Key == "more" ? Made(null, null, isMore: true)
                : Made(section.Key is "explain" || (section.Key is "summary" && _form.IsSimple) ? GistKind.Simple : Enum.Parse<GistKind>(section.Key, ignoreCase: true), topic);
        }

        private GistRequest Made(GistKind? kind, string? topic, bool isMore = false) => new(kind, topic, _form.Lines, _form.Words, isMore);

        /// <summary>"key", then perhaps what they are about, then "figures".</summary>
        private bool TakeNoun(out string? topic)
        {
            var from = _at;
            for (var skipped = 0; skipped <= LongestInnerTopic; skipped++)
            {
                _at = from + skipped;
                if (KindHere() is { Section: { Key: "figures", Tags: [] } } noun)
                {
                    topic = skipped == 0 ? null : Slice(from, _at);
                    _at = noun.End;
                    return true;
                }
            }

            topic = null;
            return false;
        }

        /// <summary>"on the deaths", "what the mayor says": to the end, but for words of form.</summary>
        private bool TakeTopic(Section section, out string? topic)
        {
            topic = null;
            var opener = reader._topics.LongestAt(Words, _at);
            var from = opener is { Section.Key: "about" } about ? about.End : _at;
            if ((opener is null && !section.Is("object")) || from == list.Count || (section.Key == "explain" && reader._vocabulary.Is("wh", Words[from])))
            {
                return false;
            }

            for (var end = from + 1; end <= list.Count; end++)
            {
                _at = end;
                var form = _form;
                TakeForms();
                if (_at == list.Count)
                {
                    topic = Slice(from, end);
                    return true;
                }

                _form = form;
            }

            return false;
        }

        /// <summary>"the mayor" of "what did the mayor say", "quotes by the mayor".</summary>
        private string? Speaker(bool isClosed)
        {
            for (var end = _at + 1; end <= list.Count; end++)
            {
                var from = _at;
                var closing = end < list.Count ? reader._closings.LongestAt(Words, end) : null;
                _at = closing?.End ?? end;
                TakeForms();
                if (_at == list.Count && (closing is not null || !isClosed))
                {
                    return Slice(from, end);
                }

                _at = from;
            }

            return null;
        }

        private void TakeForms()
        {
            while (TakeForm())
            {
            }
        }

        private bool TakeForm()
        {
            if (_at == list.Count || reader._forms.LongestAt(Words, _at) is not { } found)
            {
                return false;
            }

            _form = found.Section.Key switch
            {
                "lines" => _form with { Lines = NumberIn(found) ?? _form.Lines ?? DefaultBullets },
                "words" => _form with { Words = NumberIn(found) ?? _form.Words },
                "simple" => _form with { IsSimple = true },
                _ => _form,
            };
            _at = found.End;
            return true;
        }

        private bool TakeLead()
        {
            if (reader._leads.LongestAt(Words, _at) is not { } found)
            {
                return false;
            }

            _isAskedWhat |= found.Section.Key == "lead.what";
            _at = found.End;
            return true;
        }

        private int? NumberIn(Found found)
        {
            var said = QuantityScanner.Scan(Slice(found.Start, found.End));
            return said.Count > 0 && said[0].Quantity.Value.ToDouble() is >= 1 and <= MostNumber and var number ? (int)number
                : IsSingle(found) ? 1 : null;
        }

        private bool IsSingle(Found found)
        {
            for (var i = found.Start; i < found.End; i++)
            {
                if (text.AsSpan(list[i].Start, list[i].End - list[i].Start) is "a" or "single" or "one")
                {
                    return true;
                }
            }

            return false;
        }

        private string Slice(int from, int to) => text[list[from].Start..list[to - 1].End];
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded;

namespace ChannelBot.Planner.LanguageModels;

/// <summary>Writes a model's answer out: its references become numbers, written by the program with their bounds, and its sentence ids marks.</summary>
internal sealed partial class ReplyWriter(KnowledgeFile knowledge, ReplySources sources, List<ModelProblem> problems)
{
    private const int MostCitations = Guards.CitationGuard.Most;

    private readonly List<Sentence> _cited = [];
    private readonly List<Figure> _figures = [];
    private readonly SortedSet<int> _workings = [];

    /// <summary>The answer as a draft; null where a reference or a citation leads nowhere, or a number is written by hand.</summary>
    public Draft? Write(ModelReply reply)
    {
        var before = problems.Count;
        var text = MarkAfterStop().Replace(reply.Text, " ${marks}${stop}");
        RefuseDigits(text);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var written = string.Join('\n', lines.Select(line => string.Join(' ', SentenceSplitter.Split(line, new Span(0, line.Length))
            .Select(span => Sentence(line[span.Start..span.End])))));
        var outcome = OutcomeOf(reply);
        if (problems.Count == before && _cited.Count == 0 && _workings.Count == 0 && outcome is Outcome.Answered or Outcome.Computed or Outcome.Corrected)
        {
            Refuse("cites no sentence");
        }

        return problems.Count > before ? null : new Draft(
            outcome,
            written,
            [.. _cited.Select(sentence => sentence.Span)],
            [.. _figures.Select(figure => figure.Id).Concat(_cited.Select(sentence => sentence.Id)).Distinct(StringComparer.Ordinal)],
            [.. Workings()],
            ReasonOf(outcome, reply));
    }

    private Outcome OutcomeOf(ModelReply reply) => reply.Outcome switch
    {
        Outcome.Answered when _workings.Count > 0 => Outcome.Computed,
        Outcome.Computed when _workings.Count == 0 => Outcome.Answered,
        var outcome => outcome,
    };

    private Reason? ReasonOf(Outcome outcome, ModelReply reply) => outcome switch
    {
        Outcome.NotInArticle => new Reason("not_stated", reply.Missing, _cited.Count > 0 ? _cited[0].Id : null),
        Outcome.Clarify => new Reason("unclear", reply.Missing, null),
        _ => null,
    };

    /// <summary>One sentence of the answer, with the marks of the figures in it that the model has left out.</summary>
    private string Sentence(string sentence)
    {
        var (marked, needed) = (new HashSet<string>(StringComparer.Ordinal), new List<Sentence>());
        var written = Reference().Replace(sentence, match =>
        {
            var (kind, id) = (match.Groups["kind"].Value, match.Groups["id"].Value.Trim());
            var text = kind switch
            {
                "" => Mark(match, marked),
                "figure" => Figure(id, needed),
                "working" => Working(id, needed),
                _ => User(id),
            };
            return match.Index == 0 && text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
        });
        foreach (var source in needed.Where(source => !marked.Contains(source.Id) && (_cited.Contains(source) || _cited.Count < MostCitations)))
        {
            marked.Add(source.Id);
            written = BeforeStop().Replace(written, $" {Number(source)}$0", 1);
        }

        return written;
    }

    private string Mark(Match match, HashSet<string> marked)
    {
        var marks = new List<string>();
        foreach (var id in match.Groups["mark"].Value.Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (knowledge.Sentences.FirstOrDefault(one => one.Id == id) is not { } sentence)
            {
                return Refuse($"cites [{DataBlock.Shorten(id)}], which is no sentence of the article");
            }

            if (!sources.HasShown(sentence.Id))
            {
                return Refuse($"cites [{id}], which no function has returned for this question");
            }

            marked.Add(id);
            marks.Add(Number(sentence));
        }

        return string.Join(' ', marks);
    }

    private string Figure(string id, List<Sentence> needed)
    {
        if (sources.Figure(id) is not { } figure)
        {
            return Refuse($"refers to {{figure:{DataBlock.Shorten(id)}}}, which is no figure of the article");
        }

        _figures.Add(figure);
        needed.Add(sources.SentenceOf(figure));
        return figure.Quantity.Unit.Dimension is Dimension.Calendar || figure.Form is NumberForm.Score ? figure.Text : QuantityText.Brief(figure.Quantity);
    }

    private string Working(string id, List<Sentence> needed)
    {
        var calculations = sources.Ledger.Calculations;
        var at = id == "last" ? calculations.Count : int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
        if (at < 1 || at > calculations.Count)
        {
            return Refuse($"refers to {{working:{DataBlock.Shorten(id)}}}, but the calculator gave {calculations.Count} results");
        }

        _workings.Add(at - 1);
        foreach (var operand in Steps(at - 1).SelectMany(step => calculations[step].Working.Operands))
        {
            if (operand.Figure is { } figure && sources.Figure(figure) is { } found && !_cited.Contains(sources.SentenceOf(found)))
            {
                _figures.Add(found);
                needed.Add(sources.SentenceOf(found));
            }
        }

        return QuantityText.WithInterval(calculations[at - 1].Result);
    }

    private string User(string number) => sources.HasUserSaid(number)
        ? number
        : Refuse($"refers to {{user:{DataBlock.Shorten(number)}}}, which the user has not written");

    /// <summary>The calculations that answer, and those before them whose results they take.</summary>
    private IEnumerable<Working> Workings() => _workings.SelectMany(Steps).Distinct().Order().Select(at =>
    {
        var working = sources.Ledger.Calculations[at].Working;
        return working with { Operands = [.. working.Operands.Select(operand => operand with { Citation = PlaceOf(operand) })] };
    });

    private IEnumerable<int> Steps(int at)
    {
        var calculations = sources.Ledger.Calculations;
        var taken = calculations[at].Working.Operands.Where(operand => operand.Source == "working").Select(operand => operand.Value).ToArray();
        return Enumerable.Range(0, at).Where(step => taken.Contains(calculations[step].Working.Value)).SelectMany(Steps).Append(at);
    }

    private int? PlaceOf(Operand operand) =>
        operand.Figure is { } id && sources.Figure(id) is { } figure && _cited.IndexOf(sources.SentenceOf(figure)) is var at and >= 0 ? at + 1 : null;

    private string Number(Sentence sentence)
    {
        if (!_cited.Contains(sentence))
        {
            _cited.Add(sentence);
        }

        return string.Create(CultureInfo.InvariantCulture, $"[{_cited.IndexOf(sentence) + 1}]");
    }

    /// <summary>Digits stand in references, in ids and in the article's own words; anywhere else a model would write the number itself.</summary>
    private void RefuseDigits(string text)
    {
        if (Digits().Match(Quoted().Replace(Reference().Replace(text, " "), " ")) is { Success: true } number)
        {
            Refuse($"writes “{number.Value}” by hand; a number is written as {{figure:ID}}, {{working:N}} or {{user:NUMBER}}, or stands in the article's quoted words");
        }
    }

    private string Refuse(string detail)
    {
        problems.Add(new ModelProblem("reference", detail));
        return "";
    }

    [GeneratedRegex(@"\{(?<kind>figure|working|user):(?<id>[^{}\n]{1,80})\}|\[(?<mark>[^\[\]\n]{1,80})\]")]
    private static partial Regex Reference();

    /// <summary>"It is so. [p1.s1]" becomes "It is so [p1.s1]."</summary>
    [GeneratedRegex(@"(?<stop>[.!?])[ ]?(?<marks>\[[^\[\]\n]{1,80}\]([ ,]?\[[^\[\]\n]{1,80}\])*)")]
    private static partial Regex MarkAfterStop();

    /// <summary>Where a mark belongs at the end of a sentence.</summary>
    [GeneratedRegex(@"[.!?:]*$")]
    private static partial Regex BeforeStop();

    [GeneratedRegex("“[^”]*”|\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"[\p{Nd}][\p{Nd},.]*")]
    private static partial Regex Digits();
}

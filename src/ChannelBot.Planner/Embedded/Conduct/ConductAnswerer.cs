using ChannelBot.Core.Answers;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Planner.Embedded.Facts;
using ChannelBot.Planner.Embedded.Reading;
using ChannelBot.Planner.FixedTexts;

namespace ChannelBot.Planner.Embedded.Conduct;

/// <summary>Answers what is no plain question of fact from reviewed texts, with what the article's people say beside it where it bears on it.</summary>
internal sealed class ConductAnswerer(ArticleIndex index) : IAnswerer
{
    /// <summary>Requests that a greeting or a refusal may offer; the gist answers them.</summary>
    private static readonly string[] WhatToAsk = ["What is the article about?", "What are the key figures?", "Who is who?"];

    /// <summary>Putting spelling right changes a text's length by little; where more is missing, the rest is another request.</summary>
    private const int MostMending = 4;

    /// <summary>A question that is nearly a curated one, in its words too, is that.</summary>
    private const float Sure = 0.85f;
    private const float Like = 0.6f;

    private readonly QuestionReader _reader = new(index);

    public bool ReadsAround => true;

    public Step? Propose(Question question) =>
        Read(question) is { } finding && !(MayBeOfFact(finding) && !(finding.Code is "harm" && IsOfTheAsker(question)) && IsExpected(question, maySayNothing: finding.Code is "harm" or "hate" or "unclear")) && !(finding.Code is "opinion" && HasANumberWrong(question)) && Draft(finding, question) is { } draft ? new Finish(draft) : null;

    /// <summary>What the request is, where it is no plain question of fact; null where it is left to others.</summary>
    public static ConductFinding? Read(Question question)
    {
        var article = question.Knowledge.Article.Text;
        var finding = ConductReader.English.Read(question.Text, article);
        if (finding is not null || Math.Abs(question.Original.Length - question.Text.Length) > MostMending || question.Original == question.Text)
        {
            return finding;
        }

        // Putting spelling right may have lost the words that told.
        return ConductReader.English.Read(QuestionText.Clean(question.Original), article);
    }

    /// <summary>"What should be targeted?", "what does a place in a boat cost?" may ask what the article has; who is to blame it does not settle, and a cry for help is one.</summary>
    private static bool MayBeOfFact(ConductFinding finding) => finding.Key is not "declined.blame" && finding.Code is not ("distress" or "language");

    /// <summary>"Which smuggler should I call, and what does a place cost?" asks for oneself.</summary>
    private static bool IsOfTheAsker(Question question) => Array.Exists(question.Tokens, token => token.Lower is "i" or "i'm" or "im" or "me" or "my" or "we" or "us" or "our");

    /// <summary>"600 dead, how can they sleep?" takes a number for granted that the article has otherwise: that is put right first.</summary>
    private bool HasANumberWrong(Question question) =>
        question.Numbers.Count > 0 && NumberCheck.Of(_reader.Read(question)).Any(finding => !finding.IsEqual);

    /// <param name="maySayNothing">Whether a question that the article is known to be silent on will do.</param>
    private bool IsExpected(Question question, bool maySayNothing) =>
        index.Expected(question.Tokens, [], 1) is [{ Likelihood: >= Sure, Likeness: >= Like, Meaning: var meaning }] && (meaning is AnsweredByFact or Reworded || (maySayNothing && meaning is NotSaid));

    private static Draft? Draft(ConductFinding finding, Question question)
    {
        var kind = finding.Key[(finding.Key.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return kind[..kind.IndexOf('.', StringComparison.Ordinal)] switch
        {
            "no_date" => WithoutDate(finding, question),
            "declined" => Declined(finding, question),
            "clarify" => Fixed(Outcome.Clarify, finding, question),
            _ => Fixed(Outcome.Social, finding, question),
        };
    }

    private static Draft Fixed(Outcome outcome, ConductFinding finding, Question question, string? key = null) =>
        new(outcome,
            ReviewedText.Of(key ?? finding.Key, question.Knowledge),
            [],
            [],
            [],
            finding.Code is null ? null : new Reason(finding.Code, null, null),
            finding.Code is "distress" or "hate" ? [] : WhatToAsk,
            key ?? finding.Key);

    private static Draft Declined(ConductFinding finding, Question question)
    {
        var draft = Fixed(Outcome.Declined, finding, question);
        return finding.Code switch
        {
            "opinion" or "prediction" => WithViews(draft, question),
            "harm" => WithDeaths(draft, question.Knowledge),
            _ => draft,
        };
    }

    private static Draft WithViews(Draft draft, Question question)
    {
        var report = ReportedViews.Of(question.Knowledge).On(question);
        return report.Sources.Count == 0
            ? draft
            : draft with
            {
                Text = $"{draft.Text} {report.Text}",
                Sources = report.Sources,
                Topic = report.Topic,
                Reason = draft.Reason! with { Nearest = SentenceId(question.Knowledge, report.Sources[0]) },
            };
    }

    private static Draft WithDeaths(Draft draft, KnowledgeFile knowledge)
    {
        var toll = DeathToll.Of(knowledge);
        return toll.Place is not { } place
            ? draft
            : draft with
            {
                Text = $"{draft.Text} The article says: “{knowledge.Article.Text[place.Start..place.End]}” [1].",
                Sources = [toll.Sentence],
                Topic = [toll.FigureId],
            };
    }

    private static Draft? WithoutDate(ConductFinding finding, Question question)
    {
        var dates = CalendarDates.Of(question.Knowledge);
        if (finding.Key != "no_date.event")
        {
            return Fixed(Outcome.NotInArticle, finding, question, dates.IsDated ? finding.Key + "_dated" : null);
        }

        // An article with dates may well answer: a question for the facts.
        if (dates.IsDated)
        {
            return null;
        }

        var draft = Fixed(Outcome.NotInArticle, finding, question);
        return dates.TimeOf(question) is not { } time
            ? draft
            : draft with
            {
                Text = $"{draft.Text} It says only “{time.Words}” [1].",
                Sources = [time.Sentence],
                Topic = [time.Id],
                Reason = draft.Reason! with { Nearest = SentenceId(question.Knowledge, time.Sentence) },
            };
    }

    private static string? SentenceId(KnowledgeFile knowledge, Span sentence) =>
        knowledge.Sentences.FirstOrDefault(other => other.Start == sentence.Start)?.Id;
}

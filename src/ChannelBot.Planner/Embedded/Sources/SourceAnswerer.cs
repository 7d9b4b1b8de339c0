using System.Runtime.InteropServices;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Evidence;
using ChannelBot.Planner.Embedded.Conduct;
using ChannelBot.Planner.Plugins;

namespace ChannelBot.Planner.Embedded.Sources;

/// <summary>Answers "who said that?" after an answer: with whoever the article has it from, or that it says so itself.</summary>
internal sealed class SourceAnswerer(ArticleIndex index) : IAnswerer
{
    private static readonly Lazy<(RequestWords Words, PatternBook Asked, PatternBook Leads)> s_patterns = new(ReadPatterns);

    private readonly SpeakerNames _names = new(index.Knowledge);

    public Step? Propose(Question question)
    {
        if (question.Conversation.Turns.LastOrDefault(turn => turn.Answer.Outcome is not Outcome.Social) is not { } last || !Asks(question.Text))
        {
            return null;
        }

        return last.Answer.Outcome is Outcome.NotInArticle ? new Finish(Unsaid(last))
            : PlaceOf(last) is { } place ? new CallFunctions(
                [new PlannedCall(ArticlePlugin.Name, ArticlePlugin.Source, new Dictionary<string, object?>(StringComparer.Ordinal) { ["place"] = place })],
                results => new Finish(Draft((Attributed)results[0]!)))
            : null;
    }

    public IReadOnlyList<string> Describe(Question question) => ["asks who is behind what was said"];

    private static (RequestWords Words, PatternBook Asked, PatternBook Leads) ReadPatterns()
    {
        var vocabulary = new Vocabulary();
        var (asked, leads) = (PatternBook.Read(vocabulary, "Sources/Patterns.txt"), PatternBook.Read(vocabulary, "Gist/Patterns/leads.txt"));
        return (new RequestWords(vocabulary), asked, leads);
    }

    /// <summary>Every word has its place: "who said that boats must be stopped?" asks something else.</summary>
    private static bool Asks(string text)
    {
        var (reader, asked, leads) = s_patterns.Value;
        var words = CollectionsMarshal.AsSpan(reader.Read(text, correct: false));
        for (var at = 0; at < words.Length;)
        {
            if (asked.LongestAt(words, at) is { } found && found.End == words.Length)
            {
                return true;
            }

            if (leads.LongestAt(words, at) is not { } lead)
            {
                return false;
            }

            at = lead.End;
        }

        return false;
    }

    /// <summary>The figure that the answer stands on, else the one sentence that it cites; null where it says nothing of the article's or
    /// several things.</summary>
    private string? PlaceOf(PastTurn last)
    {
        if (last.Answer.Outcome is not (Outcome.Answered or Outcome.Computed or Outcome.Corrected))
        {
            return null;
        }

        string[] sentences = [.. last.Answer.AllCitations().Select(citation => citation.Sentence).Distinct(StringComparer.Ordinal)];
        return sentences is not [var sentence, ..] || (sentences.Length > 1 && last.Answer.Parts is not null) ? null
            : last.Topic.FirstOrDefault(id => index.Knowledge.Figures.Any(figure => figure.Id == id && figure.Sentence == sentence)) ?? sentence;
    }

    private static Draft Unsaid(PastTurn last) =>
        new(Outcome.NotInArticle, "The article does not say it, so it names nobody as its source.", [], last.Topic, [], new Reason("not_stated", "source", null));

    private Draft Draft(Attributed attributed)
    {
        var (sentence, by) = (attributed.Sentence, attributed.By);
        if (by is null && Attribution.IsTold(index, sentence))
        {
            return new Draft(Outcome.Answered, $"In the article’s words: {Quotation.Of(sentence.Text)} [1]", [sentence.Span], [sentence.Id], []);
        }

        if (by is null)
        {
            return new Draft(
                Outcome.NotInArticle, $"The article names nobody as the source of that. It says so itself: {Quotation.Of(sentence.Text)} [1]", [sentence.Span], [sentence.Id], [],
                new Reason("not_stated", "source", sentence.Id));
        }

        var name = SpeakerNames.AtStart(_names.Of(by.Id) ?? by.Name);
        return _names.Names(by.Id, sentence.Span)
            ? new Draft(Outcome.Answered, $"{name}. {Quotation.Of(sentence.Text)} [1]", [sentence.Span], [by.Id, sentence.Id], [])
            : new Draft(Outcome.Answered, $"{name} [2]. {Quotation.Of(sentence.Text)} [1]", [sentence.Span, attributed.Named!.Span], [by.Id, sentence.Id], []);
    }
}

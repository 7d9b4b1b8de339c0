using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Planner.Embedded.Arithmetic;
using ChannelBot.Planner.Embedded.Reading;
using ChannelBot.Planner.Plugins;

namespace ChannelBot.Planner.Embedded;

/// <summary>One turn of the embedded planner: the requests of a message, answered one after the other.</summary>
internal sealed class Turn(Message message, ConversationState conversation, IReadOnlyList<IAnswerer> answerers, AnswerAssembler assembler)
{
    private readonly List<Draft> _drafts = [];
    private readonly List<(Question Ask, IAnswerer By)> _answered = [];
    private ConversationState _conversation = conversation;
    private CallFunctions? _pending;
    private int _ask = -1;
    private int _read;

    public Message Message { get; } = message;

    public TurnLedger Ledger { get; } = new();

    /// <summary>The drafts of the requests answered so far, in their order.</summary>
    public IReadOnlyList<Draft> Drafts => _drafts;

    /// <summary>Which answerer took which request.</summary>
    public IReadOnlyList<(Question Ask, IAnswerer By)> Answered => _answered;

    /// <summary>The calls to make next; null when every request has its draft.</summary>
    public IReadOnlyList<PlannedCall>? Next()
    {
        Step? step = null;
        if (_pending is not null)
        {
            var results = Ledger.Returned.Skip(_read).ToArray();
            _read = Ledger.Returned.Count;
            step = _pending.Then(results);
            _pending = null;
        }

        while (true)
        {
            switch (step)
            {
                case CallFunctions calls:
                    _pending = calls;
                    return calls.Calls;
                case Finish finish:
                    Add(finish.Draft);
                    step = null;
                    break;
                default:
                    if (_ask + 1 >= Message.Asks.Count)
                    {
                        return null;
                    }

                    step = Propose(Message.Asks[++_ask]);
                    if (_ask == 0 && Message.Asks.Count > 1 && answerers[0].Propose(Message.Whole) is Finish { Draft: var whole } && TakesAll(whole))
                    {
                        _answered.Add((Message.Whole, answerers[0]));
                        _drafts.Add(whole);
                        return null;
                    }

                    break;
            }
        }
    }

    private static bool IsJudgement(Step step) => step is Finish { Draft.Reason.Code: "opinion" or "prediction" };

    private static bool IsInsult(Step step) => step is Finish { Draft.FixedText: "clarify.insult" };

    /// <summary>"Shut up, just tell me how many came": what is asked is answered.</summary>
    private bool AsksBesides(Question ask) => ask.Text.Length < Message.Whole.Text.Length && answerers[0].Propose(ask) is null;

    /// <summary>"My nan swears it was closed. Is she right?": the judgement is on her words, and these are of a fact.</summary>
    private bool IsFactClaimed(Question ask) => ask.IsReported && !(answerers[0].Propose(ask) is { } step && IsJudgement(step));

    /// <summary>"how many", "how deadly", "when" and "where" ask what is so, whatever the words behind them.</summary>
    private static bool AsksForAFact(Question request)
    {
        // What is asked stands in the last sentence: "My village has 1,900 people. How many …".
        var tokens = request.Tokens;
        var end = tokens.Length > 1 ? Array.FindLastIndex(tokens, tokens.Length - 2, token => token.Lower is "." or "!" or "?" or ";") : -1;
        var first = Interrogative.FirstMeaning(tokens, end + 1);
        return first + 1 < tokens.Length
            && (tokens[first].Lower is "when" or "where"
                || (tokens[first].Lower == "how" && (tokens[first + 1].Lower is "many" or "much" || Interrogative.IsDegree(tokens[first + 1].Lower))));
    }

    /// <summary>"Roughly how many more…" predicts nothing where the curation knows it for a calculation.</summary>
    private bool IsExpectedCalculation(Question request) => answerers.Any(answerer => answerer is RewordedCalculation && answerer.Propose(request) is not null);

    private static bool IsJudgementOrTalk(Step step) => IsJudgement(step) || step is Finish { Draft: { Outcome: Outcome.Social } or { Reason.Code: "injection" or "no_calendar_date" or "unclear" } };

    /// <summary>"With 45 to a boat, how many boats would they have filled", "add 500, what do you get": nothing is predicted, and nobody chats.</summary>
    private bool IsSupposition(Question request) => answerers.Any(answerer => answerer is CalculationAnswerer calculation && calculation.IsSupposition(request));

    /// <summary>A cry for help, a call to harm, an instruction to the bot or another tongue: what such a message asks besides is not answered.</summary>
    private static bool TakesAll(Draft draft) => draft.Reason?.Code is "distress" or "harm" or "hate" or "language";

    /// <summary>A message with one request is offered whole, so that what surrounds the request is heard; then the request by itself.</summary>
    private Step? Propose(Question ask)
    {
        ask = ask with { Conversation = _conversation };
        Ledger.Follow(_conversation);
        foreach (var answerer in answerers)
        {
            var whole = Message.Asks.Count == 1 && answerer.ReadsAround;
            var request = whole ? Message.Whole : ask;
            if (answerer.Propose(request) is { } step && !(whole && IsInsult(step) && AsksBesides(ask)) && !(IsJudgement(step) && (AsksForAFact(request) || IsExpectedCalculation(request))) && !(IsJudgementOrTalk(step) && IsSupposition(request)) && !(whole && IsJudgement(step) && IsFactClaimed(ask)))
            {
                _answered.Add((request, answerer));
                return step;
            }
        }

        return new Finish(assembler.Unclear());
    }

    /// <summary>"… would they all fit? How many would be left outside?": the number that the second asks for was worked out for the first.</summary>
    private bool IsAnsweredAlready(Draft draft) =>
        _drafts is [.., { Outcome: Outcome.Computed, Working.Count: > 0 }] && draft is { Outcome: Outcome.NotInArticle, Reason: { Code: "not_stated", Missing: null } } && AsksForAFact(Message.Asks[_ask]);

    private void Add(Draft draft)
    {
        if (IsAnsweredAlready(draft))
        {
            return;
        }

        _drafts.Add(draft);
        if (Message.Asks.Count > 1)
        {
            _conversation = _conversation.With(new PastTurn(Message.Asks[_ask].Text, assembler.Assemble(Message.Asks[_ask].Text, [draft]), draft.Topic));
        }
    }
}

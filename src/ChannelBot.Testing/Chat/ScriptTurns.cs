using ChannelBot.BotFramework.Schema;
using ChannelBot.Testing.Expectations;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Chat;

/// <summary>Collects the turns of a script from its activities and comments, in the order of the file.</summary>
internal sealed class ScriptTurns(ScriptHeader header)
{
    private readonly List<ScriptTurn> _turns = [];

    public IReadOnlyList<ScriptTurn> All => _turns;

    public void Add(ChatActivity read)
    {
        var activity = WhatIsSaid(read.ToActivity());
        if (!read.IsFromBot)
        {
            _turns.Add(new ScriptTurn { Place = read.Place, Activity = activity, Delay = read.Delay });
            return;
        }

        if (activity.IsType(ActivityTypes.Typing))
        {
            return;
        }

        if (_turns.Count is 0)
        {
            _turns.Add(new ScriptTurn { Place = read.Place, Activity = EverybodyJoins() });
        }

        activity.From = null;
        Change(turn => turn with { Replies = [.. turn.Replies, new ExpectedReply(activity, read.Place, read.LastLine)] });
    }

    /// <param name="mayBeLost">Whether the activity that it belongs to may be missing for another mistake, which is named already.</param>
    public void Expect(Expectation expectation, ScriptPlace place, bool mayBeLost)
    {
        Demand(place, "An expectation", mayBeLost);
        Change(turn => turn with { Expectations = [.. turn.Expectations, expectation] });
    }

    public void OrAsk(Paraphrase paraphrase, bool mayBeLost)
    {
        Demand(paraphrase.Place, "A paraphrase", mayBeLost);
        if (_turns.Count > 0 && !_turns[^1].Activity.IsType(ActivityTypes.Message))
        {
            throw new ScriptFormatException(paraphrase.Place, "A paraphrase follows something that is no message. Expected it below the line of the user that it says in other words.");
        }

        Change(turn => turn with { Paraphrases = [.. turn.Paraphrases, paraphrase] });
    }

    private void Demand(ScriptPlace place, string what, bool mayBeLost)
    {
        if (_turns.Count is 0 && !mayBeLost)
        {
            throw new ScriptFormatException(place, $"{what} stands above all that is said. Expected it below the line that it is about.");
        }
    }

    private void Change(Func<ScriptTurn, ScriptTurn> change)
    {
        if (_turns.Count > 0)
        {
            _turns[^1] = change(_turns[^1]);
        }
    }

    /// <summary>Without what chatdown makes up; a driver gives ids, times and accounts. Where several users speak, the name stays.</summary>
    private Activity WhatIsSaid(Activity activity)
    {
        (activity.Id, activity.Timestamp, activity.Conversation, activity.Recipient, activity.ChannelId) = (null, null, null, null, null);
        activity.From = header.Users.Count > 1 && activity.From?.Name is { } name ? new ChannelAccount(null, name, "user") : null;
        return activity;
    }

    private Activity EverybodyJoins() => new(ActivityTypes.ConversationUpdate)
    {
        MembersAdded = [new ChannelAccount(null, header.Bot, "bot"), .. header.Users.Select(user => new ChannelAccount(null, user, "user"))],
    };
}

using ChannelBot.BotFramework.Schema;

namespace ChannelBot.Testing.Transcripts;

/// <summary>Who of a transcript is the bot: accounts say so by their role, and where none does, the bot is whom the first activity that
/// answers nothing is addressed to.</summary>
/// <remarks>Source: Activity specification, "Channel account": a role is only a hint, and Teams sends none.</remarks>
internal sealed class TranscriptSides
{
    private readonly HashSet<string> _bots = new(StringComparer.Ordinal);

    public TranscriptSides(IReadOnlyList<TranscriptEntry> entries)
    {
        foreach (var account in entries.SelectMany(entry => new[] { entry.Activity.From, entry.Activity.Recipient }))
        {
            if (account is { Role: "bot" or "skill", Id: { } id })
            {
                _bots.Add(id);
            }
        }

        if (_bots.Count is 0 && entries.FirstOrDefault(entry => entry.Activity is { ReplyToId: null, Recipient: { Id: not null, Role: not "user" } }) is { } first)
        {
            _bots.Add(first.Activity.Recipient!.Id!);
        }

        Bot = entries.SelectMany(entry => new[] { entry.Activity.From, entry.Activity.Recipient }).FirstOrDefault(IsBot);
    }

    /// <summary>The bot's account; null where nothing tells who it is.</summary>
    public ChannelAccount? Bot { get; }

    public bool IsFromBot(Activity activity) => activity switch
    {
        { From.Role: "user" } => false,
        { From: { } from } when IsBot(from) => true,
        { From: null, Recipient.Role: "user" } => true,
        _ => false,
    };

    private bool IsBot(ChannelAccount? account) => account is { Role: "bot" or "skill" } || (account?.Id is { } id && _bots.Contains(id));
}

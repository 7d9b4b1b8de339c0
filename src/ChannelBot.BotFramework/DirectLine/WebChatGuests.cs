using ChannelBot.Core.Conversations;
using ChannelBot.BotFramework.Schema;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>Web chats of pages that know their visitors, such as a class's: who was let in at a path has a user id there, and comes back to
/// it by a cookie of that path. Another path of the same host, in the same browser, is another user.</summary>
public sealed class WebChatGuests
{
    private readonly DirectLineTokens _tokens;
    private readonly IConversationStore _store;
    private readonly DirectLineOptions _options;

    internal WebChatGuests(DirectLineTokens tokens, IConversationStore store, IOptions<DirectLineOptions> options) =>
        (_tokens, _store, _options) = (tokens, store, options.Value);

    /// <summary>The id of a user who is new to everybody.</summary>
    public static string NewId() => DirectLineIds.NewUser();

    /// <summary>Lets whoever sent the request in as this user.</summary>
    /// <param name="path">What the cookie is sent to: the page's path, and what is under it.</param>
    /// <param name="name">How the user is called in the chat.</param>
    public void LetIn(HttpContext http, string path, string userId, string name) =>
        WebChatCookie.Set(http, path, _tokens, new DirectLineToken(DirectLineIds.New(), userId, name));

    /// <summary>The id of the user that the request's cookie names; null where it names none.</summary>
    public async Task<string?> FindAsync(HttpRequest request) => (await WebChatCookie.ReadAsync(request, _tokens))?.UserId;

    /// <summary>A token for the guest's conversation, or with <c>startAgain</c> for a new one: what a page asks for as at POST /webchat/token.</summary>
    /// <returns>401 where nobody was let in.</returns>
    public async Task<IResult> GrantAsync(HttpContext http, string path)
    {
        try
        {
            WebChatTokenEndpoint.RequireOwnPage(http.Request, _options);
            var asked = await RequestBody.ReadParametersAsync(http.Request, DirectLineJson.Default.WebChatRequestDto, new WebChatRequestDto(), http.RequestAborted);
            var guest = await WebChatCookie.ReadAsync(http.Request, _tokens) ?? throw DirectLineRefusal.NotAuthorized("Join first: this chat is for those who were let in.");
            var isThere = await _store.IsKnownAsync(new ConversationKey(Channels.Directline, guest.ConversationId), http.RequestAborted);
            var token = isThere && asked.StartAgain ? guest with { ConversationId = DirectLineIds.New() } : guest;
            WebChatCookie.Set(http, path, _tokens, token);
            return WebChatTokenEndpoint.Grant(http, _tokens, token);
        }
        catch (DirectLineRefusal refusal)
        {
            return refusal.ToResult();
        }
    }
}

using ChannelBot.BotFramework.Schema;
using ChannelBot.Core.Conversations;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>Files that users send, each kept for a day at an address that nobody can guess.</summary>
internal static class UploadEndpoints
{
    public static async Task<IResult> UploadAsync(
        HttpContext http,
        string? userId,
        DirectLineCallers callers,
        IConversationStore store,
        DirectLineConversations conversations,
        DirectLineAddresses addresses,
        IOptions<DirectLineOptions> options,
        TimeProvider time)
    {
        var caller = await callers.OfAsync(http.Request);
        var conversation = caller.Conversation(http);
        var upload = await Upload.ReadAsync(http.Request, http.RequestAborted);
        Check(upload, options.Value);
        var activity = upload.Activity;
        activity.From ??= new ChannelAccount(userId);
        await ActivityEndpoints.SpeakAsync(caller, activity, conversation, store, conversations, http.RequestAborted);

        var files = upload.Files
            .Select(file => new ConversationFile(
                conversation, DirectLineIds.New(), file.ContentType, file.Name, time.GetUtcNow(), file.Content))
            .ToList();
        foreach (var file in files)
        {
            await store.AddFileAsync(file, http.RequestAborted);
        }

        Attach(activity, files, file => addresses.OfFile(http.Request, file));
        return await ActivityEndpoints.AnswerAsync(conversation, activity, conversations, http.RequestAborted);
    }

    /// <summary>A file, for who knows its address. Whatever it is, it can do nothing in a browser but be looked at.</summary>
    public static async Task<IResult> ReadAsync(
        HttpContext http, string conversationId, string fileId, IConversationStore store, TimeProvider time)
    {
        var file = await store.FindFileAsync(new ConversationKey(Channels.Directline, conversationId), fileId, http.RequestAborted);
        if (file is null || file.At + ConversationFile.Lifetime < time.GetUtcNow())
        {
            throw new DirectLineRefusal(StatusCodes.Status404NotFound, "FileNotFound", "There is no such file, or not any more.");
        }

        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.CacheControl = "private, max-age=3600";
        var isPicture = file.ContentType.StartsWith("image/", StringComparison.Ordinal);
        return TypedResults.Bytes(file.Content, file.ContentType, isPicture ? null : file.Name ?? "file");
    }

    private static void Check(Upload upload, DirectLineOptions options)
    {
        if (upload.Files.Count is 0)
        {
            throw DirectLineRefusal.BadArgument("The upload holds no file.");
        }

        if (upload.Files.Sum(file => file.Content.Length) > DirectLineLimits.UploadBytes)
        {
            throw DirectLineRefusal.TooLarge($"The files are larger than {DirectLineLimits.UploadBytes:N0} bytes.");
        }

        if (upload.Files.FirstOrDefault(file => !options.Takes(file.ContentType)) is { } wrong)
        {
            throw new DirectLineRefusal(
                StatusCodes.Status400BadRequest,
                "UnsupportedContentType",
                $"Files of type \"{wrong.ContentType}\" are not taken. Use one of: {string.Join(", ", options.UploadTypes ?? DirectLineOptions.UsualUploadTypes)}.");
        }
    }

    /// <summary>Clients list their files in the activity without an address; each of those gets one, and the rest are added.</summary>
    private static void Attach(Activity activity, IReadOnlyList<ConversationFile> files, Func<ConversationFile, string> address)
    {
        activity.Attachments = [.. activity.Attachments ?? []];
        var open = new Queue<Attachment>(activity.Attachments.Where(attachment => attachment.ContentUrl is null && attachment.Content is null));
        foreach (var file in files)
        {
            if (!open.TryDequeue(out var attachment))
            {
                activity.Attachments.Add(attachment = new Attachment());
            }

            attachment.ContentType = file.ContentType;
            attachment.ContentUrl = address(file);
            attachment.Name = file.Name ?? attachment.Name;
        }
    }
}

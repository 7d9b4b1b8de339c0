using ChannelBot.BotFramework.Schema;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ChannelBot.BotFramework.DirectLine;

/// <summary>One file of an upload.</summary>
/// <param name="ContentType">In lower case, without parameters.</param>
internal sealed record UploadedFile(string ContentType, string? Name, ReadOnlyMemory<byte> Content);

/// <summary>An activity with its files, as it is sent to …/upload: one file as the body, or a form of several parts.</summary>
/// <remarks>Source: protocol checklist section 6, row upload; webchat.md, "Routes".</remarks>
internal sealed record Upload(Activity Activity, IReadOnlyList<UploadedFile> Files)
{
    private const string ActivityType = "application/vnd.microsoft.activity";
    private const int MostParts = 20;

    /// <exception cref="DirectLineRefusal">It is too large, or no upload.</exception>
    /// <exception cref="BadActivityException">The part that should be an activity is none.</exception>
    public static async Task<Upload> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
        {
            throw DirectLineRefusal.BadArgument("The upload needs the header Content-Type.");
        }

        var body = await RequestBody.ReadAsync(request, DirectLineLimits.UploadBytes + DirectLineLimits.UploadOverhead, cancellationToken);
        if (!type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return new Upload(NewMessage(), [File(type, request.Headers.ContentDisposition, body)]);
        }

        try
        {
            return await ReadFormAsync(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), body, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or ArgumentException)
        {
            throw DirectLineRefusal.BadArgument("The body is not a form of several parts.");
        }
    }

    private static async Task<Upload> ReadFormAsync(string boundary, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(boundary, new MemoryStream(body.ToArray(), writable: false));
        var files = new List<UploadedFile>();
        Activity? activity = null;
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            if (files.Count is MostParts)
            {
                throw DirectLineRefusal.BadArgument($"An upload has {MostParts} files at most.");
            }

            using var content = new MemoryStream();
            await part.Body.CopyToAsync(content, cancellationToken);
            var bytes = content.ToArray().AsMemory();
            var hasType = MediaTypeHeaderValue.TryParse(part.ContentType, out var type);
            if (hasType && type!.MediaType.Equals(ActivityType, StringComparison.OrdinalIgnoreCase))
            {
                activity = RequestBody.ToActivity(bytes.Span);
                continue;
            }

            files.Add(File(hasType ? type! : new MediaTypeHeaderValue("application/octet-stream"), part.ContentDisposition, bytes));
        }

        return new Upload(activity ?? NewMessage(), files);
    }

    private static UploadedFile File(MediaTypeHeaderValue type, string? disposition, ReadOnlyMemory<byte> content)
    {
        var name = ContentDispositionHeaderValue.TryParse(disposition, out var header)
            ? HeaderUtilities.RemoveQuotes(header.FileNameStar.HasValue ? header.FileNameStar : header.FileName).ToString()
            : null;
        return new UploadedFile(type.MediaType.ToString().ToLowerInvariant(), NameOnly(name), content);
    }

    /// <summary>Without folders of whatever system, and without what no file name has.</summary>
    private static string? NameOnly(string? name)
    {
        var last = name?.Split('/', '\\')[^1];
        var clean = last is null ? "" : string.Concat(last.Where(letter => !char.IsControl(letter))).Trim();
        return clean.Length is > 0 and <= DirectLineLimits.NameLength ? clean : null;
    }

    private static Activity NewMessage() => new(ActivityTypes.Message);
}

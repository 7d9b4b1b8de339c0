namespace ChannelBot.Testing.Chat;

/// <summary>The content type that a file's ending stands for, for what bots attach.</summary>
/// <remarks>Source: the IANA media types, in the spelling of npm mime-types 2.1.</remarks>
internal static class FileTypes
{
    private static readonly Dictionary<string, string> ByEnding = new(StringComparer.OrdinalIgnoreCase)
    {
        ["bmp"] = "image/bmp", ["gif"] = "image/gif", ["ico"] = "image/vnd.microsoft.icon", ["jpeg"] = "image/jpeg", ["jpg"] = "image/jpeg",
        ["png"] = "image/png", ["svg"] = "image/svg+xml", ["tif"] = "image/tiff", ["tiff"] = "image/tiff", ["webp"] = "image/webp",
        ["avi"] = "video/x-msvideo", ["mov"] = "video/quicktime", ["mp4"] = "video/mp4", ["mpeg"] = "video/mpeg", ["webm"] = "video/webm",
        ["m4a"] = "audio/mp4", ["mp3"] = "audio/mpeg", ["oga"] = "audio/ogg", ["ogg"] = "audio/ogg", ["wav"] = "audio/wave",
        ["csv"] = "text/csv", ["htm"] = "text/html", ["html"] = "text/html", ["ics"] = "text/calendar", ["md"] = "text/markdown", ["txt"] = "text/plain",
        ["json"] = "application/json", ["pdf"] = "application/pdf", ["rtf"] = "application/rtf", ["xml"] = "application/xml", ["zip"] = "application/zip",
        ["doc"] = "application/msword", ["ppt"] = "application/vnd.ms-powerpoint", ["xls"] = "application/vnd.ms-excel",
        ["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ["pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };

    /// <returns>Null where the ending says nothing.</returns>
    public static string? Of(string path) => ByEnding.GetValueOrDefault(path[(path.LastIndexOfAny(['.', '/', '\\']) + 1)..]);
}

using ChannelBot.Host.Operations;

namespace ChannelBot.Host.Sessions;

/// <summary>An error that its reader can use.</summary>
internal sealed record Refused(int Status, string Code, string Message) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => ErrorResponses.WriteAsync(httpContext, Status, Code, Message);
}

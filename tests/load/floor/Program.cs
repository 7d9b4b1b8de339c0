using System.Text.Json;
using ChannelBot.BotFramework.Schema;

var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { Args = args });
builder.WebHost.UseKestrelCore().UseUrls(Environment.GetEnvironmentVariable("ASPNETCORE_URLS") ?? "http://127.0.0.1:0");
var app = builder.Build();
app.Run(async context =>
{
    if (!HttpMethods.IsPost(context.Request.Method))
    {
        // Somebody asks whether it has started.
        return;
    }

    var activity = await JsonSerializer.DeserializeAsync(context.Request.Body, ProtocolJson.Wire.Activity, context.RequestAborted);
    context.Response.ContentType = "application/json; charset=utf-8";
    await JsonSerializer.SerializeAsync(context.Response.Body, activity!, ProtocolJson.Wire.Activity, context.RequestAborted);
});
await app.RunAsync();

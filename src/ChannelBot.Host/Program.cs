using ChannelBot.BotFramework.DirectLine;
using ChannelBot.Host.Answering;
using ChannelBot.Host.Charts;
using ChannelBot.Host.Conversations;
using ChannelBot.Host.Library;
using ChannelBot.Host.Messages;
using ChannelBot.Host.Operations;
using ChannelBot.Host.Page;
using ChannelBot.Host.Sessions;
using ChannelBot.Host.WebChat;
using ChannelBot.Planner;

// What every planner needs is loaded while the host is put together.
QuestionPlanner.Prepare();

// Settings, knowledge and the page lie beside the program, wherever it is started from.
var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.WebHost.UseKestrelHttpsConfiguration();
builder.Configuration.AddDeveloperSecrets(builder.Environment);
builder.Services.AddOperations(builder.Configuration);
builder.Services.AddAnswering();
builder.Services.AddConversations();
builder.Services.AddBot();
builder.Services.AddPage();
builder.Services.AddSessions();
builder.Services.AddLibrary();
builder.Services.AddMessages();
builder.Services.AddWebChat();

var app = builder.Build();
if (!app.BeginToLoad())
{
    return 1;
}

app.UseErrorResponses();
app.UseRateLimits();
app.MapHealth();
app.MapPage();
app.MapCharts();
app.MapSessions();
app.MapLibrary();
app.MapMessages();
app.MapDirectLine();

return await app.RunToEndAsync();

using ChannelBot.Host.Answering;
using ChannelBot.Host.Bot;
using ChannelBot.Host.Conversations;
using ChannelBot.Host.Messages;
using ChannelBot.Host.Operations;
using ChannelBot.Host.Page;

// Settings, knowledge and the page lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddOperations();
builder.Services.AddAnswering();
builder.Services.AddConversations();
builder.Services.AddBot();
builder.Services.AddPage();
builder.Services.AddMessages();

var app = builder.Build();
app.UseErrorResponses();
app.MapHealth();
app.MapPage();
app.MapMessages();

await app.RunAsync();

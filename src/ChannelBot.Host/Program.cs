using ChannelBot.Host.Answering;
using ChannelBot.Host.Bot;
using ChannelBot.Host.Operations;
using ChannelBot.Host.Page;

// Settings, knowledge and the page lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddOperations();
builder.Services.AddAnswering();
builder.Services.AddBot();
builder.Services.AddPage();

var app = builder.Build();
app.UseErrorResponses();
app.MapHealth();
app.MapPage();

await app.RunAsync();

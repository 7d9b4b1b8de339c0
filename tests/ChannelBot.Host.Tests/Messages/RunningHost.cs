using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ChannelBot.Core.Conversations;
using ChannelBot.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace ChannelBot.Host.Tests.Messages;

/// <summary>The whole host on a port of its own, with a store of its own, as a developer starts it.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> _factory;

    public RunningHost(string database, params (string Key, string Value)[] settings)
        : this(0, database, time: null, settings)
    {
    }

    /// <param name="port">0 for any that is free.</param>
    /// <param name="time">The host's clock; null for the system's.</param>
    public RunningHost(int port, string database, TimeProvider? time, params (string Key, string Value)[] settings)
    {
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Development");
            builder.UseUrls($"http://127.0.0.1:{port}");
            builder.UseSetting("Storage:Path", database);
            builder.UseSetting("Logging:LogLevel:Default", "None");
            builder.ConfigureTestServices(services => services.AddSingleton(time ?? TimeProvider.System));
            foreach (var (key, value) in settings)
            {
                builder.UseSetting(key, value);
            }
        });
        _factory.UseKestrel(port);
        _factory.StartServer();
        Client = _factory.CreateClient();
    }

    public HttpClient Client { get; }

    public IConversationStore Store => _factory.Services.GetRequiredService<IConversationStore>();

    public async Task<(int Status, JsonNode? Body)> PostAsync(string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        using var response = await Client.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length is 0 ? null : JsonNode.Parse(text));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _factory.DisposeAsync();
    }
}

/// <summary>A file for a store, gone when the test is.</summary>
internal sealed class StorePath : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("channelbot-host-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "conversations.db");

    /// <summary>Does something as an earlier process would have.</summary>
    public async Task BeforeAsync(Func<IConversationStore, Task> act)
    {
        using var store = SqliteConversationStore.Open(new StorageOptions { Path = Path });
        await act(store);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

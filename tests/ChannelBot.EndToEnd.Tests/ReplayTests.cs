using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace ChannelBot.EndToEnd.Tests;

/// <summary>What a started host writes down of its conversations, held at once by <c>channelbot test</c> as it is.</summary>
public sealed class ReplayTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("channelbot-replay-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("msteams", false, false)]
    [InlineData("msteams", true, false)]
    [InlineData("test", false, true)]
    public async Task The_log_of_a_channel_replays_at_once(string channel, bool isAnonymised, bool hasRecords)
    {
        var settings = new Dictionary<string, string>
        {
            ["Transcripts__Folder"] = _folder.FullName,
            ["Transcripts__Anonymise"] = isAnonymised.ToString(),
            ["Transcripts__AnswerRecords"] = hasRecords.ToString(),
        };
        await using var host = await RunningHost.StartAsync(settings, "Development");
        using var http = new HttpClient { BaseAddress = host.Address };
        await SayAsync(http, channel, """{"type":"conversationUpdate","membersAdded":[{"id":"28:bot"},{"id":"29:ann","name":"Ann Smith"}]}""");
        foreach (var text in new[] { "How many people arrived this year?", "What share of them came since the election?", "Who is the prime minister?", "help" })
        {
            await SayAsync(http, channel, $$"""{"type":"message","text":"{{text}}"}""");
        }

        var path = Assert.Single(Directory.GetFiles(_folder.FullName, "*.transcript", SearchOption.AllDirectories));
        var log = await File.ReadAllTextAsync(path, Cancel);
        Assert.Equal((!isAnonymised, hasRecords), (log.Contains("Ann Smith", StringComparison.Ordinal), log.Contains("\"outcome\":", StringComparison.Ordinal)));
        await HoldAsync(path, turns: 5);
    }

    [Fact]
    public async Task What_the_page_downloads_replays_at_once()
    {
        await using var host = await RunningHost.StartAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        var token = JsonNode.Parse(await ReadAsync(await http.PostAsync("/webchat/token", Json("{}"), Cancel)))!;
        var user = token["userId"]!.ToString();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token["token"]!.ToString());
        var conversation = JsonNode.Parse(await ReadAsync(await http.PostAsync("/v3/directline/conversations", Json("{}"), Cancel)))!["conversationId"]!.ToString();
        foreach (var text in new[] { "How many people arrived this year?", "What share of them came since the election?" })
        {
            await ReadAsync(await http.PostAsync(
                $"/v3/directline/conversations/{conversation}/activities", Json($$$"""{"type":"message","text":"{{{text}}}","from":{"id":"{{{user}}}"}}"""), Cancel));
        }

        var path = Path.Combine(_folder.FullName, "conversation.transcript");
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        do
        {
            await timer.WaitForNextTickAsync(Cancel);
            await File.WriteAllTextAsync(path, await http.GetStringAsync("/webchat/transcript", Cancel), Cancel);
        }
        while (AnswersIn(await File.ReadAllTextAsync(path, Cancel)) < 2);
        await HoldAsync(path, turns: 3);
    }

    private static int AnswersIn(string transcript) => JsonNode.Parse(transcript)!.AsArray().Count(activity => activity!["from"]?["role"]?.ToString() is "bot" && activity["replyToId"] is not null);

    private static async Task SayAsync(HttpClient http, string channel, string activity)
    {
        var json = JsonNode.Parse(activity)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(
            $$$"""{"id":"{{{Guid.NewGuid()}}}","channelId":"{{{channel}}}","serviceUrl":"http://127.0.0.1:9","deliveryMode":"expectReplies","from":{"id":"29:ann","name":"Ann Smith"},"recipient":{"id":"28:bot","name":"Desk"},"conversation":{"id":"c1","conversationType":"personal"}}""")!.AsObject())
        {
            json[name] = value?.DeepClone();
        }

        await ReadAsync(await http.PostAsync("/api/messages", Json(json.ToJsonString()), Cancel));
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static async Task<string> ReadAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.IsSuccessStatusCode, body);
        return body;
    }

    /// <summary>Runs the program on the file, in its own process.</summary>
    private static async Task HoldAsync(string path, int turns)
    {
        using var program = Process.Start(new ProcessStartInfo(Programs.Cli, ["test", path]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = program.StandardError.ReadToEndAsync(Cancel);
        var output = await program.StandardOutput.ReadToEndAsync(Cancel);
        await program.WaitForExitAsync(Cancel);
        Assert.True(program.ExitCode is 0, $"{output}{await errors}\n{await File.ReadAllTextAsync(path, Cancel)}");
        Assert.Contains($"1 passed, 0 failed, 0 broken; {turns} turns", output, StringComparison.Ordinal);
    }
}

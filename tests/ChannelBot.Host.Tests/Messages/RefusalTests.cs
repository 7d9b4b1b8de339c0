namespace ChannelBot.Host.Tests.Messages;

/// <summary>Whatever is wrong with a request, the answer says so in the protocol's way and tells nothing of the inside.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly StorePath _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task A_request_that_cannot_be_served_gets_a_status_and_a_readable_error()
    {
        await using var host = new RunningHost(_store.Path);
        (string Body, int Status)[] cases =
        [
            ("", 400), ("{", 400), ("[]", 400), ("{\"type\":\"message\"}", 400), ("{\"conversation\":{\"id\":\"c\"}}", 400),
            (new string('[', 1000), 400), ($"{{\"type\":\"message\",\"text\":\"{new string('x', 1_000_000)}\"}}", 413),
        ];
        foreach (var (body, expected) in cases)
        {
            var (status, error) = await host.PostAsync(body);
            Assert.Equal(expected, status);
            Assert.NotEmpty((string)error!["error"]!["code"]!);
            Assert.DoesNotContain("   at ", (string)error["error"]!["message"]!, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/nothing/here", 404, "NotFound")]
    [InlineData("/api/messages", 405, "MethodNotAllowed")]
    public async Task An_address_or_method_that_is_not_there_is_told_as_json(string path, int status, string code)
    {
        await using var host = new RunningHost(_store.Path);
        using var response = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains($"\"code\":\"{code}\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_from_one_address_is_asked_to_wait_and_health_is_still_told()
    {
        await using var host = new RunningHost(_store.Path, ("RateLimits:PerAddressAMinute", "2"));
        var statuses = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            statuses.Add((await host.PostAsync("{")).Status);
        }

        Assert.Equal([400, 400, 429], statuses);
        Assert.True((await host.Client.GetAsync(new Uri("/healthz", UriKind.Relative))).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Without_limits_nobody_waits()
    {
        await using var host = new RunningHost(_store.Path, ("RateLimits:PerAddressAMinute", "1"), ("RateLimits:Enabled", "false"));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(400, (await host.PostAsync("{")).Status);
        }
    }
}

using ChannelBot.BotFramework.Authentication;

namespace ChannelBot.BotFramework.Tests.Authentication;

public sealed class OutboundHostsTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", true)]
    [InlineData("https://SMBA.trafficmanager.net./emea", true)]
    [InlineData("https://directline.botframework.com", true)]
    [InlineData("https://botframework.com/", true)]
    [InlineData("https://school.example/bot", true)]
    [InlineData("https://a.school.example/bot", true)]
    [InlineData("http://directline.botframework.com", false)]
    [InlineData("https://evil.trafficmanager.net/", false)]
    [InlineData("https://a.smba.trafficmanager.net/", false)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("https://botframework.com.evil.example/", false)]
    [InlineData("https://botframework.com@evil.example/", false)]
    [InlineData("https://user@botframework.com/", false)]
    [InlineData("https://botframework.com/?x=", false)]
    [InlineData("https://botframework.com/#", false)]
    [InlineData("https://169.254.169.254/", false)]
    [InlineData("https://localhost/", false)]
    [InlineData("http://127.0.0.1:3978", false)]
    [InlineData("http://[::1]/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("urn:botframework:x", false)]
    [InlineData("/v3", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void The_bot_sends_to_connectors_and_to_what_is_configured(string? address, bool isAllowed) =>
        Assert.Equal(isAllowed, new OutboundHosts(BotCloud.Public, [".school.example", ""], allowsLoopback: false).Allow(address) is not null);

    [Theory]
    [InlineData("http://localhost:56150", true)]
    [InlineData("http://127.0.0.1:3978/x", true)]
    [InlineData("http://[::1]/", true)]
    [InlineData("http://127.0.0.1.evil.example/", false)]
    [InlineData("http://192.168.0.1/", false)]
    [InlineData("ftp://localhost/", false)]
    public void In_development_it_also_sends_to_its_own_machine(string address, bool isAllowed) =>
        Assert.Equal(isAllowed, new OutboundHosts(BotCloud.Public, [], allowsLoopback: true).Allow(address) is not null);

    [Fact]
    public void Each_cloud_has_its_own_connectors()
    {
        Assert.NotNull(new OutboundHosts(BotCloud.UsGovernment, [], false).Allow("https://directline.botframework.azure.us"));
        Assert.NotNull(new OutboundHosts(BotCloud.China, [], false).Allow("https://directline.botframework.azure.cn"));
        Assert.Null(new OutboundHosts(BotCloud.China, [], false).Allow("https://directline.botframework.com"));
    }
}

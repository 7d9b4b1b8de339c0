using ChannelBot.BotFramework.Authentication;
using ChannelBot.BotFramework.Hosting;
using ChannelBot.BotFramework.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ChannelBot.BotFramework.Tests.Authentication;

public sealed class BotOptionsTests
{
    [Fact]
    public void Without_settings_the_bot_is_not_registered() => Assert.False(Read().IsRegistered);

    [Fact]
    public void Settings_are_read_by_their_documented_names()
    {
        var options = Read(
            ("AppId", TokenMaker.AppId), ("AppType", "UserAssignedMSI"), ("TenantId", TokenMaker.AppId), ("Cloud", "UsGovernment"), ("AllowedHosts:0", "a.example"));
        Assert.Equal((BotAppType.UserAssignedMsi, "https://api.botframework.us"), (options.AppType, options.ToCloud().ChannelIssuer));
        Assert.Equal(["a.example"], options.AllowedHosts);
    }

    [Theory]
    [InlineData("my-bot", "SingleTenant", TokenMaker.AppId, "s", "", "Bot:AppId must be the GUID of an app registration; 'my-bot' is none.")]
    [InlineData(TokenMaker.AppId, "SingleTenant", "", "s", "", "Bot:TenantId must be the tenant's GUID for a bot of type SingleTenant.")]
    [InlineData(TokenMaker.AppId, "UserAssignedMSI", "", "", "", "Bot:TenantId must be the tenant's GUID for a bot of type UserAssignedMsi.")]
    [InlineData(TokenMaker.AppId, "MultiTenant", "", "", "", "A bot of type MultiTenant needs one of Bot:AppPassword, Bot:CertificatePath, Bot:FederatedTokenFile and Bot:FederatedIdentityId.")]
    [InlineData(TokenMaker.AppId, "MultiTenant", "", "s", "/none.pem", "A bot of type MultiTenant needs one of Bot:AppPassword, Bot:CertificatePath, Bot:FederatedTokenFile and Bot:FederatedIdentityId.")]
    [InlineData(TokenMaker.AppId, "MultiTenant", "", "", "/none.pem", "Bot:CertificatePath: there is no file '/none.pem'.")]
    public void A_registration_that_cannot_work_says_why(string app, string type, string tenant, string password, string certificate, string problem)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Read(
            ("AppId", app), ("AppType", type), ("TenantId", tenant), ("AppPassword", password), ("CertificatePath", certificate)));
        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
    }

    private static BotOptions Read(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => $"Bot:{setting.Name}", setting => (string?)setting.Value))
            .Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddBotFramework().BuildServiceProvider();
        return services.GetRequiredService<BotOptions>();
    }
}

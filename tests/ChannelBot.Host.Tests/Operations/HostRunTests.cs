using System.Diagnostics;

namespace ChannelBot.Host.Operations;

/// <summary>A host whose settings are wrong says in a line what is, and ends with the exit code for the caller's errors.</summary>
public class HostRunTests
{
    [Theory]
    [InlineData("Storage__RetentionDays", "0", "The field RetentionDays must be between 1 and 3650.")]
    [InlineData("Planner__Provider", "oracle", "Planner:Provider")]
    [InlineData("Host__PublicUrl", "not/absolute", "Host:PublicUrl must be an address")]
    [InlineData("Knowledge__Path", "nowhere.json", "Knowledge:Path names no file.")]
    [InlineData("Knowledge__Path", "appsettings.json", "appsettings.json' cannot be read")]
    [InlineData("Storage__Path", "appsettings.json/conversations.db", "The conversations cannot be kept in")]
    public async Task A_setting_that_cannot_be_used_ends_the_host_with_a_line(string setting, string value, string said)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location]) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
            start.Environment["Storage__Path"] = Path.Combine(folder.FullName, "conversations.db");
            start.Environment[setting] = value;
            using var host = Process.Start(start)!;
            var output = await Task.WhenAll(host.StandardOutput.ReadToEndAsync(), host.StandardError.ReadToEndAsync());
            await host.WaitForExitAsync();

            Assert.Equal(1, host.ExitCode);
            Assert.Contains(said, string.Concat(output), StringComparison.Ordinal);
            Assert.DoesNotContain("DataAnnotation", string.Concat(output), StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", string.Concat(output), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

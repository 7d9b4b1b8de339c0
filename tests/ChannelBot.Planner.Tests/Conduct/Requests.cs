namespace ChannelBot.Planner.Tests.Conduct;

/// <summary>The lists of requests beside the tests.</summary>
internal static class Requests
{
    /// <summary>The key or keys that may answer, and the request.</summary>
    public static IEnumerable<(string[] Keys, string Request)> OfConduct()
    {
        var key = "";
        foreach (var line in Lines("requests.txt"))
        {
            if (line[0] == '[')
            {
                key = line[1..^1];
                continue;
            }

            var parts = line.Split(" | ");
            yield return ([key, .. parts[1..]], parts[0]);
        }
    }

    public static IEnumerable<string> Ordinary() => Lines("ordinary.txt");

    private static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Conduct", file)).Where(line => line.Length > 0 && line[0] != '#');
}

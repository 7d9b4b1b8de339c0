using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using ChannelBot.Cli.Settings;

namespace ChannelBot.Cli.Tests;

/// <summary>docs/operations.md lists every setting as the programs know it: its name, what it is unless set, and what it means.</summary>
public sealed partial class OperationsDocumentTests
{
    private const string None = "–";

    private static readonly Dictionary<string, (string Usually, string Meaning)> s_rows = Row().Matches(File.ReadAllText(Repository.At("docs", "operations.md")))
        .ToDictionary(row => row.Groups["name"].Value, row => (row.Groups["usually"].Value.Trim('`'), row.Groups["meaning"].Value));

    public static TheoryData<string> Settings => [.. All().Keys];

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_setting_is_listed_with_what_it_usually_is(string name)
    {
        Assert.True(s_rows.TryGetValue(name, out var row), $"docs/operations.md does not list {name}.");
        Assert.Equal(All()[name], row.Usually);
        Assert.NotEmpty(row.Meaning);
    }

    [Fact]
    public void Nothing_else_is_listed() => Assert.Empty(s_rows.Keys.Except(All().Keys));

    private static Dictionary<string, string> All() => SettingSections.All
        .SelectMany(section => SettingSections.Of(section), (section, setting) => (Name: $"{section.Name}:{setting.Name}", Usually: Usually(section.Type, setting)))
        .ToDictionary(setting => setting.Name, setting => setting.Usually, StringComparer.Ordinal);

    private static string Usually(Type type, PropertyInfo setting) => setting.GetValue(Activator.CreateInstance(type)) switch
    {
        null or "" => None,
        bool isOn => isOn ? "true" : "false",
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        ICollection { Count: 0 } => None,
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    [GeneratedRegex(@"^\| `(?<name>[A-Z]\w+:\w+)` \| (?<usually>[^|]+) \| (?<meaning>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}

using System.Text.RegularExpressions;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.Cli.Tests;

/// <summary>What is known of one article belongs in knowledge/: nothing of it stands in the code or in the prompts.</summary>
public sealed partial class NoArticleInTheCodeTests
{
    /// <summary>Capitalised words of the article that are no person's and no local place's name, so that any program may know them:
    /// roles, institutions, peoples, and places of the whole world. A new article with new ones is looked at and added to.</summary>
    private static readonly HashSet<string> General = new(
        """
        a and asylum authorities balkan balkans beach border britain channel coast command community conservative conservatives
        english epc europe european france french government home hungary in kingdom kosovo labour lifeboat macedonia media meeting
        migrants minister ministers nations north northern number of office partners plan pm police policy political press previous
        prime prosecutor public rwanda scheme secretary security serbia sir spokesperson station street summit the tories tory uk united
        west western deal south
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Text = [".cs", ".txt", ".csproj", ".css", ".json", ".yaml", ".md", ".bash", ".zsh", ".fish", ".pwsh"];

    [Fact]
    public void No_name_and_no_statistic_of_the_article_stands_in_the_code_or_the_prompts()
    {
        var knowledge = KnowledgeReader.Read(Repository.At("knowledge", "channel-crossings", "knowledge.json"));
        string[] words = [.. Names(knowledge), .. Statistics(knowledge)];
        Assert.NotEmpty(Names(knowledge));
        Assert.NotEmpty(Statistics(knowledge));
        var forbidden = new Regex(
            $@"(?<![\p{{L}}\p{{N}}])({string.Join('|', words.Select(Regex.Escape))})(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase);

        var found = Files().SelectMany(file => File.ReadLines(file)
            .Select((line, i) => (Match: forbidden.Match(line), Place: $"{Path.GetRelativePath(Repository.Root, file)}:{i + 1}"))
            .Where(line => line.Match.Success)
            .Select(line => $"{line.Place} {line.Match.Value}"));

        if (found.ToArray() is { Length: > 0 } places)
        {
            Assert.Fail(string.Join('\n', places));
        }
    }

    /// <summary>Capitalised words in the names of whoever and whatever the article names, less the general ones.</summary>
    private static IEnumerable<string> Names(KnowledgeFile knowledge) => knowledge.Entities
        .SelectMany(entity => entity.Aliases.Prepend(entity.Name))
        .SelectMany(name => Word().Matches(name).Select(match => match.Value))
        .Where(word => char.IsUpper(word[0]) && !General.Contains(word))
        .Distinct();

    /// <summary>Numbers of three or more digits, as written and without their comma.</summary>
    private static IEnumerable<string> Statistics(KnowledgeFile knowledge) => Number().Matches(knowledge.Article.Text)
        .Select(match => match.Value)
        .Where(number => number.Count(char.IsDigit) >= 3 && !Year().IsMatch(number))
        .SelectMany(number => new[] { number, number.Replace(",", "", StringComparison.Ordinal), number.Replace(",", "_", StringComparison.Ordinal) })
        .Distinct();

    private static IEnumerable<string> Files() => new[] { "src", "prompts" }
        .Select(folder => Repository.At(folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        .Where(file => Text.Contains(Path.GetExtension(file)) && !Built().IsMatch(file));

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"\d[\d,]*\d")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(19|20)\d\d$")]
    private static partial Regex Year();

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex Built();
}

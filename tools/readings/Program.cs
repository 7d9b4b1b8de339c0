using System.Globalization;
using ChannelBot.Core.Knowledge;
using ChannelBot.KnowledgeBuilder;
using Readings;

// dotnet run -c Release --project tools/readings [-- --check], from the root of the repository: learns which reading of a request goes with its
// words, and writes Readings/weights.txt; with --check it says how good such weights are on questions that they were not learnt from.
const string Questions = "tests/questions";
const string Weights = "src/ChannelBot.Planner/Embedded/Arithmetic/Readings/weights.txt";
const string Channel = "channel-crossings";

// They judge the bot, so nothing is learnt from them.
string[] judging = ["judging", "strangers"];

if (!Directory.Exists(Questions) || args is not ([] or ["--check"]))
{
    Console.Error.WriteLine($"Run it at the root of the repository, where {Questions} is; it takes --check or nothing.");
    return 1;
}

var examples = new Examples();

// What an article is about stands in its knowledge file, and not in the program.
var names = new HashSet<string>(StringComparer.Ordinal);
foreach (var calculations in Directory.GetFiles($"{Questions}/calculations", "*.jsonl").Order(StringComparer.Ordinal))
{
    var story = Path.GetFileNameWithoutExtension(calculations);
    var folder = new[] { $"knowledge/{story}", $"{Questions}/articles/{story}", $"{Questions}/fresh-articles/{story}" }.First(Directory.Exists);
    var article = Path.Combine(folder, "article.txt");
    var knowledge = story is Channel ? KnowledgeReader.Read($"knowledge/{Channel}/knowledge.json") : KnowledgeCompiler.Build(File.ReadAllBytes(article), null);
    string[] sets = story is Channel
        ? [.. Directory.GetFiles(Questions, $"{Channel}.*.jsonl"), .. Directory.GetFiles($"{Questions}/fresh-articles", $"{Channel}.*.jsonl")]
        : Directory.GetFiles(folder, "*.jsonl");
    foreach (var set in sets.Where(set => !judging.Any(word => Path.GetFileName(set).Contains(word, StringComparison.Ordinal))).Order(StringComparer.Ordinal).Prepend(calculations))
    {
        await examples.AddAsync(knowledge, QuestionFile.Read(set, knowledge.Article.Text));
    }

    names.UnionWith(knowledge.Entities.SelectMany(entity => entity.Aliases.Append(entity.Name)).SelectMany(name => name.Split(' ')).Where(word => word.Length > 0 && char.IsUpper(word[0])).Select(word => word.ToLowerInvariant()));
    Console.WriteLine($"{story}: {examples.All.Count} requests so far");
}

examples.DropRare(least: 3);
Report.Cover(examples.All);
if (args is ["--check"])
{
    Report.Validate(examples, folds: 4);
    return 0;
}

var trainer = Trainer.Learn(examples);
File.WriteAllLines(Weights,
[
    "# How much each feature speaks for a reading of a request: learnt by tools/readings from the questions in tests/questions. Not written by hand.",
    .. examples.Names.Select((name, at) => (name.Text, name.Subject, Weight: trainer.Weights[at]))
        .Where(feature => Math.Abs(feature.Weight) >= 0.005f && !feature.Text.Split('|').Any(names.Contains))
        .GroupBy(feature => feature.Text).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => $"{group.Key}\t{string.Join('\t', group.OrderBy(feature => feature.Subject, StringComparer.Ordinal).Select(feature => string.Create(CultureInfo.InvariantCulture, $"{feature.Subject} {feature.Weight:0.00}").TrimStart()))}"),
]);
return 0;

using System.ComponentModel;
using ChannelBot.Core;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Planner.Embedded.Gist;
using Microsoft.SemanticKernel;

namespace ChannelBot.Planner.Plugins;

/// <summary>Lets the model give the gist in the article's own sentences, so that it writes no summary of its own.</summary>
public sealed class GistPlugin(ArticleIndex index)
{
    public const string Name = "gist";
    public const string List = "list";
    public const string SaidBy = "said_by";

    private const int MostLines = 12;

    private const int MostWords = 105;

    private const string Told = "Ids of lines that were given before and are not wanted again, separated by blanks.";

    private readonly Lazy<Story> _story = new(() => new Story(index));

    [KernelFunction(List)]
    [Description("Chooses lines that tell the gist of the article, in its own words. Each line has the sentence id to cite. No line means that the article has nothing of the kind.")]
    public string Lines(
        [Description("What to list: 'summary', 'simple' (its simplest sentences), 'figures', 'timeline', 'names' (people and organisations), 'people', 'organisations', 'places', 'quoted' (who is quoted), 'sources' (of the figures) or 'speakers' (whom the article has its news from).")] string what,
        Kernel kernel,
        [Description("A topic to keep to, for example 'the government'. Leave out for all of the article.")] string? topic = null,
        [Description("How many lines at most.")] int lines = MostLines,
        [Description("How many words at most.")] int words = MostWords,
        [Description(Told)] string told = "")
    {
        if (!Enum.TryParse<GistKind>(what, ignoreCase: true, out var kind) || kind is GistKind.Said)
        {
            throw new BadInputException("what", $"'{what}' is no list I know. Use one of: summary, simple, figures, timeline, names, people, organisations, places, quoted, sources, speakers.");
        }

        return Chosen(Of(kind), topic, lines, words, told, kind is GistKind.Summary or GistKind.Simple ? _story.Value.Alike : null, kernel);
    }

    [KernelFunction(SaidBy)]
    [Description("All that somebody says in the article: what they are quoted as saying, and what is reported of them.")]
    public string Said(
        [Description("A name as the article has it, for example 'Mary Smith' or 'the Mayor'.")] string name,
        Kernel kernel,
        [Description("How many lines at most.")] int lines = MostLines,
        [Description("How many words at most.")] int words = MostWords,
        [Description(Told)] string told = "") =>
        Chosen(index.Named(name) is { } speaker ? SpeechLines.Of(_story.Value, speaker) : [], null, lines, words, told, null, kernel);

    private List<GistLine> Of(GistKind kind)
    {
        var story = _story.Value;
        return kind switch
        {
            GistKind.Summary => SentenceLines.Summary(story),
            GistKind.Simple => SentenceLines.Simple(story),
            GistKind.Figures => FigureLines.Of(story),
            GistKind.Timeline => TimelineLines.Of(story),
            GistKind.Names => NameLines.Of(story, EntityKind.Person, EntityKind.Organisation),
            GistKind.People => NameLines.Of(story, EntityKind.Person),
            GistKind.Organisations => NameLines.Of(story, EntityKind.Organisation),
            GistKind.Places => NameLines.Of(story, EntityKind.Place),
            GistKind.Quoted => NameLines.Quoted(story),
            GistKind.Sources => SourceLines.Of(story),
            _ => NameLines.Speakers(story),
        };
    }

    private string Chosen(List<GistLine> all, string? topic, int lines, int words, string told, Func<GistLine, GistLine, float>? alike, Kernel kernel)
    {
        var isAny = all.Count > 0;
        if (topic is not null)
        {
            all = _story.Value.On(topic, all);
        }

        var offTopic = isAny && all.Count == 0;
        var known = told.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        all.RemoveAll(line => known.Contains(line.Id, StringComparer.Ordinal));
        var chosen = LineChoice.Best(all, Math.Clamp(lines, 1, MostLines), Math.Clamp(words, 1, MostWords), alike);
        var gist = TurnLedger.Of(kernel).Return(new GistLines(chosen, all.Count - chosen.Count, offTopic));
        return gist.Lines.Count == 0 ? "The article has nothing of the kind." : string.Join('\n', gist.Lines.Select(line => $"{line.Sentence}: {line.Text}"));
    }
}

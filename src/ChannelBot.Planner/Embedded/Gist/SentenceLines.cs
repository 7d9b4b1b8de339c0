namespace ChannelBot.Planner.Embedded.Gist;

/// <summary>Sentences of the article as lines of a summary.</summary>
internal static class SentenceLines
{
    private const int Long = 40;
    private const int Plain = 27;

    /// <summary>The sentences that say what the article is about: early ones, with what the others talk about, with figures, not in quotation marks.</summary>
    public static List<GistLine> Summary(Story story) => Lines(story, (sentence, lead) => Worth(story, sentence, lead));

    /// <summary>The same, but the shorter and the plainer the better; the dead are not left out for the length of their sentence.</summary>
    public static List<GistLine> Simple(Story story) => Lines(story, (sentence, lead) => Worth(story, sentence, lead) - (story.Dead == sentence.Span ? 0 : Difficulty(sentence)));

    private static List<GistLine> Lines(Story story, Func<StorySentence, StorySentence, float> worth)
    {
        var lead = story.Sentences.FirstOrDefault(sentence => !sentence.IsHeadline) ?? story.Sentences[0];
        return [.. story.Sentences.Where(sentence => sentence == lead || CanStandAlone(sentence)).Select(sentence =>
            new GistLine(sentence.Sentence.Id, sentence.Text, [sentence.Span], sentence.Sentence.Id, worth(sentence, lead), sentence.At))];
    }

    private static bool CanStandAlone(StorySentence sentence) => !sentence.IsHeadline && !sentence.PointsBack && sentence.UnnamedSpeaker is null;

    private static float Worth(Story story, StorySentence sentence, StorySentence lead)
    {
        const float OfTheLead = 2;
        var paragraphs = sentence.Sentence.Paragraph - lead.Sentence.Paragraph;
        var isFirst = story.Sentences[Math.Max(0, sentence.At - 1)].Sentence.Paragraph != sentence.Sentence.Paragraph || sentence.At == 0;
        var worth = (1 / (1 + (0.3f * paragraphs))) + (0.7f * sentence.Centrality);
        worth -= isFirst ? 0 : 0.4f;
        worth += sentence == lead ? OfTheLead : 0;
        worth += 0.35f * Math.Min(3, sentence.Figures.Count(FigureLines.IsLarge));
        worth += story.Dead == sentence.Span ? 1.6f : 0;
        worth -= sentence.Quoted > 0.2f ? 1.2f : 0;
        worth -= sentence.Words > Long ? 0.4f : 0;
        return worth;
    }

    /// <summary>Long sentences and long words.</summary>
    private static float Difficulty(StorySentence sentence)
    {
        var longWords = 0;
        foreach (var word in sentence.Sentence.Text.Split(' '))
        {
            longWords += word.Length > 9 ? 1 : 0;
        }

        return (0.05f * sentence.Words) + (0.15f * longWords) + (sentence.Words > Plain ? 1 : 0);
    }
}

using ChannelBot.Core.Language;

namespace ChannelBot.Core.Evidence;

/// <summary>How much each word of a question asks for.</summary>
internal static class TermWeights
{
    /// <summary>A name carries a question; a word of weak meaning hardly matters.</summary>
    public const float Name = 1.5f;

    public const float Content = 1f;

    public const float Weak = 0.25f;

    /// <summary>Words that only frame a question ("can you tell me what the article says about…").</summary>
    private static readonly HashSet<string> s_framing = Stems(
        "article story text piece passage paragraph sentence line report news tell say says said saying mention mentions mentioned state states stated "
        + "according please exactly actually really just also still even ever yet so then ok okay well um er uh hmm hi hello hey "
        + "question answer know knows wondering wonder explain describe described list name give show find out check checking confirm tell "
        + "whether could would should might may shall must need like "
        + "is are was were be been being am do does did done doing have has had having "
        + "what who whom whose which when where why how many much "
        + "mr mrs ms dr sir lord lady dame prof homework verbatim word wording phrase quoted quotation marks spell love dear darling duck guys buddy ah oh yeah yep nope lol honestly basically literally frankly "
        + "comma separated bullet bullets alphabetical alphabetically rounded "
        + "quick quickly briefly roughly approximately word words sir madam mate pls plz thanks thank "
        + "there here it its they them their he him his she her this that these those one ones any some anyone anybody someone somebody anything something");

    /// <summary>Words of weak meaning: an answer may leave them out.</summary>
    private static readonly HashSet<string> s_weak = Stems(
        "people person folk folks thing things stuff time way kind sort type part place get gets got getting go goes going went gone come comes came coming "
        + "make makes made making take takes took happen happens happened happening occur occurred use used put set let seem call called "
        + "new recent recently current currently latest now today far total overall number amount figure case detail details information about "
        + "involve involved involving involve concern concerning regard regarding relate related "
        + "exact precise word more most less least very quite big whole entire actual own same different various several few lot lots plenty good bad "
        + "first second last next another other others else main key important specific specifically particular certain "
        + "use using via per each every all both either neither only already again ago away back around "
        + "manage manages managed managing keep keeps kept keeping earth heck reckon reckons bloke blokes fella chap bit bunch nobody behalf "
        + "want wants wanted everyone everybody everything think thought feel believe believed expect expected plan planned try trying attempt attempting begin start started");

    /// <summary>0, <see cref="Weak"/>, or <see cref="Content"/> for an ordinary word.</summary>
    public static float Of(in Token token)
    {
        if (!token.IsWord || token.IsStopWord || s_framing.Contains(token.Stem))
        {
            return 0;
        }

        return s_weak.Contains(token.Stem) ? Weak : Content;
    }

    private static HashSet<string> Stems(string words) =>
        Tokenizer.Tokenize(words).Where(token => token.IsWord).Select(token => token.Stem).ToHashSet(StringComparer.Ordinal);
}

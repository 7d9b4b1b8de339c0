using System.Net;
using System.Text.RegularExpressions;

namespace ChannelBot.BotFramework.Schema;

/// <summary>Mentions: in a group a bot reads only what names it, and its own name is no part of the question.</summary>
public sealed partial class Activity
{
    public IEnumerable<Mention> GetMentions() => (Entities ?? []).Select(Mention.From).OfType<Mention>();

    /// <summary>True where someone mentions <paramref name="id"/>.</summary>
    public bool Mentions(string? id) => id is not null && GetMentions().Any(mention => mention.Mentioned.Id == id);

    /// <summary>Takes the recipient's own mention out of <see cref="Text"/>; mentions of others stay.</summary>
    /// <returns>The new text.</returns>
    public string? RemoveRecipientMention() => Recipient?.Id is { } id ? RemoveMentionText(id) : Text;

    /// <summary>Takes each mention of <paramref name="id"/> out of <see cref="Text"/>, and the space that it leaves at the ends.</summary>
    /// <remarks>Teams sends the mention's text as it stands in the message, but may leave it out, and may write the name as HTML
    /// (<c>A &amp;amp; B</c>) in one place and plainly in the other, so each spelling is tried. Source: Microsoft Teams,
    /// "Channel and group conversations with a bot", working with mentions; Activity specification, "Mention".</remarks>
    public string? RemoveMentionText(string id)
    {
        if (string.IsNullOrEmpty(Text))
        {
            return Text;
        }

        foreach (var mention in GetMentions().Where(mention => mention.Mentioned.Id == id))
        {
            Text = Spellings(mention).Aggregate(Text, (text, spelling) => Remove(text, spelling));
        }

        Text = Text.Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase).Replace('\u00A0', ' ').Trim();
        return Text;
    }

    private static IEnumerable<string> Spellings(Mention mention)
    {
        if (mention.Text is { Length: > 0 } text)
        {
            yield return text;
            yield return WebUtility.HtmlDecode(text);
            yield break;
        }

        if (mention.Mentioned.Name is { Length: > 0 } name)
        {
            yield return $"<at>{name}</at>";
            yield return $"<at>{WebUtility.HtmlEncode(name)}</at>";
        }
    }

    private static string Remove(string text, string spelling) =>
        Regex.Replace(text, Regex.Escape(spelling), "", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}

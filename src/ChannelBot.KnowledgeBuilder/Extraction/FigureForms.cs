using ChannelBot.Core.Quantities;

namespace ChannelBot.KnowledgeBuilder.Extraction;

/// <summary>Which numbers count or measure, and which name a point in time or a rank.</summary>
internal static class FigureForms
{
    public static bool Counts(NumberForm form) => form is not (NumberForm.Ordinal or NumberForm.Clock or NumberForm.Date or NumberForm.Year or NumberForm.Label);
}

using ChannelBot.Core.Quantities;
using ChannelBot.Planner.Embedded.Reading;

namespace ChannelBot.Planner.Embedded.Facts;

/// <summary>The form of number that a question asks for: an age, a sum of money, a length of time.</summary>
internal static class NumberFormAsked
{
    /// <returns>Null where any form may do.</returns>
    public static NumberForm? Of(QuestionReading reading)
    {
        var tokens = reading.Question.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            var isHow = i > 0 && tokens[i - 1].Lower == "how";
            var isMany = i > 0 && tokens[i - 1].Lower == "many";
            switch (tokens[i].Lower)
            {
                case "mile" or "miles" or "kilometres" or "kilometers" or "km" or "metres" or "meters" or "feet" or "tonnes" or "tons" or "kilos" or "degrees" when isMany:
                    return NumberForm.Measure;
                case "pounds" or "quid" or "euros" or "dollars" when isMany:
                    return NumberForm.Money;
                case "old" when isHow:
                case "age" or "ages" or "aged":
                    return NumberForm.Age;
                case "long" when isHow:
                case "duration":
                    return NumberForm.Duration;
                case "fast" or "quick" or "quickly" or "far" or "high" or "deep" or "tall" or "wide" or "heavy" or "cold" or "hot" or "warm" or "chilly" or "freezing" when isHow:
                    return NumberForm.Measure;
                case "score" or "scoreline":
                    return NumberForm.Score;
                case "percentage" or "percent" or "proportion" or "%":
                    return NumberForm.Percent;
                case "paid" or "spent" or "earn" or "earned" or "owe" or "make" or "made" or "save" or "saved" or "raise" or "raised" or "charge" or "charged" when i > 2 && tokens[0].Lower == "how" && tokens[1].Lower == "much" && Interrogative.IsAuxiliary(tokens[2].Lower):
                case "expensive" or "dear" or "pricey" or "costly" when isHow:
                case "cost" or "price" or "money" or "salary" or "fee" or "fine" or "budget" or "ransom" or "reward" or "prize":
                    return NumberForm.Money;
            }
        }

        return null;
    }

    /// <summary>Whether a figure is of the form that is asked for; a bare "5.9 billion", or an amount of kroner, is money too.</summary>
    public static bool Is(NumberForm form, Core.Knowledge.Figure figure) =>
        figure.Form == form || (form is NumberForm.Money && figure.Form is NumberForm.Count && IsSum(figure));

    private static bool IsSum(Core.Knowledge.Figure figure) =>
        figure.Text.EndsWith("illion", StringComparison.Ordinal) || (figure.Noun is { } noun && Core.Language.Tokenizer.Tokenize(noun) is [.., { Lower: var last }]
            && last is "kroner" or "kronor" or "krone" or "krona" or "dinars" or "lira" or "pesos" or "rand" or "francs" or "crowns" or "won" or "baht" or "shekels" or "dirhams" or "riyals" or "reais" or "forints");
}

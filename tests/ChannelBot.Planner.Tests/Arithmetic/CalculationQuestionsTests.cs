using ChannelBot.Core.Answers;
using ChannelBot.Core.Knowledge;

namespace ChannelBot.Planner.Tests.Arithmetic;

/// <summary>Questions on six short stories, with the number that the answer must hold; the number is worked out apart.</summary>
public sealed class CalculationQuestionsTests
{
    [Theory]
    [MemberData(nameof(Shares))]
    [MemberData(nameof(Differences))]
    [MemberData(nameof(Changes))]
    [MemberData(nameof(Rates))]
    [MemberData(nameof(Sums))]
    [MemberData(nameof(Comparisons))]
    [MemberData(nameof(PerUnit))]
    [MemberData(nameof(PlainNumbers))]
    public async Task A_request_for_a_calculation_is_computed_with_its_figures(string article, string question, string[] expected)
    {
        var draft = await Asked.DraftAsync(Knowledge(article), question);

        Assert.NotNull(draft);
        Assert.True(draft.Outcome is Outcome.Computed, $"{draft.Outcome}: {draft.Text}");
        foreach (var number in expected)
        {
            Assert.Contains(number, draft.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    public static TheoryData<string, string, string[]> Shares() => new()
    {
        { "rail", "What share of this year's journeys came since the new timetable?", [Oracle.Percent(30125, 48200, 2), "30,125", "48,200"] },
        { "rail", "what percentage of journeys have been since the new timetable", [Oracle.Percent(30125, 48200, 2)] },
        { "rail", "What percentage of journeys were before the new timetable?", [Oracle.Percent(48200 - 30125, 48200, 2), "18,075"] },
        { "rail", "What proportion of passengers travelled before the timetable changed?", ["37.5%"] },
        { "rail", "What's 30,125 as a percentage of 48,200?", ["62.5%"] },
        { "rail", "express 30,125 as a fraction of 48,200", ["62.5%"] },
        { "rail", "Out of every 100 journeys, how many came since the timetable?", ["62.5"] },
        { "flood", "What share of the flooded homes were in Harrow Mill?", ["about 25%", "85"] },
        { "election", "what share of the votes did Lopez get?", ["50%"] },
        { "election", "What percentage of the votes did Maria Lopez win?", ["50%"] },
        { "election", "what percentage of votes cast were postal?", ["5%"] },
        { "election", "one in how many votes was postal?", ["one in 20"] },
        { "election", "Out of every 100 votes, how many were by post?", ["5 in every 100"] },
        { "company", "what share of the staff are in Leeds?", ["25%"] },
        { "company", "What fraction of shops will close?", [Oracle.Percent(35, 280, 1)] },
        { "company", "what is profit as a percentage of revenue", ["about 11%"] },
        { "hospital", "what proportion have waited more than a year?", ["25%"] },
        { "hospital", "what percentage of those on the list have waited over a year?", ["25%"] },
    };

    public static TheoryData<string, string, string[]> Differences() => new()
    {
        { "rail", "how many journeys came before the new timetable?", [Oracle.Whole(48200 - 30125)] },
        { "rail", "How many passengers travelled pre-timetable?", ["18,075"] },
        { "rail", "How many more are needed to reach 60,000?", [Oracle.Whole(60000 - 48200), "your 60,000"] },
        { "rail", "how many would it take to hit 60,000?", ["11,800"] },
        { "rail", "If 60,000 travel by December, how many more is that than now?", ["11,800"] },
        { "rail", "how far off 60,000 is this year's total", ["11,800"] },
        { "rail", "how many more trains would have to be cancelled to reach 20", ["at most 6"] },
        { "rail", "what is 48,200 - 30,125", ["18,075"] },
        { "rail", "subtract 30,125 from 48,200", ["18,075"] },
        { "rail", "take 30125 away from 48200", ["18,075"] },
        { "rail", "what is the difference between journeys before and since the timetable?", [Oracle.Whole((2 * 30125) - 48200)] },
        { "flood", "How many more people were injured than died?", ["at most 24"] },
        { "flood", "how many flooded homes were outside Harrow Mill?", ["about 255", "250 to 260"] },
        { "flood", "How many homes were not in Harrow Mill?", ["about 255"] },
        { "flood", "subtract the homes in Harrow Mill from all the homes", ["about 255"] },
        { "flood", "how many more homes would have to be flooded to reach 500?", ["about 160"] },
        { "election", "How many more votes did Lopez get than Reed?", [Oracle.Whole(12480 - 9360), "12,480", "9,360"] },
        { "election", "By how many votes did Lopez beat Reed?", ["3,120"] },
        { "election", "what was the difference between Lopez and Reed", ["3,120"] },
        { "election", "how many votes were not by post", [Oracle.Whole(24960 - 1248)] },
        { "election", "how many votes would Reed have needed to reach 12,500", ["3,140"] },
        { "election", "How much lower was turnout than in 2019?", ["7 percentage points"] },
        { "election", "by how many percentage points did turnout fall?", ["7 percentage points", "6 to 8"] },
        { "company", "By how much did profit fall?", ["£40m"] },
        { "company", "how many staff work outside Leeds?", ["4,200"] },
        { "company", "How many shops will be left?", ["245"] },
        { "company", "How many shops will remain after the closures?", ["245"] },
    };

    public static TheoryData<string, string, string[]> Changes()
    {
        var (railLow, railHigh) = Oracle.Base(48200, 25);
        var (listLow, listHigh) = Oracle.Base(7200, -10);
        var rail = $"{Oracle.Whole(railLow)} to {Oracle.Whole(railHigh)}";
        var list = $"{Oracle.Whole(listLow)} to {Oracle.Whole(listHigh)}";
        return new()
        {
            { "rail", "How many passengers were there in the same period of 2022?", ["about 38,600", rail] },
            { "rail", "how many travelled last year in the same period", [rail] },
            { "rail", "If 48,200 is a 25 per cent rise, what was the 2022 total?", [rail] },
            { "rail", "How many more journeys were there than last year?", ["about 9,600", $"{Oracle.Whole(48200 - railHigh)} to {Oracle.Whole(48200 - railLow)}"] },
            { "rail", "In absolute numbers, how big was the rise?", [$"{Oracle.Whole(48200 - railHigh)} to {Oracle.Whole(48200 - railLow)}"] },
            { "rail", "Suppose next year's total grows by the same 25% again, what would it be?", [Oracle.Whole(48200 * 125 / 100), "your 25%"] },
            { "rail", "Suppose the total grows by 25% again next year. What would it be?", ["60,250"] },
            { "rail", "what would the total be if it fell by a quarter", [Oracle.Whole(48200 * 3 / 4)] },
            { "rail", "what if the number of journeys doubled?", [Oracle.Whole(2 * 48200)] },
            { "rail", "what if journeys halved?", ["24,100"] },
            { "rail", "If another 500 people travel, what would the total be?", ["48,700"] },
            { "rail", "By what percent is 48,200 more than 30,125?", ["60%"] },
            { "rail", "Write the rise as a multiplier", ["1.25"] },
            { "rail", "suppose the rise had been 10% instead, what would the number of journeys be", ["about 42,"] },
            { "election", "in what percentage terms is 12,480 more than 9,360", [Oracle.Percent(3120, 9360, 2)] },
            { "company", "By what percentage did profit fall?", [Oracle.Percent(40, 420, 2)] },
            { "company", "What was the revenue the previous year", ["about £3bn"] },
            { "company", "what was revenue the year before?", ["about £3bn"] },
            { "company", "If revenue grows by another 12 per cent, what will it be?", ["about £3.8bn"] },
            { "rail", "After a rise of 50%, what would the cancelled trains be?", ["at least 21"] },
            { "rail", "What would the number of cancelled trains be after a rise of 50 percent?", ["at least 21"] },
            { "rail", "What would the total be after a rise of 25%?", ["60,250"] },
            { "company", "if the profit doubled, what would it be", ["£760m"] },
            { "hospital", "What was the waiting list a year earlier?", ["about 8,000", list] },
            { "hospital", "how many patients were on the list a year ago", [list] },
            { "hospital", "how many fewer patients is that than a year earlier", [$"{Oracle.Whole(listLow - 7200)} to {Oracle.Whole(listHigh - 7200)}"] },
            { "hospital", "If the list falls by the same again, how many will be on it?", ["about 6,500", "6,444 to 6,516"] },
        };
    }

    public static TheoryData<string, string, string[]> Rates() => new()
    {
        { "rail", "How many cancelled trains per 1,000 journeys?", ["at least 0.29", "1,000"] },
        { "rail", "one cancelled train for every how many journeys?", ["at most 3,443"] },
        { "rail", "how many journeys for every cancelled train?", ["at most 3,443"] },
        { "rail", "cancelled trains per thousand journeys", ["at least 0.29"] },
        { "rail", "what is the ratio of journeys to cancelled trains", ["at most 3,443"] },
        { "flood", "what is the ratio of injured to dead", ["at most 3"] },
        { "election", "How many times as many votes did Lopez get as Nair?", ["4 times"] },
        { "company", "what is the revenue per employee", ["per person"] },
        { "company", "how much profit per shop", [Oracle.Decimal(380_000_000, 280, 0)] },
        { "company", "How many people does it employ per shop on average?", ["20 people per shop"] },
        { "hospital", "what is the ratio of nurses to surgeons", ["2.5"] },
        { "hospital", "how many nurses per surgeon?", ["2.5 nurses per surgeon"] },
        { "hospital", "how many patients per surgeon", ["300 patients per surgeon"] },
        { "hospital", "7,200 patients divided by 24 surgeons", ["300"] },
    };

    public static TheoryData<string, string, string[]> Sums() => new()
    {
        { "rail", "How many trees were removed in total?", ["3 in all", "2", "1"] },
        { "rail", "Add up the trees cleared", ["3"] },
        { "rail", "how many trees were there altogether", ["3"] },
        { "flood", "how many died or were injured in total?", ["at least 48"] },
        { "flood", "Add the dead and the injured", ["at least 48"] },
        { "flood", "what do the dead and the injured add up to?", ["at least 48"] },
        { "election", "how many votes did Reed and Nair get together?", [Oracle.Whole(9360 + 3120)] },
        { "election", "How many votes did Reed and Nair win combined?", ["12,480"] },
        { "election", "What is the average of 12,480, 9,360 and 3,120?", [Oracle.Decimal(12480 + 9360 + 3120, 3, 0)] },
        { "hospital", "How many surgeons and nurses were hired in all?", ["84"] },
        { "hospital", "what is the sum of the surgeons and the nurses", ["84"] },
    };

    public static TheoryData<string, string, string[]> Comparisons() => new()
    {
        { "rail", "Did more people travel before or after the new timetable, and by how many?", ["more since", "12,050", "18,075"] },
        { "rail", "Is 30,125 more than half of 48,200?", ["yes", "62.5%"] },
        { "rail", "Did most of this year's journeys come since the new timetable?", ["yes", "62.5%"] },
        { "rail", "were fewer than a third of the journeys before the new timetable?", ["no", "37.5%"] },
        { "rail", "30,125 is 62.5 percent of 48,200, right?", ["yes", "62.5%"] },
        { "rail", "so 18,075 travelled before the new timetable, right?", ["yes", "18,075"] },
        { "rail", "How many more journeys were there since the timetable than before it?", ["12,050 more"] },
        { "flood", "Is 85 a quarter of 340?", ["yes", "about 25%"] },
        { "election", "did lopez get more votes than reed and nair combined?", ["both are the same", "12,480"] },
        { "election", "Did Lopez get more than half of the votes?", ["50%"] },
        { "election", "Who got more votes, Reed or Nair?", ["9,360", "more than", "3,120", "6,240"] },
        { "election", "is 12,480 half of 24,960?", ["yes", "50%"] },
        { "company", "Are there more staff in Leeds than shops?", ["1,400", "more than", "280"] },
        { "hospital", "10 percent of 7,200 is 720, right?", ["yes", "10%"] },
    };

    public static TheoryData<string, string, string[]> PerUnit() => new()
    {
        { "rail", "If every coach carried 50 people, how many coaches would 48,200 need?", [$"{Oracle.Whole(48200 / 50)} coaches", "your 50"] },
        { "rail", "at 60 people per bus how many buses would 48,200 need?", ["804 buses", "803.33"] },
        { "rail", "how many coaches of 48 would 30,125 need", ["628 coaches", "627.6"] },
        { "rail", "Average journeys per month over ten months?", ["4,820", "your ten months"] },
        { "rail", "over 200 days, how many journeys a day is that?", ["241"] },
        { "flood", "What was the average rainfall per hour?", ["2 mm an hour"] },
        { "flood", "If repairs cost £6m, how much is that per flooded home?", ["per home"] },
        { "flood", "How many people were evacuated per school?", ["more than 400"] },
        { "company", "If each shop has 25 people, how many people is that?", [Oracle.Whole(280 * 25)] },
        { "hospital", "how many nurses were hired a month on average?", ["10 a month"] },
        { "hospital", "how many patients were treated per month in 2023?", ["375"] },
        { "hospital", "if each surgeon sees 30 patients, how many can they see in all?", ["720"] },
    };

    public static TheoryData<string, string, string[]> PlainNumbers() => new()
    {
        { "rail", "What is 15% of 2,000?", ["300", "your own numbers"] },
        { "rail", "12 x 7", ["84", "your own numbers"] },
        { "flood", "what's 2 + 2", ["4"] },
        { "flood", "what is half of £6m?", ["£3m"] },
        { "rail", "what is half of all the journeys this year?", ["24,100"] },
        { "rail", "round 48,200 to the nearest thousand", ["48,000"] },
        { "rail", "48,200 in words", ["forty-eight thousand two hundred"] },
        { "rail", "split this year's journeys into three equal groups, how big is each", [Oracle.Decimal(48200, 3, 0)] },
    };

    internal static KnowledgeFile Knowledge(string article) => article switch
    {
        "rail" => Articles.Rail,
        "flood" => Articles.Flood,
        "election" => Articles.Election,
        "company" => Articles.Company,
        "hospital" => Articles.Hospital,
        _ => throw new ArgumentOutOfRangeException(nameof(article), article, "No such article."),
    };
}

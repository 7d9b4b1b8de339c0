using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Quantities;

namespace ChannelBot.Planner.Tests.Arithmetic;

/// <summary>Six short stories with their figures, on subjects far apart.</summary>
internal static class Articles
{
    /// <summary>Passengers: a whole with a part since an event, a rise without its base, a lower bound of another kind.</summary>
    public static KnowledgeFile Rail { get; } = new SmallArticle(
        "the railway article",
        "The number of passengers on the Moor Line this year has risen by 25 per cent on the same period in 2022, with 48,200 journeys to date, including 30,125 since the new timetable.",
        "At least 14 trains are believed to have been cancelled this year because of flooding.",
        "More than 90 passengers were led off a stranded train near Alderby on Monday, the operator, Northway, said.",
        "Engineers cleared two fallen trees from the track at Brook Junction, and another tree was removed at Alderby on Friday.",
        "The transport minister, Helen Park, said the line would stay open.")
        .With("f:rise", "25 per cent", Quantity.Rounded(25, 1, Unit.Percent), "rise in journeys on the same period in 2022", "rise", period: "this year", comparator: "on the same period in 2022", baseOf: "f:journeys", direction: 1, keywords: ["increase", "growth", "percentage", "up"])
        .With("f:journeys", "48,200 journeys", Quantity.Exact(48200, Unit.CountOf("journey")), "journeys on the Moor Line this year", "journeys", period: "this year", keywords: ["passengers", "travelled", "trips", "total"])
        .With("f:journeys-since", "30,125", Quantity.Exact(30125, Unit.CountOf("journey")), "journeys since the new timetable", "journeys", period: "since the new timetable", partOf: "f:journeys", keywords: ["passengers", "travelled", "trips"])
        .With("f:cancelled", "At least 14 trains", Quantity.AtLeast(14, Unit.CountOf("train")), "trains believed cancelled this year", "trains", period: "this year", keywords: ["cancellations", "cancelled"])
        .With("f:led-off", "More than 90 passengers", Quantity.MoreThan(90, Unit.CountOf("person")), "passengers led off a train near Alderby", "passengers", period: "on Monday", place: "near Alderby", keywords: ["stranded", "rescued"])
        .With("f:trees-brook", "two fallen trees", Quantity.Exact(2, Unit.CountOf("tree")), "fallen trees cleared at Brook Junction", "trees", place: "at Brook Junction", keywords: ["cleared", "removed"])
        .With("f:tree-alderby", "another tree", Quantity.Exact(1, Unit.CountOf("tree")), "tree removed at Alderby", "tree", period: "on Friday", place: "at Alderby", keywords: ["cleared", "removed"])
        .Same("journeys", "passengers", "travelled", "trips")
        .Named(EntityKind.Person, "Helen Park", "the transport minister", "Park")
        .Named(EntityKind.Place, "Alderby")
        .Named(EntityKind.Organisation, "Northway")
        .Build();

    /// <summary>A flood: counts of people and houses, a part in a place, "some" and "more than".</summary>
    public static KnowledgeFile Flood { get; } = new SmallArticle(
        "the flood article",
        "At least 12 people died and 36 were injured when the river Tarn burst its banks on Sunday.",
        "Some 340 homes were flooded, 85 of them in Harrow Mill.",
        "More than 1,200 residents were evacuated to three schools.",
        "Rain fell for 48 hours, and 96 millimetres was measured at Harrow Mill.",
        "Repairs will cost £6m, said the mayor, Tom Bale.")
        .With("f1.1", "At least 12 people", Quantity.AtLeast(12, Unit.CountOf("person")), "people", "people", keywords: ["died", "dead", "deaths", "killed"])
        .With("f1.2", "36", Quantity.Exact(36, Unit.CountOf("person")), "injured", "injured", keywords: ["people", "hurt"])
        .With("f2.1", "Some 340 homes", Quantity.About(340, Unit.CountOf("home")), "homes", "homes", keywords: ["houses", "flooded"])
        .With("f2.2", "85", Quantity.Exact(85, Unit.CountOf("home")), "homes", "homes", place: "in Harrow Mill", partOf: "f2.1", keywords: ["houses", "flooded"])
        .With("f3.1", "More than 1,200 residents", Quantity.MoreThan(1200, Unit.CountOf("resident")), "residents", "residents", keywords: ["evacuated", "people"])
        .With("f3.2", "three schools", Quantity.Exact(3, Unit.CountOf("school")), "schools", "schools")
        .With("f4.1", "48 hours", Quantity.Exact(48, new Unit(Dimension.Time, "hour")), "hours", "hours", keywords: ["rain"])
        .With("f4.2", "96 millimetres", Quantity.Exact(96, new Unit(Dimension.Length, "millimetre")), "millimetres", "millimetres", place: "at Harrow Mill", keywords: ["rain"])
        .With("f5.1", "£6m", Quantity.Exact(6_000_000, Unit.Money("GBP")), "repairs", "repairs", keywords: ["cost", "bill"])
        .Named(EntityKind.Person, "Tom Bale", "Bale", "the mayor")
        .Named(EntityKind.Place, "Harrow Mill")
        .Build();

    /// <summary>An election: votes of several, a turnout given as a percentage.</summary>
    public static KnowledgeFile Election { get; } = new SmallArticle(
        "the election article",
        "Maria Lopez won the seat with 12,480 votes, ahead of John Reed on 9,360.",
        "The Green candidate, Asha Nair, took 3,120 votes.",
        "Turnout was 54 per cent, down from 61 per cent in 2019.",
        "Some 24,960 votes were cast in all, 1,248 of them by post.")
        .With("f1.1", "12,480 votes", Quantity.Exact(12480, Unit.CountOf("vote")), "votes", "votes", keywords: ["lopez", "maria"])
        .With("f1.2", "9,360", Quantity.Exact(9360, Unit.CountOf("vote")), "votes", "votes", keywords: ["reed", "john"])
        .With("f2.1", "3,120 votes", Quantity.Exact(3120, Unit.CountOf("vote")), "votes", "votes", keywords: ["green", "nair", "asha"])
        .With("f3.1", "54 per cent", Quantity.Rounded(54, 1, Unit.Percent), "turnout", "turnout")
        .With("f3.2", "61 per cent", Quantity.Rounded(61, 1, Unit.Percent), "turnout in 2019", "turnout", period: "in 2019")
        .With("f4.1", "24,960 votes", Quantity.Exact(24960, Unit.CountOf("vote")), "votes cast in all", "votes", keywords: ["cast", "total", "all"])
        .With("f4.2", "1,248", Quantity.Exact(1248, Unit.CountOf("vote")), "votes by post", "votes", place: "by post", partOf: "f4.1", keywords: ["postal", "post"])
        .Named(EntityKind.Person, "Maria Lopez", "Lopez")
        .Named(EntityKind.Person, "John Reed", "Reed")
        .Build();

    /// <summary>A company: money, a rise and a fall, staff and shops.</summary>
    public static KnowledgeFile Company { get; } = new SmallArticle(
        "the company article",
        "Revenue at Castlegate rose 12 per cent to £3.4bn last year.",
        "Pre-tax profit fell from £420m to £380m.",
        "The retailer employs 5,600 people, 1,400 of them in Leeds.",
        "It will close 35 of its 280 shops by March, the chief executive, Ann Frost, said.")
        .With("f:revenue-rise", "12 per cent", Quantity.Rounded(12, 1, Unit.Percent), "rise in revenue", "revenue", baseOf: "f:revenue", direction: 1, period: "last year", comparator: "on the year before", keywords: ["rise", "growth", "sales"])
        .With("f:revenue", "£3.4bn", Quantity.Rounded(3_400_000_000, 100_000_000, Unit.Money("GBP")), "revenue last year", "revenue", period: "last year", keywords: ["sales", "turnover"])
        .With("f2.1", "£420m", Quantity.Exact(420_000_000, Unit.Money("GBP")), "pre-tax profit before", "profit", comparator: "from", keywords: ["earlier"])
        .With("f2.2", "£380m", Quantity.Exact(380_000_000, Unit.Money("GBP")), "pre-tax profit", "profit")
        .With("f3.1", "5,600 people", Quantity.Exact(5600, Unit.CountOf("person")), "people employed", "people", keywords: ["staff", "employees", "employs", "workers"])
        .With("f3.2", "1,400", Quantity.Exact(1400, Unit.CountOf("person")), "people employed in Leeds", "people", place: "in Leeds", partOf: "f3.1", keywords: ["staff", "employees", "workers"])
        .With("f4.1", "35", Quantity.Exact(35, Unit.CountOf("shop")), "shops to close", "shops", partOf: "f4.2", keywords: ["stores", "close", "closing", "shut"])
        .With("f4.2", "280 shops", Quantity.Exact(280, Unit.CountOf("shop")), "shops in all", "shops", keywords: ["stores", "total"])
        .Named(EntityKind.Person, "Ann Frost", "Frost", "the chief executive")
        .Named(EntityKind.Organisation, "Castlegate")
        .Build();

    /// <summary>A hospital: a fall in a waiting list, "nearly", ages.</summary>
    public static KnowledgeFile Hospital { get; } = new SmallArticle(
        "the hospital article",
        "The waiting list at St Bride's fell by 10 per cent on a year earlier, to 7,200 patients in March.",
        "Of those, 1,800 have waited more than a year.",
        "The trust hired 24 surgeons and 60 nurses over the past six months.",
        "It treated 4,500 patients in 2023.")
        .With("f:list-fall", "10 per cent", Quantity.Rounded(10, 1, Unit.Percent), "fall in the waiting list", "waiting list", comparator: "on a year earlier", baseOf: "f:list", direction: -1, keywords: ["drop", "fell", "decline"])
        .With("f:list", "7,200 patients", Quantity.Exact(7200, Unit.CountOf("patient")), "patients on the waiting list in March", "patients", period: "in March", keywords: ["waiting", "list", "total"])
        .With("f:long", "1,800", Quantity.Exact(1800, Unit.CountOf("patient")), "patients waiting more than a year", "patients", partOf: "f:list", keywords: ["waited", "year", "long"])
        .With("f:surgeons", "24 surgeons", Quantity.Exact(24, Unit.CountOf("surgeon")), "surgeons hired", "surgeons", period: "over the past six months", keywords: ["hired"])
        .With("f:nurses", "60 nurses", Quantity.Exact(60, Unit.CountOf("nurse")), "nurses hired", "nurses", period: "over the past six months", keywords: ["hired"])
        .With("f:treated", "4,500 patients", Quantity.Exact(4500, Unit.CountOf("patient")), "patients treated in 2023", "patients", period: "in 2023", keywords: ["treated"])
        .Build();
}

using ChannelBot.Bot.Rendering;
using ChannelBot.Core;
using ChannelBot.Host.Answering;
using ChannelBot.Pictures;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ChannelBot.Host.Charts;

/// <summary>Pictures for channels that fetch them, such as Teams. An address says all that its picture shows, so nothing is kept.</summary>
internal static class ChartEndpoints
{
    private const string Png = "image/png";

    /// <summary>The same address is always the same picture.</summary>
    private const string KeepForAYear = "public, max-age=31536000, immutable";

    public static void MapCharts(this IEndpointRouteBuilder routes) => routes.MapGet("/charts/{knowledge}/{figures}.png", ReadChart);

    private static Results<FileContentHttpResult, NotFound> ReadChart(string knowledge, string figures, HttpContext context, Articles articles)
    {
        if (articles.FindByKnowledge(knowledge) is not { } article)
        {
            return TypedResults.NotFound();
        }

        try
        {
            var chart = article.Charts.Value.Make(figures.Split(ChartCard.Separator));
            context.Response.Headers.CacheControl = KeepForAYear;
            return TypedResults.File(ChartPng.Of(chart), Png);
        }
        catch (BadInputException)
        {
            return TypedResults.NotFound();
        }
    }
}

using System.Runtime.CompilerServices;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ChannelBot.Host.Operations;

/// <summary>Sends traces, metrics and logs by OTLP where an endpoint is set, as OpenTelemetry's own variables say
/// (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and its kin). Without one nothing is collected.</summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<BotTelemetry>();
        if (!string.IsNullOrEmpty(configuration[Endpoint]))
        {
            Send(services, configuration);
        }

        return services;
    }

    /// <summary>A method of its own: without an endpoint nothing of OpenTelemetry is loaded.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Send(IServiceCollection services, IConfiguration configuration) =>
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(configuration["OTEL_SERVICE_NAME"] is { Length: > 0 } name ? name : BotTelemetry.Name))
            .WithTracing(traces => traces.AddSource(BotTelemetry.Name).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation())
            .WithMetrics(metrics => metrics.AddMeter(BotTelemetry.Name, BotTelemetry.Name + ".*").AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation())
            .WithLogging()
            .UseOtlpExporter();
}

using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ChannelBot.Core;
using ChannelBot.Core.Knowledge;
using ChannelBot.Models;
using ChannelBot.Planner;
using ChannelBot.Planner.LanguageModels;
using ChannelBot.Planner.Providers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;

namespace ChannelBot.Cli.Settings;

/// <summary>The settings that this program shares with the host: appsettings.json beside it, and the environment over that
/// (<c>Planner__Provider</c>).</summary>
/// <param name="folder">Where relative paths start.</param>
internal sealed class ProgramSettings(string folder, Func<IConfiguration> read)
{
    private readonly Lazy<IConfiguration> _values = new(read);

    /// <summary>Those of this process.</summary>
    public static ProgramSettings OfProcess() => In(AppContext.BaseDirectory);

    /// <summary>Those of a program in this folder, such as the host, started from this environment.</summary>
    public static ProgramSettings In(string folder) => new(folder, () => Read(folder));

    public string Folder => folder;

    /// <exception cref="BadInputException">appsettings.json cannot be read.</exception>
    public IConfiguration Values => _values.Value;

    /// <summary>"Production" unless a variable of .NET's own says otherwise, as for the host.</summary>
    public static string EnvironmentName =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? "Production";

    /// <summary>A section, checked.</summary>
    /// <exception cref="BadInputException">Something in it cannot be used.</exception>
    public T Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(string section)
        where T : class, new() =>
        Problems(section, typeof(T), out var options) is [var first, ..] ? throw new BadInputException(section, first) : (T)options!;

    /// <summary>What is wrong in a section, a sentence each that names the setting.</summary>
    /// <param name="options">The section; null where a value has not even the right form.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "All members are kept, and values are texts, numbers, times, addresses and lists of texts.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The same: nothing is made of a type that is only known when the program runs.")]
    public IReadOnlyList<string> Problems(string section, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type type, out object? options)
    {
        options = null;
        try
        {
            options = Values.GetSection(section).Get(type) ?? Activator.CreateInstance(type)!;
        }
        catch (InvalidOperationException problem)
        {
            return [WrongForm(section, type) ?? problem.Message];
        }

        var problems = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), problems, validateAllProperties: true);
        return [.. problems.Select(problem => problem.ErrorMessage!.Contains($"{section}:", StringComparison.Ordinal)
            ? problem.ErrorMessage
            : $"{section}:{problem.MemberNames.FirstOrDefault()}: {problem.ErrorMessage}")];
    }

    /// <summary>The knowledge file that answers where nobody names another.</summary>
    public string KnowledgePath() => Of<KnowledgeOptions>(KnowledgeOptions.Section).PathIn(folder);

    /// <summary>The appsettings file that has a value for this key; null for none.</summary>
    public string? FileWith(string key) => (Values as IConfigurationRoot)?.Providers.OfType<JsonConfigurationProvider>()
        .FirstOrDefault(file => file.TryGet(key, out var value) && !string.IsNullOrEmpty(value))?.Source.Path;

    /// <summary>Who answers, as the settings say, or another provider with the same settings.</summary>
    /// <exception cref="BadInputException">A setting that it needs is missing or wrong.</exception>
    public QuestionPlanner CreatePlanner(KnowledgeFile knowledge, TimeProvider clock, string? provider = null)
    {
        var options = PlannerOf(provider);
        return options.IsEmbedded ? QuestionPlanner.Embedded(knowledge) : WithModel(knowledge, options, clock);
    }

    /// <summary>How answers are planned, as the settings say, or by another provider with the same settings.</summary>
    /// <exception cref="BadInputException">A setting that it needs is missing or wrong.</exception>
    public PlannerOptions PlannerOf(string? provider = null)
    {
        var options = Of<PlannerOptions>(PlannerOptions.Section);
        options = provider is null ? options : options with { Provider = provider };
        return options.Problems() is [var first, ..] ? throw new BadInputException(PlannerOptions.Section, first) : options;
    }

    /// <summary>The language model that the settings name.</summary>
    /// <exception cref="BadInputException">They name none, or a setting that it needs is missing or wrong.</exception>
    public LanguageModel OpenModel(TimeProvider clock)
    {
        var options = PlannerOf();
        return options.IsEmbedded
            ? throw new BadInputException(PlannerOptions.Section, "Planner:Provider is 'embedded', and a draft needs a language model: set Planner__Provider and what it needs (docs/models.md).")
            : ModelProviders.Open(options, clock);
    }

    /// <summary>A method of its own: who asks without a model loads none of the services' packages. The model lives as long as the program.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static QuestionPlanner WithModel(KnowledgeFile knowledge, PlannerOptions options, TimeProvider clock) =>
        QuestionPlanner.WithModel(knowledge, ModelProviders.Open(options, clock), clock);

    /// <summary>The first setting that is not of its type: "Bot:AppType is 'x'; use one of …".</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Settings are numbers, times, booleans and enumerations, which .NET converts itself.")]
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "The same.")]
    private string? WrongForm(string section, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] Type type)
    {
        foreach (var property in type.GetProperties().Where(property => property.PropertyType.IsValueType))
        {
            var wanted = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (Values[$"{section}:{property.Name}"] is { Length: > 0 } text && !TypeDescriptor.GetConverter(wanted).IsValid(text))
            {
                var form = wanted.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(wanted))}"
                    : wanted == typeof(bool) ? "true or false"
                    : wanted == typeof(TimeSpan) ? "a time such as 00:30:00"
                    : "a whole number";
                return $"{section}:{property.Name} must be {form}, not '{text}'.";
            }
        }

        return null;
    }

    /// <summary>As the host's builder reads them.</summary>
    private static IConfiguration Read(string folder)
    {
        try
        {
            return new ConfigurationBuilder()
                .SetBasePath(folder)
                .AddJsonFile("appsettings.json", optional: true)
                .AddJsonFile($"appsettings.{EnvironmentName}.json", optional: true)
                .AddEnvironmentVariables()
                .Build();
        }
        catch (InvalidDataException problem)
        {
            throw new BadInputException("appsettings", $"{problem.Message} {problem.InnerException?.Message}".Trim());
        }
    }
}

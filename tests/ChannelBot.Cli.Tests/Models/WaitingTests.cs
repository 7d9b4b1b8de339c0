using ChannelBot.Models.Tests.Server;

namespace ChannelBot.Cli.Tests.Models;

/// <summary>A person at a terminal, who waits for a language model.</summary>
public sealed class WaitingTests
{
    private const string Question = "How many people arrived this year?";
    private const string Answer = """{"outcome": "answered", "text": "{figure:f:arrivals-this-year} people arrived this year.", "missing": null}""";

    private static readonly Calls LooksUp = new([new ScriptedCall("figures_find", """{"words": "arrivals this year"}""")]);

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    [InlineData(false, false, false)]
    public async Task Ask_says_what_is_being_done_to_a_person_only(bool isWatched, bool asJson, bool isTold)
    {
        await using var server = await ScriptedModelServer.StartAsync(LooksUp, new Says(Answer));
        using var person = new Person(server, "", isWatched);
        Assert.Equal(0, await CommandLine.RunAsync(asJson ? ["ask", "--json", Question] : ["ask", Question], person.Terminal));
        Assert.DoesNotContain("Looking up", person.Out, StringComparison.Ordinal);
        Assert.Contains("31,535", person.Out, StringComparison.Ordinal);
        Assert.Equal(isTold ? "\rReading the question…\r\rLooking up the numbers…\r\rChecking the answer against the article…\r\r                                        \r" : "", person.Error);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_call_of_the_model_and_not_the_chat()
    {
        await using var server = await ScriptedModelServer.StartAsync(new Stalls("{\"outcome\""), LooksUp, new Says(Answer));
        using var person = new Person(server, $"{Question}\n{Question}\n:history\n:quit\n", isWatched: true);
        var chat = CommandLine.RunAsync(["chat"], person.Terminal);
        await server.Stalled;
        Assert.True(person.Terminal.Interrupts.Interrupt());
        await server.Abandoned;
        Assert.Equal(0, await chat);
        Assert.Contains("> Stopped.\n\n> 31,535 people arrived this year", person.Out, StringComparison.Ordinal);
        Assert.Contains("  1. How many", person.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("  2. How many", person.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_ends_ask_with_the_code_that_shells_give_it()
    {
        await using var server = await ScriptedModelServer.StartAsync(new Stalls("{\"outcome\""));
        using var person = new Person(server, "", isWatched: true);
        var ask = CommandLine.RunAsync(["ask", Question], person.Terminal);
        await server.Stalled;
        person.Terminal.Interrupts.Interrupt();
        Assert.Equal(130, await ask);
        await server.Abandoned;
    }

    /// <summary>A terminal and who sits there; unless somebody watches, the same with its output in a file.</summary>
    private sealed class Person : IDisposable
    {
        private readonly StringWriter _output = new();
        private readonly StringWriter _error = new();
        private readonly StringReader _typed;

        public Person(ScriptedModelServer server, string typed, bool isWatched)
        {
            _typed = new StringReader(typed);
            Terminal = new Terminal(_typed, _output, _error, colours: false, interactive: isWatched, TimeProvider.System)
            {
                ShowsProgress = true,
                Settings = ProgramRun.SettingsOf(
                    ("Planner:Provider", "openai"),
                    ("Planner:Endpoint", new Uri(server.Address, "v1").AbsoluteUri),
                    ("Planner:ApiKey", ScriptedModelServer.Key),
                    ("Planner:Model", "scripted")),
            };
        }

        public Terminal Terminal { get; }

        public string Out => _output.ToString().ReplaceLineEndings("\n");

        public string Error => _error.ToString();

        public void Dispose()
        {
            Terminal.Interrupts.Dispose();
            _typed.Dispose();
            _output.Dispose();
            _error.Dispose();
        }
    }
}

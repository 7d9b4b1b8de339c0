using System.Collections.Concurrent;
using System.Diagnostics;
using ChannelBot.Core;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using ChannelBot.Planner.Embedded;
using ChannelBot.Planner.Embedded.Arithmetic;
using ChannelBot.Planner.Embedded.Charts;
using ChannelBot.Planner.Embedded.Conduct;
using ChannelBot.Planner.Embedded.Facts;
using ChannelBot.Planner.Embedded.Gist;
using ChannelBot.Planner.Embedded.Sources;
using ChannelBot.Planner.Embedded.Reading;
using ChannelBot.Planner.Guards;
using ChannelBot.Planner.LanguageModels;
using ChannelBot.Planner.Plugins;
using ChannelBot.Teaching.Charts;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace ChannelBot.Planner;

/// <summary>What one turn gives: the answer, the conversation after it, and how it came about.</summary>
public sealed record TurnResult(Answer Answer, ConversationState State, Explanation Explanation)
{
    /// <summary>What a language model did for it and cost; null where none was asked.</summary>
    public ModelUse? Model { get; init; }
}

/// <summary>Answers questions about one article.</summary>
public sealed class QuestionPlanner
{
    private readonly Kernel _kernel;
    private readonly ConcurrentBag<Toolbox> _toolboxes = [];
    private readonly IChatClient _client;
    private readonly MessageReader _messages;
    private readonly SeveralQuestions _several;
    private readonly AnswerAssembler _assembler;
    private readonly IReadOnlyList<IAnswerer> _answerers;
    private readonly AnswerGate _gate;
    private readonly ModelPlanner? _model;

    private QuestionPlanner(KnowledgeFile knowledge, IChatClient client, IReadOnlyList<IAnswerer>? answerers, LanguageModel? model = null, TimeProvider? time = null)
    {
        // A question typed in a shell waits for all of this: what needs no index is made beside it.
        var kernel = Task.Run(() => KernelOf(knowledge));
        var gate = Task.Run(() => new AnswerGate(knowledge));
        var conduct = Task.Run(() => ConductReader.English);
        var calculation = Task.Run(() => new CalculationAnswerer());
        var charts = new Lazy<ArticleCharts>(() => ChartsOf(knowledge));
        var index = ArticleIndex.Build(knowledge);
        _messages = new MessageReader(knowledge);
        _several = new SeveralQuestions(index, _messages);
        _assembler = new AnswerAssembler(knowledge);
        _kernel = kernel.GetAwaiter().GetResult();
        _kernel.Plugins.AddFromObject(new ArticlePlugin(index), PluginJson.Default.Options, ArticlePlugin.Name);
        _kernel.Plugins.AddFromObject(new GistPlugin(index), PluginJson.Default.Options, GistPlugin.Name);
        _kernel.Plugins.AddFromObject(new ChartsPlugin(charts), PluginJson.Default.Options, ChartsPlugin.Name);
        _client = new ChatClientBuilder(client).UseKernelFunctionInvocation().Build();
        _gate = gate.GetAwaiter().GetResult();
        _ = conduct.GetAwaiter().GetResult();
        _answerers = answerers ??
        [
            new ConductAnswerer(index),
            new ChartAnswerer(knowledge, charts),
            new SourceAnswerer(index),
            new GistAnswerer(index),
            calculation.GetAwaiter().GetResult(),
            new RewordedCalculation(index, calculation.GetAwaiter().GetResult()),
            new IdentityAnswerer(index),
            new FactsAnswerer(index),
        ];
        _model = model is null ? null : new ModelPlanner(model, knowledge, _kernel, _assembler, _gate, time ?? TimeProvider.System);
    }

    private static Kernel KernelOf(KnowledgeFile knowledge)
    {
        var kernel = Kernel.CreateBuilder().Build();
        kernel.Plugins.AddFromObject(new FiguresPlugin(knowledge), PluginJson.Default.Options, FiguresPlugin.Name);
        kernel.Plugins.AddFromObject(new CalculatorPlugin(knowledge), PluginJson.Default.Options, CalculatorPlugin.Name);
        return kernel;
    }

    private static ArticleCharts ChartsOf(KnowledgeFile knowledge)
    {
        var maker = new ChartMaker(knowledge);
        return new ArticleCharts(maker, new ChartChoice(knowledge, maker));
    }

    /// <summary>Begins to load what every planner needs, whatever the article, so that it happens while the knowledge file is read.</summary>
    public static void Prepare()
    {
        _ = Task.Run(() => Lexicon.English);
        _ = Task.Run(() => (ConductReader.English, new CalculationAnswerer()));
    }

    /// <summary>A planner that needs no model and no network.</summary>
    public static QuestionPlanner Embedded(KnowledgeFile knowledge) => new(knowledge, new EmbeddedChatClient(), null);

    /// <summary>A planner that asks <paramref name="model"/>; where that fails, or the guards refuse what it writes, the rules answer as they do without one.</summary>
    /// <exception cref="BadInputException">The model's prompts cannot be read.</exception>
    public static QuestionPlanner WithModel(KnowledgeFile knowledge, LanguageModel model, TimeProvider time) =>
        new(knowledge, new EmbeddedChatClient(), null, model, time);

    /// <summary>A planner whose answers somebody else writes; what it sends is guarded all the same.</summary>
    internal static QuestionPlanner Of(KnowledgeFile knowledge, IChatClient? client = null, IReadOnlyList<IAnswerer>? answerers = null) =>
        new(knowledge, client ?? new EmbeddedChatClient(), answerers);

    /// <summary>How many answers the guards have looked at, and refused.</summary>
    public GuardFigures GuardFigures => _gate.Figures;

    /// <summary>Answers <paramref name="question"/> in the light of what was said before.</summary>
    /// <exception cref="BadInputException">The question is empty or too long.</exception>
    public Task<TurnResult> AskAsync(string question, ConversationState state, CancellationToken cancellationToken = default) =>
        AskAsync(question, state, progress: null, cancellationToken);

    /// <summary>The same, for who waits: a model may take its time.</summary>
    /// <param name="progress">Told at once what is being done, in a few words that say nothing of the answer. The rules answer without a word.</param>
    /// <exception cref="BadInputException">The question is empty or too long.</exception>
    /// <exception cref="OperationCanceledException">Whoever asked does not want an answer any more; the call of the model has ended.</exception>
    public async Task<TurnResult> AskAsync(string question, ConversationState state, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var (rules, turn) = await AskRulesAsync(question, state, cancellationToken);

        // What is no question of fact, such as a cry for help or an order to the bot, no model gets to see.
        if (_model is null || turn.Answered.Any(answered => answered.By is ConductAnswerer) || Injection.IsIn(turn.Message.Whole))
        {
            return rules;
        }

        var asked = new ModelQuestion(question, state, UserTextOf(turn, question, state), RulesAnswer.Of(rules.Answer, turn.Ledger));
        var attempt = await _model.AnswerAsync(asked, progress, cancellationToken);
        var answer = (attempt.Answer ?? rules.Answer) with { ElapsedMs = Stopwatch.GetElapsedTime(started).TotalMilliseconds };
        return attempt.Answer is null
            ? rules with { Answer = answer, State = state.With(rules.State.Turns[^1] with { Answer = answer }), Explanation = rules.Explanation.With(attempt.Use), Model = attempt.Use }
            : new TurnResult(
                answer,
                state.With(new PastTurn(question, answer, attempt.Topic)),
                new Explanation(turn, attempt.Messages, new Passed(answer, answer.Text, GuardReport.Clean, RepairKind.None)).With(attempt.Use)) { Model = attempt.Use };
    }

    /// <summary>Answers by the rules alone, at once, whatever model there is.</summary>
    /// <exception cref="BadInputException">The question is empty or too long.</exception>
    public async Task<TurnResult> AskEmbeddedAsync(string question, ConversationState state, CancellationToken cancellationToken = default) =>
        (await AskRulesAsync(question, state, cancellationToken)).Result;

    /// <summary>Makes the calls of a plan again, without reading any question.</summary>
    /// <returns>What each returned; what was wrong with it, where the call could not be made.</returns>
    /// <exception cref="BadInputException">There is no such function.</exception>
    public Task<IReadOnlyList<string>> ReplayAsync(IReadOnlyList<PlanStep> plan, CancellationToken cancellationToken = default) =>
        PlanReplay.RunAsync(_kernel.Clone(), plan, cancellationToken);

    private async Task<(TurnResult Result, Turn Turn)> AskRulesAsync(string question, ConversationState state, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        QuestionLimits.Check(question);
        var turn = new Turn(_several.Read(_messages.Read(question, state), state), state, _answerers, _assembler);
        var toolbox = _toolboxes.TryTake(out var free) ? free : new Toolbox(_kernel.Clone());
        var response = await _client.GetResponseAsync([new ChatMessage(ChatRole.User, turn.Message.Whole.Text)], toolbox.For(turn), cancellationToken);
        _toolboxes.Add(toolbox);
        var drafts = turn.Drafts is { Count: > 0 } written ? written : [_assembler.Unclear()];
        var passed = _gate.Pass(_assembler.Assemble(question, drafts), Grounds.Of(
            UserTextOf(turn, question, state), [.. AnswerAssembler.Lines(drafts).Select(draft => draft.FixedText)], turn.Ledger, state));
        var answer = passed.Answer with
        {
            // A picture goes only with the words that it was made of.
            Chart = passed.Repair is RepairKind.None ? passed.Answer.Chart : null,
            ElapsedMs = Stopwatch.GetElapsedTime(started).TotalMilliseconds,
        };
        var topic = passed.Repair is RepairKind.Withheld ? [] : drafts.SelectMany(draft => draft.Topic).Distinct(StringComparer.Ordinal).ToArray();
        return (new TurnResult(answer, state.With(new PastTurn(question, answer, topic)), new Explanation(turn, response.Messages, passed)), turn);
    }

    private static string UserTextOf(Turn turn, string question, ConversationState state) =>
        string.Join('\n', [.. state.Turns.Select(past => past.Question), question, turn.Message.Whole.Text]);

    /// <summary>A kernel with its functions as tools, for one turn at a time: making them takes longer than answering.</summary>
    private sealed class Toolbox(Kernel kernel)
    {
        private readonly AITool[] _tools = [.. kernel.Plugins.SelectMany(plugin => plugin.AsAIFunctions(kernel))];

        public ChatOptions For(Turn turn)
        {
            kernel.Data[TurnLedger.Key] = turn.Ledger;
            return new ChatOptions { Tools = [.. _tools], AdditionalProperties = new AdditionalPropertiesDictionary { [EmbeddedChatClient.TurnProperty] = turn } };
        }
    }
}

using ChannelBot.Core;
using ChannelBot.KnowledgeBuilder;
using ChannelBot.Planner.LanguageModels;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace ChannelBot.Cli.Drafting;

/// <summary>A curation file as a model drafted it.</summary>
/// <param name="Problem">What the builder has against it; null where it can be built.</param>
internal sealed record Draft(string Yaml, string? Problem);

/// <summary>Asks a language model to draft the curation of an article. The builder checks it as it does a person's.</summary>
internal sealed class CurationDraft(LanguageModel model)
{
    private const int Attempts = 3;
    private const int MostTokens = 8_000;

    private static readonly Kernel Values = new();

    /// <param name="article">The article's bytes, as the builder reads them.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="BadInputException">The article cannot be used, or the model gives no draft.</exception>
    public async Task<Draft> WriteAsync(byte[] article, string name, CancellationToken cancellationToken)
    {
        var text = KnowledgeCompiler.Build(article, null, name).Article.Text;
        var folder = PromptDirectory.Of("curation");
        var mend = PromptDirectory.Read(folder, "mend");
        var messages = new List<ChatMessage>
        {
            new(ChatRole.System, await PromptDirectory.Read(folder, "draft").RenderAsync(Values, [], cancellationToken)),
            new(ChatRole.User, DataBlock.Of("article", text)),
        };
        for (var attempt = 1; ; attempt++)
        {
            var yaml = Bare(await AskAsync(messages, cancellationToken));
            var problem = ProblemOf(article, yaml, name);
            if (problem is null || attempt == Attempts)
            {
                return new Draft(yaml, problem);
            }

            messages.Add(new ChatMessage(ChatRole.Assistant, yaml));
            messages.Add(new ChatMessage(ChatRole.User, await mend.RenderAsync(Values, new KernelArguments { ["problem"] = DataBlock.Plain(problem) }, cancellationToken)));
        }
    }

    private async Task<string> AskAsync(List<ChatMessage> messages, CancellationToken cancellationToken)
    {
        try
        {
            return (await model.Client.GetResponseAsync(messages, new ChatOptions { Temperature = 0, MaxOutputTokens = MostTokens }, cancellationToken)).Text;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BadInputException("draft-curation", $"the model gave no draft: {model.Explain(fault).Detail}.");
        }
    }

    private static string? ProblemOf(byte[] article, string yaml, string name)
    {
        if (yaml.Length == 0)
        {
            return "it is empty.";
        }

        try
        {
            KnowledgeCompiler.Build(article, yaml, name, "the draft");
            return null;
        }
        catch (BadInputException bad)
        {
            return bad.Message;
        }
    }

    /// <summary>Without the fence that models like to put around a file.</summary>
    private static string Bare(string reply)
    {
        var lines = reply.ReplaceLineEndings("\n").Trim().Split('\n').ToList();
        if (lines[0].StartsWith("```", StringComparison.Ordinal))
        {
            lines.RemoveAt(0);
            var end = lines.FindIndex(line => line.StartsWith("```", StringComparison.Ordinal));
            lines = end < 0 ? lines : lines[..end];
        }

        return string.Join('\n', lines).Trim();
    }
}

using System.Globalization;
using ChannelBot.Bot.Quizzes;
using ChannelBot.Bot.Rendering;
using ChannelBot.Cli.Asking;
using ChannelBot.Core;
using ChannelBot.Core.Answers;
using ChannelBot.Core.Conversations;
using ChannelBot.Core.Knowledge;
using Spectre.Console;

namespace ChannelBot.Cli.Chatting;

/// <summary>A conversation in the terminal: questions, and commands that begin with a colon.</summary>
internal sealed class ChatSession(Ask ask, KnowledgeFile knowledge, Terminal terminal, ILineSource lines)
{
    private static readonly Style Quiet = new(decoration: Decoration.Dim);
    private static readonly Style Wrong = new(foreground: Color.Maroon);

    private readonly Page _page = new(terminal);
    private readonly List<Answer> _answers = [];
    private readonly QuizTalk _quizzes = new(knowledge, new ArticleQuizzes(knowledge));
    private ConversationState _state = ConversationState.Empty;

    /// <summary>Goes on until the user leaves or the input ends.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _page.Paragraph($"Ask about {knowledge.Article.Title}. :help lists the commands, :quit leaves.", Quiet);
        _page.Line();
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line) && !await HandleAsync(line.Trim(), cancellationToken))
            {
                return;
            }

            await terminal.FlushAsync();
        }
    }

    /// <returns>False where the conversation ends.</returns>
    private async Task<bool> HandleAsync(string line, CancellationToken cancellationToken)
    {
        var (command, argument) = line.IndexOf(' ', StringComparison.Ordinal) is var space and > 0
            ? (line[..space], line[(space + 1)..].Trim())
            : (line, "");
        try
        {
            switch (command.ToLowerInvariant())
            {
                case ":quit" or ":q" or ":exit":
                    return false;
                case ":help" or ":h" or ":?":
                    WriteHelp();
                    break;
                case ":article":
                    WriteArticle(argument);
                    break;
                case ":working":
                    WriteWorking();
                    break;
                case ":history":
                    WriteHistory();
                    break;
                case ":save":
                    await SaveAsync(argument, cancellationToken);
                    break;
                case ":quiz":
                    TakeQuiz($"quiz {argument}");
                    break;
                case [':', ..]:
                    throw new BadInputException("command", $"'{command}' is no command. :help lists them.");
                default:
                    if (!TakeQuiz(line))
                    {
                        await AskAsync(line, cancellationToken);
                    }

                    break;
            }
        }
        catch (BadInputException bad)
        {
            _page.Paragraph(bad.Message, Wrong);
        }

        _page.Line();
        return true;
    }

    /// <summary>Begins a quiz or takes an answer in it, as in the other channels.</summary>
    /// <returns>False where the line is a question about the article.</returns>
    private bool TakeQuiz(string line)
    {
        if (_quizzes.Hear(QuizRun.Read(_state.Pending), line) is not { } reply)
        {
            return false;
        }

        _state = _state with { Pending = reply.Run?.Write() };
        new AnswerPage(terminal).WriteForChat(reply.Answer);
        WriteQuizQuestion();
        return true;
    }

    private void WriteQuizQuestion()
    {
        if (_quizzes.Asked(QuizRun.Read(_state.Pending)) is { } question)
        {
            _page.Line();
            _page.Paragraph(QuizCard.Text(question), Style.Plain);
        }
    }

    private async Task AskAsync(string question, CancellationToken cancellationToken)
    {
        var turn = await terminal.Interrupts.UntilInterruptedAsync(cancel => ask(question, _state, cancel), cancellationToken);
        if (turn is null)
        {
            _page.Paragraph("Stopped.", Quiet);
            return;
        }

        _state = turn.State;
        _answers.Add(turn.Answer);
        new AnswerPage(terminal).WriteForChat(turn.Answer);
        WriteQuizQuestion();
    }

    private void WriteHelp()
    {
        foreach (var (command, meaning) in new[]
        {
            (":article", "shows the article; :article 6 shows its paragraph 6"),
            (":working", "shows how the numbers of the last answer were worked out"),
            (":quiz", "asks questions about the article; :quiz easy, :quiz hard 2; also without the colon"),
            (":history", "shows what was asked and answered"),
            (":save FILE", "writes the conversation: Markdown, or answer records where FILE ends in .jsonl"),
            (":quit", "leaves"),
        })
        {
            _page.Item(command.PadRight(10), meaning, Quiet);
        }
    }

    private void WriteArticle(string argument)
    {
        var article = knowledge.Article;
        var count = article.Paragraphs.Count;
        if (argument.Length > 0 && (!int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) || wanted < 1 || wanted > count))
        {
            throw new BadInputException(
                "paragraph", string.Create(CultureInfo.InvariantCulture, $"there is no paragraph '{argument}': the article has 1 to {count}."));
        }

        var only = argument.Length > 0 ? int.Parse(argument, CultureInfo.InvariantCulture) : 0;
        for (var number = 1; number <= count; number++)
        {
            if (only is 0 || only == number)
            {
                var paragraph = article.Paragraphs[number - 1];
                _page.Item(
                    number.ToString(CultureInfo.InvariantCulture).PadLeft(2), article.Text[paragraph.Start..paragraph.End], Quiet);
            }
        }
    }

    private void WriteWorking()
    {
        if (_answers is not [.., var last])
        {
            throw new BadInputException("working", "nothing was asked yet.");
        }

        if (last.AllWorking().Count is 0)
        {
            _page.Paragraph("The last answer needed no calculation.", Quiet);
            return;
        }

        new AnswerPage(terminal).WriteWorking(last);
    }

    private void WriteHistory()
    {
        for (var i = 0; i < _answers.Count; i++)
        {
            _page.Item(string.Create(CultureInfo.InvariantCulture, $"{i + 1}."), _answers[i].Question, Quiet);
            _page.Item("  ", _answers[i].Text, Quiet);
        }
    }

    private async Task SaveAsync(string path, CancellationToken cancellationToken)
    {
        if (path.Length is 0)
        {
            throw new BadInputException("save", ":save needs the name of a file, for example :save conversation.md");
        }

        if (_answers.Count is 0)
        {
            throw new BadInputException("save", "nothing was asked yet.");
        }

        await UserFile.WriteAsync(path, "save", Transcript.Of(_answers, path), cancellationToken);
        _page.Paragraph(
            string.Create(CultureInfo.InvariantCulture, $"Saved {_answers.Count} {(_answers.Count is 1 ? "answer" : "answers")} in {path}."), Quiet);
    }
}

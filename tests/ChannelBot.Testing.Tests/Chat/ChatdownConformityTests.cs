using System.Text;
using System.Text.Json.Nodes;
using ChannelBot.Testing.Chat;
using ChannelBot.Testing.Scripts;
using ChannelBot.Testing.Transcripts;

namespace ChannelBot.Testing.Tests.Chat;

public sealed class ChatdownConformityTests
{
    private static readonly ChatReading AsChatdown = new() { IsAsChatdown = true };

    /// <summary>All that our transcripts have otherwise than chatdown's: the file, what of it, and why.</summary>
    private static readonly (string File, string[] Fields, string Reason)[] Differences =
    [
        ("brackets.chat", ["text"], "Chatdown loses the space after the last bracket that is text, and the words before such a bracket where [Typing] follows: citation marks would be glued to words."),
        ("text-attachment.chat", ["attachments"], "Of a text file chatdown makes { \"type\": \"Buffer\", \"data\": [ bytes ] }, which no bot can read; ours is a data URI, as chatdown's are of other files."),
        ("comments.chat", ["serviceUrl", "locale"], "What our comments add is nothing to chatdown."),
    ];

    /// <summary>What chatdown takes out of the text and makes nothing of, or makes something else of than was meant, without a word. Ours is a mistake.</summary>
    private static readonly string[] Dropped =
    [
        "[event=tick]", "[MessageReaction=like]", "[Invoke]", "[EndOfConversation]", "[Suggestion=one]", "[ReceiptCard\ntitle=x]", "[HeroCard\ncolour=red]",
    ];

    [Fact]
    public async Task Of_every_file_of_the_corpus_we_make_the_activities_that_chatdown_makes_down_to_their_ids_and_times()
    {
        var files = FilesOf("Corpus");
        Assert.True(files.Length > 15);
        var theirs = await Chatdown.ConvertAsync(files);
        foreach (var file in files)
        {
            var ours = Read(file, AsChatdown);
            Assert.Equal(theirs[file].Count, ours.Count);
            Assert.All(theirs[file], (activity, index) => Assert.True(
                JsonNode.DeepEquals(activity, ours[index].Json), $"{file}, activity {index + 1}:\n{activity}\nis for us\n{ours[index].Json}"));
        }
    }

    [Fact]
    public async Task What_the_converter_writes_differs_from_chatdowns_output_in_the_words_around_brackets_and_the_channel_of_the_header_alone()
    {
        var files = FilesOf("Corpus");
        var theirs = await Chatdown.ConvertAsync(files);
        foreach (var file in files)
        {
            var written = TranscriptDocument.Of(Read(file, new ChatReading()).Select(activity => activity.Json), file).ToString();
            var ours = JsonNode.Parse(written)!.AsArray();
            Assert.Equal(theirs[file].Count, ours.Count);
            var channel = ChatDocument.Parse(ScriptFiles.ReadText(file), file).Header.ChannelId ?? "chatdown";
            Assert.All(ours, activity => Assert.Equal(channel, (string?)activity!["channelId"]));
            Assert.All(theirs[file], (activity, index) =>
            {
                activity!["channelId"] = channel;
                var fields = FieldsThatDiffer(activity, ours[index]!);
                Assert.True(fields is [] || (fields is ["text"] && Bare(activity) == Bare(ours[index]!)), $"{file}:\n{activity}\nis written as\n{ours[index]}");
            });
        }
    }

    [Fact]
    public async Task The_differences_are_these_and_no_others()
    {
        var files = FilesOf("Differences");
        var theirs = await Chatdown.ConvertAsync(files);
        Assert.Equal(Differences.Select(difference => difference.File).Order(StringComparer.Ordinal), files.Select(Path.GetFileName));
        Assert.All(files, file =>
        {
            var ours = Read(file, new ChatReading());
            Assert.Equal(
                Differences.Single(difference => difference.File == Path.GetFileName(file)).Fields,
                theirs[file].SelectMany((activity, index) => FieldsThatDiffer(activity!, ours[index].Json)).Distinct().OrderDescending(StringComparer.Ordinal));
        });
    }

    [Fact]
    public async Task What_chatdown_drops_without_a_word_is_a_mistake()
    {
        var folder = Directory.CreateTempSubdirectory("channelbot-");
        try
        {
            string[] files = [.. Dropped.Select((command, index) => Path.Combine(folder.FullName, FormattableString.Invariant($"{index}.chat")))];
            for (var i = 0; i < files.Length; i++)
            {
                await File.WriteAllTextAsync(files[i], $"user: hi\nbot: yes\n{Dropped[i]}\n", new UTF8Encoding(false), TestContext.Current.CancellationToken);
            }

            var theirs = await Chatdown.ConvertAsync(files);
            Assert.All(files, file => Assert.Equal("yes", theirs[file][2]!["text"]!.ToString()));
            Assert.All(files, file => Assert.Single(Assert.Throws<ScriptFormatException>(() => Read(file, AsChatdown)).Errors));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string[] FilesOf(string folder) =>
        [.. Directory.EnumerateFiles(Repository.At("tests", "ChannelBot.Testing.Tests", folder), "*.chat").Order(StringComparer.Ordinal)];

    private static IReadOnlyList<ChatActivity> Read(string file, ChatReading reading) => ChatReader.Read(ChatDocument.Parse(ScriptFiles.ReadText(file), file), reading);

    private static string[] FieldsThatDiffer(JsonNode theirs, JsonNode ours) =>
        [.. theirs.AsObject().Concat(ours.AsObject()).Select(field => field.Key).Distinct().Where(field => !JsonNode.DeepEquals(theirs[field], ours[field]))];

    private static string Bare(JsonNode activity) => activity["text"]!.ToString().Replace(" ", "", StringComparison.Ordinal);
}

using System.Text.Json.Nodes;
using ChannelBot.Testing.Chat;
using ChannelBot.Testing.Scripts;

namespace ChannelBot.Testing.Tests.Chat;

public sealed class ChatdownConformityTests
{
    private static readonly ChatReading AsChatdown = new() { IsAsChatdown = true };

    [Fact]
    public async Task Of_every_file_of_the_corpus_we_make_the_activities_that_chatdown_makes_down_to_their_ids_and_times()
    {
        string[] files = [.. Directory.EnumerateFiles(Repository.At("tests", "ChannelBot.Testing.Tests", "Corpus"), "*.chat")];
        Assert.True(files.Length > 10);
        var theirs = await Chatdown.ConvertAsync(files);
        foreach (var file in files)
        {
            var ours = ChatReader.Read(ChatDocument.Parse(ScriptFiles.ReadText(file), file), AsChatdown);
            Assert.Equal(theirs[file].Count, ours.Count);
            Assert.All(theirs[file], (activity, index) => Assert.True(
                JsonNode.DeepEquals(activity, ours[index].Json), $"{file}, activity {index + 1}:\n{activity}\nis for us\n{ours[index].Json}"));
        }
    }
}

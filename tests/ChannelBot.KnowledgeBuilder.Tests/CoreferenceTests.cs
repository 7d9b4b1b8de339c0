using System.Text;
using ChannelBot.Core.Evidence;
using ChannelBot.Core.Language;

namespace ChannelBot.KnowledgeBuilder.Tests;

/// <summary>Whom a sentence speaks of without naming them.</summary>
public sealed class CoreferenceTests
{
    [Theory]
    [InlineData("Mary Hill won the race in Leeds. She lives in York.", "Mary Hill")]
    [InlineData("Mary Hill won the race in Leeds. Nobody was hurt. Her bike was stolen.", "Mary Hill")]
    [InlineData("Mary Hill won the race in Leeds. The 24-year-old from York led for three hours.", "Mary Hill")]
    [InlineData("Mary Hill won the race in Leeds. Then Peter Marsh said he was tired.", "Peter Marsh")]
    [InlineData("Mary Hill won the race in Leeds. The road was dry.", null)]
    [InlineData("The road was dry. She lives in York.", null)]
    [InlineData("Mary Hill won the race in Leeds. “She did not stop,” read a sign.", null)]
    public void It_is_the_person_named_last_or_whom_the_sentence_before_began_with(string article, string? person)
    {
        var knowledge = KnowledgeCompiler.Build(Encoding.UTF8.GetBytes(article), null);
        var found = Coreference.Of(knowledge, sentence => Tokenizer.Tokenize(sentence.Text))[^1];
        Assert.Equal(person, knowledge.Entities.FirstOrDefault(entity => entity.Id == found)?.Name);
    }
}

using ChannelBot.Core.Knowledge;
using ChannelBot.Core.Language;
using CsCheck;

namespace ChannelBot.Core.Tests.Language;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("A No. 10 spokesperson spoke.| Mr. Smith left at 5 p.m. on Friday.")]
    [InlineData("He lives in the U.S. and works.| She moved to the U.S.| The house was sold.")]
    [InlineData("It rose 3.5 percent to $2.40 a litre.| Shares fell.")]
    [InlineData("J. K. Rowling wrote it.| St. Petersburg was cold, e.g. in winter.")]
    [InlineData("“We did it.| We won,” he said.| “Now we rest.”| They did.")]
    [InlineData("“Where are they?” he asked.| Nobody knew.")]
    [InlineData("“Why now?” Jane Smith asked.| Nobody knew.")]
    [InlineData("He waited... and waited.| Then he left…| It was late.")]
    [InlineData("“First part of what was said.| “Second paragraph of it")]
    [InlineData("It was found (on Jan. 5) by Dr. Jones.| He died on Oct. 14, 1066.")]
    [InlineData("Acme Inc. bought Zenith Corp. in May.| The deal closed.")]
    [InlineData("It opened in 1900.[12]| Then it shut.")]
    [InlineData("Did it work?| No.| Will it?| Yes!")]
    [InlineData("he was late.| she was not.")]
    [InlineData("A heading without a stop")]
    [InlineData("HEADING\n| The first long sentence of the story follows here, and goes on for a while.")]
    [InlineData("The meeting (it was short.) ended.")]
    [InlineData("It begins at 9 a.m. GMT on Monday.| It ends at 5 p.m.| Doors close then.")]
    [InlineData("The ruling in Roe v. Wade stood.| See p. 12.")]
    public void Split_ends_sentences_where_a_reader_would(string marked)
    {
        var text = marked.Replace("|", "", StringComparison.Ordinal);
        var sentences = SentenceSplitter.Split(text, new Span(0, text.Length)).Select(span => text[span.Start..span.End]);
        Assert.Equal(marked.Split('|').Select(part => part.Trim()), sentences);
    }

    [Fact]
    public void Split_gives_offsets_in_the_whole_text_of_what_is_inside_the_paragraph() =>
        Gen.Select(Gen.String[Gen.Char["aB .?!”“\"'’\n\r1-"], 0, 60], Gen.Int[0, 60], Gen.Int[0, 60]).Sample((text, one, other) =>
        {
            int start = Math.Min(Math.Min(one, other), text.Length), end = Math.Min(Math.Max(one, other), text.Length);
            var at = start;
            foreach (var span in SentenceSplitter.Split(text, new Span(start, end)))
            {
                Assert.True(string.IsNullOrWhiteSpace(text[at..span.Start]));
                Assert.False(char.IsWhiteSpace(text[span.Start]) || char.IsWhiteSpace(text[span.End - 1]));
                Assert.True(span.End <= end);
                at = span.End;
            }

            Assert.True(string.IsNullOrWhiteSpace(text[at..end]));
        });

    [Fact]
    public void Split_takes_any_text() => Gen.String.Sample(text => SentenceSplitter.Split(text, new Span(0, text.Length)));
}

namespace ChannelBot.Core.Knowledge;

/// <summary>Checks that what a knowledge file says stands where it says, and that every id it refers to is there.</summary>
internal static class KnowledgeValidation
{
    /// <exception cref="BadInputException">Names the first item that does not hold.</exception>
    public static void Check(KnowledgeFile knowledge, string name) => new Pass(knowledge, name).Run();

    private sealed class Pass(KnowledgeFile knowledge, string name)
    {
        private readonly string _text = knowledge.Article.Text;
        private readonly HashSet<string> _sentences = new(knowledge.Sentences.Count, StringComparer.Ordinal);
        private readonly HashSet<string> _entities = new(knowledge.Entities.Count, StringComparer.Ordinal);
        private readonly HashSet<string> _figures = new(knowledge.Figures.Count, StringComparer.Ordinal);

        public void Run()
        {
            for (var i = 0; i < knowledge.Article.Paragraphs.Count; i++)
            {
                In(knowledge.Article.Paragraphs[i], "article.paragraphs", i + 1);
            }

            CheckSentences();
            CheckEntities();
            CheckFigures();
            CheckQuotes();
            CheckStatements();
            CheckFacts();
            CheckSilences();
        }

        private void CheckSentences()
        {
            foreach (var sentence in knowledge.Sentences)
            {
                Unique(_sentences, "sentence", sentence.Id);
                Same(sentence.Start, sentence.End, sentence.Text, "sentence", sentence.Id);
                if (sentence.Paragraph < 1
                    || sentence.Paragraph > knowledge.Article.Paragraphs.Count
                    || !knowledge.Article.Paragraphs[sentence.Paragraph - 1].Contains(sentence.Span))
                {
                    throw Bad("sentence", sentence.Id, $"is not in paragraph {sentence.Paragraph}");
                }
            }
        }

        private void CheckEntities()
        {
            foreach (var entity in knowledge.Entities)
            {
                Unique(_entities, "entity", entity.Id);
                foreach (var mention in entity.Mentions)
                {
                    In(mention, "entity", entity.Id);
                }
            }
        }

        private void CheckFigures()
        {
            foreach (var figure in knowledge.Figures)
            {
                Unique(_figures, "figure", figure.Id);
                Same(figure.Start, figure.End, figure.Text, "figure", figure.Id);
                Known(_sentences, figure.Sentence, "figure", figure.Id);
            }

            foreach (var figure in knowledge.Figures)
            {
                Known(_figures, figure.PartOf, "figure", figure.Id);
                Known(_figures, figure.BaseOf, "figure", figure.Id);
            }
        }

        private void CheckQuotes()
        {
            foreach (var quote in knowledge.Quotes)
            {
                foreach (var span in quote.Spans)
                {
                    In(span, "quote", quote.Id);
                }

                Known(_entities, quote.Speaker, "quote", quote.Id);
                KnownAll(quote.Sentences, "quote", quote.Id);
                if (!SameJoined(quote))
                {
                    throw Bad("quote", quote.Id, "does not have the words that stand at its places");
                }
            }
        }

        private void CheckStatements()
        {
            foreach (var statement in knowledge.Statements)
            {
                In(new Span(statement.Start, statement.End), "statement", statement.Id);
                Known(_sentences, statement.Sentence, "statement", statement.Id);
                Known(_entities, statement.Speaker, "statement", statement.Id);
                CheckSlots(statement.Slots, "statement", statement.Id);
            }
        }

        private void CheckFacts()
        {
            foreach (var fact in knowledge.Facts)
            {
                In(fact.Evidence, "fact", fact.Id);
                KnownAll(fact.Sentences, "fact", fact.Id);
                Known(_entities, fact.Speaker, "fact", fact.Id);
                CheckSlots(fact.Slots, "fact", fact.Id);
            }
        }

        private void CheckSilences()
        {
            var facts = knowledge.Facts.Select(fact => fact.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var silence in knowledge.Silences)
            {
                Known(facts, silence.Nearest, "silence", silence.Id);
            }
        }

        private void CheckSlots(IReadOnlyList<Slot> slots, string kind, string id)
        {
            foreach (var slot in slots)
            {
                Same(slot.Start, slot.End, slot.Text, kind, id);
            }
        }

        private bool SameJoined(Quote quote)
        {
            var rest = quote.Text.AsSpan();
            for (var i = 0; i < quote.Spans.Count; i++)
            {
                if (i > 0)
                {
                    if (rest.IsEmpty || rest[0] != ' ')
                    {
                        return false;
                    }

                    rest = rest[1..];
                }

                var part = _text.AsSpan(quote.Spans[i].Start, quote.Spans[i].Length);
                if (!rest.StartsWith(part, StringComparison.Ordinal))
                {
                    return false;
                }

                rest = rest[part.Length..];
            }

            return rest.IsEmpty;
        }

        private void In<T>(Span span, string kind, T id)
        {
            if (span.Start < 0 || span.End <= span.Start || span.End > _text.Length)
            {
                throw Bad(kind, id, $"has a place ({span.Start} to {span.End}) outside the article's {_text.Length} characters");
            }
        }

        private void Same(int start, int end, string text, string kind, string id)
        {
            In(new Span(start, end), kind, id);
            if (!_text.AsSpan(start, end - start).SequenceEqual(text))
            {
                throw Bad(kind, id, $"says '{text}', but at {start} to {end} the article has '{_text[start..end]}'");
            }
        }

        private void Unique(HashSet<string> seen, string kind, string id)
        {
            if (!seen.Add(id))
            {
                throw Bad(kind, id, "is there twice");
            }
        }

        private void KnownAll(IReadOnlyList<string> sentences, string kind, string id)
        {
            foreach (var sentence in sentences)
            {
                Known(_sentences, sentence, kind, id);
            }
        }

        private void Known(HashSet<string> ids, string? wanted, string kind, string id)
        {
            if (wanted is not null && !ids.Contains(wanted))
            {
                throw Bad(kind, id, $"refers to '{wanted}', which is not there");
            }
        }

        private BadInputException Bad<T>(string kind, T id, string what) =>
            new("knowledge", $"The knowledge file '{name}' does not hold together: {kind} '{id}' {what}.");
    }
}

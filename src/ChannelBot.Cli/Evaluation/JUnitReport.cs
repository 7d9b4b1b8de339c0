using System.Globalization;
using System.Text;
using System.Xml;
using ChannelBot.Cli.Asking;

namespace ChannelBot.Cli.Evaluation;

/// <summary>An evaluation in the form that build servers show: a suite a file, a test case a question.</summary>
internal static class JUnitReport
{
    public static string Of(IReadOnlyList<FileScore> files)
    {
        var text = new StringBuilder();
        var settings = new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true };
        using (var xml = XmlWriter.Create(text, settings))
        {
            xml.WriteStartElement("testsuites");
            WriteCounts(xml, files.Sum(file => file.Scores.Questions), files.Sum(file => file.Scores.Right));
            foreach (var file in files)
            {
                WriteSuite(xml, file);
            }

            xml.WriteEndElement();
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    private static void WriteSuite(XmlWriter xml, FileScore file)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Readable(file.Path));
        WriteCounts(xml, file.Scores.Questions, file.Scores.Right);
        foreach (var question in file.Asked)
        {
            WriteCase(xml, question);
        }

        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, AskedQuestion question)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", question.Expected.Kind.ToString().ToLowerInvariant());
        xml.WriteAttributeString("name", Readable($"{question.Expected.Id}: {question.Expected.Question}"));
        xml.WriteAttributeString("time", question.Elapsed.TotalSeconds.ToString("0.000000", CultureInfo.InvariantCulture));
        if (!question.IsRight)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", Readable(string.Join("; ", question.Faults)));
            xml.WriteString(Readable(question.Answer is { } answer ? $"{answer.Outcome.Name()}: {answer.Text}" : "no answer"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, int questions, int right)
    {
        xml.WriteAttributeString("tests", questions.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", (questions - right).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Questions hold what people type; XML cannot hold all of it.</summary>
    private static string Readable(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
        {
            return text;
        }

        var readable = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                readable.Append(text[i]).Append(text[++i]);
                continue;
            }

            readable.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
        }

        return readable.ToString();
    }
}

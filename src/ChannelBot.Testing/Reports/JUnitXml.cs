using System.Globalization;
using System.Text;
using System.Xml;

namespace ChannelBot.Testing.Reports;

/// <summary>A group of cases, such as a file.</summary>
public sealed record JUnitSuite(string Name, IReadOnlyList<JUnitCase> Cases);

/// <summary>One case.</summary>
/// <param name="Group">What build servers group by: a kind, a folder.</param>
public sealed record JUnitCase(string Group, string Name, TimeSpan Elapsed)
{
    /// <summary>What did not hold; null where all did.</summary>
    public string? Failure { get; init; }

    /// <summary>Why the case could not be run; null where it could.</summary>
    public string? Error { get; init; }

    /// <summary>Why the case was left out; null where it was not.</summary>
    public string? Skipped { get; init; }

    /// <summary>More about a failure or an error.</summary>
    public string Details { get; init; } = "";
}

/// <summary>A report in the form that build servers show, JUnit's XML: valid by the strict schema of Ant's reports as well as by the wider ones.</summary>
public static class JUnitXml
{
    public static string Of(IReadOnlyList<JUnitSuite> suites, DateTimeOffset started)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("testsuites");
            for (var id = 0; id < suites.Count; id++)
            {
                WriteSuite(xml, suites[id], id, started);
            }

            xml.WriteEndElement();
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    private static void WriteSuite(XmlWriter xml, JUnitSuite suite, int id, DateTimeOffset started)
    {
        xml.WriteStartElement("testsuite");
        Write(xml, "name", suite.Name);
        Write(xml, "package", "channelbot");
        Write(xml, "id", id.ToString(CultureInfo.InvariantCulture));
        Write(xml, "hostname", "localhost");
        Write(xml, "timestamp", started.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        Write(xml, "tests", suite.Cases.Count.ToString(CultureInfo.InvariantCulture));
        Write(xml, "failures", suite.Cases.Count(one => one.Failure is not null).ToString(CultureInfo.InvariantCulture));
        Write(xml, "errors", suite.Cases.Count(one => one.Error is not null).ToString(CultureInfo.InvariantCulture));
        if (suite.Cases.Count(one => one.Skipped is not null) is > 0 and var skipped)
        {
            // Ant's own reports of old know no skipped cases; where there are none, the narrowest schema holds.
            Write(xml, "skipped", skipped.ToString(CultureInfo.InvariantCulture));
        }

        Write(xml, "time", Seconds(suite.Cases.Aggregate(TimeSpan.Zero, (sum, one) => sum + one.Elapsed)));
        xml.WriteStartElement("properties");
        xml.WriteStartElement("property");
        Write(xml, "name", "tool");
        Write(xml, "value", "channelbot");
        xml.WriteEndElement();
        xml.WriteEndElement();
        foreach (var one in suite.Cases)
        {
            WriteCase(xml, one);
        }

        xml.WriteElementString("system-out", "");
        xml.WriteElementString("system-err", "");
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, JUnitCase one)
    {
        xml.WriteStartElement("testcase");
        Write(xml, "classname", one.Group);
        Write(xml, "name", one.Name);
        Write(xml, "time", Seconds(one.Elapsed));
        if (one.Skipped is { } reason)
        {
            xml.WriteElementString("skipped", Readable(reason));
        }

        if ((one.Error ?? one.Failure) is { } message)
        {
            xml.WriteStartElement(one.Error is null ? "failure" : "error");
            Write(xml, "message", message);
            Write(xml, "type", one.Error is null ? "expectation" : "problem");
            xml.WriteString(Readable(one.Details));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, Readable(value));

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000000", CultureInfo.InvariantCulture);

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

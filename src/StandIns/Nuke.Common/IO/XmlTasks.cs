// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Collections;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;

namespace Nuke.Common.IO;

/// <summary>Reads and changes XML files by XPath.</summary>
public static class XmlTasks
{
    /// <summary>The texts of the elements or attributes that are found.</summary>
    public static IEnumerable<string> XmlPeek(
        string path,
        string xpath,
        params (string prefix, string uri)[] namespaces
    ) => Peek(XDocument.Load(path), xpath, namespaces);

    /// <inheritdoc cref="XmlPeek"/>
    public static IEnumerable<string> XmlPeekFromString(
        string content,
        string xpath,
        params (string prefix, string uri)[] namespaces
    ) => Peek(XDocument.Parse(content), xpath, namespaces);

    public static IEnumerable<XElement> XmlPeekElements(
        string path,
        string xpath,
        params (string prefix, string uri)[] namespaces
    ) => Find(XDocument.Load(path), xpath, namespaces).Cast<XElement>().ToList();

    /// <summary>The only text that is found; null when there is none.</summary>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public static string XmlPeekSingle(string path, string xpath, params (string prefix, string uri)[] namespaces) =>
        XmlPeek(path, xpath, namespaces).SingleOrDefault();

    public static void XmlPoke(
        string path,
        string xpath,
        object value,
        params (string prefix, string uri)[] namespaces
    ) => XmlPoke(path, xpath, value, Encoding.UTF8, namespaces);

    /// <summary>Changes the only element or attribute that is found; the rest of the file keeps its form.</summary>
    /// <exception cref="ArgumentException">There is none, or several.</exception>
    public static void XmlPoke(
        string path,
        string xpath,
        object value,
        Encoding encoding,
        params (string prefix, string uri)[] namespaces
    )
    {
        var document = XDocument.Load(path, LoadOptions.PreserveWhitespace);
        Assert.HasSingleItem(Find(document, xpath, namespaces), $"'{xpath}' must find one thing in {path}");
        switch (Find(document, xpath, namespaces)[0])
        {
            case XElement element:
                element.SetValue(value);
                break;
            case XAttribute attribute:
                attribute.SetValue(value);
                break;
        }

        var settings = new XmlWriterSettings { OmitXmlDeclaration = document.Declaration is null, Encoding = encoding };
        using var writer = XmlWriter.Create(path, settings);
        document.Save(writer);
    }

    private static List<string> Peek(XDocument document, string xpath, (string prefix, string uri)[] namespaces) =>
        Find(document, xpath, namespaces)
            .Select(x => x is XAttribute attribute ? attribute.Value : ((XElement)x).Value)
            .ToList();

    private static List<XObject> Find(XDocument document, string xpath, (string prefix, string uri)[] namespaces)
    {
        var manager = new XmlNamespaceManager(new NameTable());
        foreach (var (prefix, uri) in namespaces)
            manager.AddNamespace(prefix, uri);
        return ((IEnumerable)document.XPathEvaluate(xpath, manager)).OfType<XObject>().ToList();
    }
}

using System.Xml;
using System.Xml.Linq;

namespace Slipway.Verification;

/// <summary>Loads the reports of other tools.</summary>
static class XmlFile
{
    /// <exception cref="VerificationException">It cannot be read or is not XML; the message names file and line.</exception>
    public static XElement Load(string path)
    {
        // Cobertura names a document type: it is not fetched.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(path, settings);
            return XDocument.Load(reader, LoadOptions.SetLineInfo).Root!;
        }
        catch (XmlException malformed)
        {
            throw new VerificationException($"{path}:{malformed.LineNumber}: {malformed.Message}", malformed);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new VerificationException($"{path} cannot be read: {failure.Message}", failure);
        }
    }

    /// <exception cref="VerificationException">The element has no such attribute, or one that is no number.</exception>
    public static long Number(this XElement element, string attribute, string path) =>
        long.TryParse(element.Attribute(attribute)?.Value, out var number)
            ? number
            : throw new VerificationException(
                $"{path}:{((IXmlLineInfo)element).LineNumber}: <{element.Name.LocalName}> needs a number '{attribute}'"
            );

    public static string Text(this XElement element, string attribute) => element.Attribute(attribute)?.Value ?? "";
}

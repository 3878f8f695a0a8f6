using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Slipway.Images;

/// <summary>What a restored NuGet package says of itself: its <c>.nuspec</c> (learn.microsoft.com/nuget/reference/nuspec).</summary>
sealed partial record PackageDescription
{
    /// <summary>Null: it states none.</summary>
    public StatedLicense? License { get; init; }

    public string? Authors { get; init; }

    public string? Copyright { get; init; }

    /// <summary>Where its sources are; an address without credentials.</summary>
    public Uri? Repository { get; init; }

    /// <summary>SHA-512 of the package as it is distributed, in lower-case hexadecimal digits.</summary>
    public string? Sha512 { get; init; }

    /// <summary>Reads it from the first folder that has exactly the package that the image was built with.</summary>
    /// <param name="folders">Of restored packages, such as <c>~/.nuget/packages</c>.</param>
    /// <returns>Nothing but a reason, in a few words, where it cannot be told.</returns>
    public static (PackageDescription? Found, string? WhyNot) Find(DepsLibrary package, IEnumerable<string> folders)
    {
        if (package.Path is not { Length: > 0 } path || path.Split('/').Contains("..", StringComparer.Ordinal))
            return (null, "the application does not say where it was restored to");
        foreach (var folder in folders)
        {
            var directory = Path.Combine(folder, path);
            if (!Directory.Exists(directory))
                continue;
            try
            {
                return IsAnother(package, directory)
                    ? (null, "the restored package has another content than the one in the image")
                    : (Read(package, directory), null);
            }
            catch (Exception exception)
                when (exception is IOException or UnauthorizedAccessException or XmlException or JsonException)
            {
                return (null, $"its description cannot be read: {OneLine(exception.Message)}");
            }
        }

        return (null, "it is not restored on this machine");
    }

    static PackageDescription Read(DepsLibrary package, string directory)
    {
        var file =
            Directory.EnumerateFiles(directory, "*.nuspec").Order(StringComparer.Ordinal).FirstOrDefault()
            ?? throw new IOException("there is no .nuspec");
        using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        var metadata =
            XDocument.Load(reader).Root?.Elements().FirstOrDefault(element => element.Name.LocalName is "metadata")
            ?? throw new XmlException("the .nuspec has no metadata");
        return new PackageDescription
        {
            License = LicenseOf(metadata),
            Authors = Text(metadata, "authors"),
            Copyright = Text(metadata, "copyright"),
            Repository = PublicAddress(Child(metadata, "repository")?.Attribute("url")?.Value),
            Sha512 = DistributedHash(package, directory),
        };
    }

    static StatedLicense? LicenseOf(XElement metadata)
    {
        var license = Child(metadata, "license");
        var value = license?.Value.Trim();
        if (value is { Length: > 0 })
            return license!.Attribute("type")?.Value is "expression" && ExpressionPattern().IsMatch(value)
                ? new StatedLicense(Expression: value)
                : new StatedLicense(Name: $"{value}, in the package");
        // Deprecated since NuGet 4.9; older packages have nothing else.
        return PublicAddress(Text(metadata, "licenseUrl")) is { } address
            ? new StatedLicense(Name: "stated by its address", Address: address)
            : null;
    }

    /// <summary>The hash that the image was built with is of the content; an unsigned package of the same name may differ.</summary>
    static bool IsAnother(DepsLibrary package, string directory)
    {
        var file = Path.Combine(directory, ".nupkg.metadata");
        if (package.ContentHash is null || !File.Exists(file))
            return false;
        using var metadata = JsonDocument.Parse(File.ReadAllBytes(file));
        return metadata.RootElement.TryGetProperty("contentHash", out var hash)
            && !package.ContentHash.Equals($"sha512-{hash.GetString()}", StringComparison.Ordinal);
    }

    static string? DistributedHash(DepsLibrary package, string directory)
    {
        var file = Path.Combine(directory, Path.GetFileName(package.HashPath ?? ""));
        if (package.HashPath is null || !File.Exists(file))
            return null;
        Span<byte> hash = stackalloc byte[64];
        return Convert.TryFromBase64String(File.ReadAllText(file).Trim(), hash, out var length) && length == hash.Length
            ? Convert.ToHexStringLower(hash)
            : null;
    }

    static Uri? PublicAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { Scheme: "https" or "http", UserInfo.Length: 0 }
            ? address
            : null;

    static XElement? Child(XElement parent, string name) =>
        parent.Elements().FirstOrDefault(element => element.Name.LocalName.Equals(name, StringComparison.Ordinal));

    static string? Text(XElement parent, string name) =>
        Child(parent, name)?.Value.Trim() is { Length: > 0 } text ? OneLine(text) : null;

    static string OneLine(string text) => text.ReplaceLineEndings(" ");

    /// <summary>An SPDX license expression's characters (SPDX 2.3, annex D); NuGet has checked its ids when it was packed.</summary>
    [GeneratedRegex(@"\A[A-Za-z0-9.+() -]+\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ExpressionPattern();
}

/// <summary>The license that a package states.</summary>
/// <param name="Expression">SPDX; null: it states it otherwise.</param>
sealed record StatedLicense(string? Expression = null, string? Name = null, Uri? Address = null);

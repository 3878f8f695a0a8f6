using System.Text.Json;

namespace Slipway.Images;

/// <summary>
/// The bill of materials of an image, in CycloneDX 1.6 (ECMA-424): the application's packages as its
/// <c>.deps.json</c> in the image names them, each file of its layer with its hash, the .NET that it needs, and the layers below.
/// </summary>
public static class Sbom
{
    /// <summary>What CycloneDX's tools look for.</summary>
    public const string Extension = ".cdx.json";

    /// <summary>
    /// Describes an image. The same image and the same restored packages give the same bytes: the one time in it is the
    /// image's own, which is the commit's.
    /// </summary>
    /// <param name="name">The image's, without registry and tag.</param>
    /// <param name="packageFolders">
    /// Where restored packages lie, for their licenses and hashes. What is not found there is told as a gap.
    /// </param>
    /// <exception cref="ImageException">The image is damaged, or does not say what it consists of.</exception>
    public static BillOfMaterials Of(
        OciLayout layout,
        Descriptor manifest,
        string name,
        IReadOnlyList<string> packageFolders,
        CancellationToken cancellationToken = default
    )
    {
        var content = ImageContent.Read(layout, manifest, cancellationToken);
        return new SbomDocument(content, name, packageFolders).Write();
    }

    /// <summary>The digest of the image that a document is of; null: it is no document that this class wrote.</summary>
    public static Digest? ImageOf(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var subject = document.RootElement.GetProperty("metadata").GetProperty("component");
            var hash = subject
                .GetProperty("hashes")
                .EnumerateArray()
                .Single(one => one.GetProperty("alg").ValueEquals("SHA-256"));
            return Digest.TryParse($"sha256:{hash.GetProperty("content").GetString()}", out var digest) ? digest : null;
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}

/// <summary>A bill of materials, written.</summary>
/// <param name="Image">What it is of.</param>
/// <param name="Json">CycloneDX 1.6, UTF-8.</param>
/// <param name="Packages">How many packages it names.</param>
/// <param name="Gaps">What it cannot tell, a line each; the document says it too.</param>
public sealed record BillOfMaterials(Digest Image, byte[] Json, int Packages, IReadOnlyList<string> Gaps)
{
    /// <summary>Writes it whole or not at all.</summary>
    /// <exception cref="ImageException">The disk is full, or the directory cannot be written.</exception>
    public void Save(string path) =>
        FileErrors.Explain(
            $"The bill of materials could not be written to {path}",
            () =>
            {
                var directory = Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!).FullName;
                DurableFile.Replace(path, directory, Json);
                return path;
            }
        );
}

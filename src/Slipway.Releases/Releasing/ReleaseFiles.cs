using System.Security.Cryptography;
using System.Text;

namespace Slipway.Releases;

/// <summary>The files of a release, and their checksums in the form that <c>sha256sum --check</c> reads.</summary>
static class ReleaseFiles
{
    public const string Checksums = ReleaseContent.ChecksumsFile;

    public const string ImageDigest = "image-digest.txt";

    /// <summary>Writes what a release itself makes, and answers all of its files, the checksums last.</summary>
    /// <param name="signer">Signs the statements; null: they are published unsigned.</param>
    /// <exception cref="ReleaseException">A file is missing, or two have one name.</exception>
    public static async Task<IReadOnlyList<AssetFile>> PrepareAsync(
        ReleaseContent content,
        string tag,
        ReleasedImage image,
        PayloadSigner? signer,
        CancellationToken cancellationToken
    )
    {
        var directory = Directory.CreateDirectory(Path.Combine(content.Directory, tag)).FullName;
        var digest = Path.Combine(directory, ImageDigest);
        await File.WriteAllTextAsync(digest, DigestLine(image), cancellationToken);
        var files = content.Files(image).Append(digest).ToList();
        foreach (var statement in content.Statements(image))
            files.Add(
                signer is null
                    ? statement
                    : await StatementFile.SignAsync(statement, directory, signer, cancellationToken)
            );
        files.Sort((left, right) => string.CompareOrdinal(NameOf(left), NameOf(right)));
        if (files.CountBy(NameOf, StringComparer.Ordinal).FirstOrDefault(name => name.Value > 1).Key is { } twice)
            throw new ReleaseException($"Two files of this release are named {twice}: rename one of them.");

        var sums = new StringBuilder();
        foreach (var file in files)
            sums.Append(await SumAsync(file, cancellationToken)).Append("  ").Append(NameOf(file)).Append('\n');
        var checksums = Path.Combine(directory, Checksums);
        await File.WriteAllTextAsync(checksums, sums.ToString(), cancellationToken);
        return [.. files.Append(checksums).Select(file => new AssetFile(NameOf(file), file, TypeOf(file)))];
    }

    /// <summary>Hexadecimal, in lower case.</summary>
    /// <exception cref="ReleaseException">The file cannot be read.</exception>
    public static async Task<string> SumAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ReleaseException($"{file}, a file of this release, cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>Name and checksum of each file.</summary>
    public static IReadOnlyDictionary<string, string> ReadChecksums(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split("  ", 2))
            .Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[1], parts => parts[0], StringComparer.Ordinal);

    static string NameOf(string file) => Path.GetFileName(file);

    static string DigestLine(ReleasedImage image) =>
        (image.Reference is null ? image.Digest : $"{image.Reference}@{image.Digest}") + "\n";

    static string TypeOf(string file) =>
        Path.GetExtension(file) switch
        {
            ".json" or ".jsonl" => "application/json",
            ".yaml" or ".yml" => "application/yaml",
            "" or ".txt" or ".md" => "text/plain",
            _ => "application/octet-stream",
        };
}

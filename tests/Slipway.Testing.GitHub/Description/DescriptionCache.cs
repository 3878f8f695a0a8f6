using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using Slipway.Databases.Npm;

namespace Slipway.Testing.GitHub;

/// <summary>
/// GitHub's published description of its API (npm <c>@octokit/openapi</c>), downloaded once, checked against its digest
/// and kept in the user's cache.
/// </summary>
static class DescriptionCache
{
    static readonly NpmPackage Package = new(
        "@octokit/openapi",
        "23.0.2",
        "pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg=="
    );

    /// <summary>The file of a description.</summary>
    /// <exception cref="IOException">It could not be had; the message says why.</exception>
    public static async Task<string> FileAsync(string name)
    {
        var directory = Path.Combine(Parent(), "slipway", "github-openapi", Package.Version);
        if (!Directory.Exists(directory))
            await FillAsync(directory);
        return Path.Combine(directory, name);
    }

    static async Task FillAsync(string directory)
    {
        var aside = $"{directory}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(aside);
        try
        {
            var tarball = await new NpmClient().DownloadAsync(Package, aside, CancellationToken.None);
            await CheckAsync(tarball);
            await UnpackAsync(tarball, aside);
            File.Delete(tarball);
            if (!Directory.Exists(directory))
                Directory.Move(aside, directory);
        }
        catch (IOException) when (Directory.Exists(directory))
        {
            // Another run was faster; what it put there is the same.
        }
        finally
        {
            if (Directory.Exists(aside))
                Directory.Delete(aside, recursive: true);
        }
    }

    static async Task CheckAsync(string tarball)
    {
        await using var file = File.OpenRead(tarball);
        var actual = Convert.ToBase64String(await SHA512.HashDataAsync(file));
        if (!actual.Equals(Package.Integrity, StringComparison.Ordinal))
            throw new InvalidOperationException(
                $"{Package.Name} {Package.Version} is not the one that was pinned: {actual}"
            );
    }

    /// <summary>Only the descriptions that are used: unpacked, the package takes 400 MB.</summary>
    static async Task UnpackAsync(string tarball, string directory)
    {
        await using var file = File.OpenRead(tarball);
        await using var content = new GZipStream(file, CompressionMode.Decompress);
        await using var entries = new TarReader(content);
        while (await entries.GetNextEntryAsync() is { } entry)
        {
            var name = Path.GetFileName(entry.Name);
            if (name is ApiDescription.PublicFile or ApiDescription.ServerFile)
                await entry.ExtractToFileAsync(Path.Combine(directory, name), overwrite: false);
        }
    }

    static string Parent() =>
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
}

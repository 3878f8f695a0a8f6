// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>The MD5 of a file in lower-case hex: a fingerprint for caches, not for security.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "The package's format; no secret depends on it.")]
    public static string GetFileHash(this AbsolutePath path)
    {
        Assert.FileExists(path);
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(MD5.HashData(stream));
    }

    /// <summary>The MD5 over the names and contents of all files below a directory.</summary>
    public static string GetDirectoryHash(this AbsolutePath path, Func<AbsolutePath, bool> includeFile = null)
    {
        Assert.DirectoryExists(path);
        return Directory
            .EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Select(AbsolutePath.Create)
            .Where(x => includeFile is null || includeFile(x))
            .GetFileSetHash(path);
    }

    /// <summary>The MD5 over files, in the order of their paths: each as its path relative to a directory and its content.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "The package's format; no secret depends on it.")]
    public static string GetFileSetHash(this IEnumerable<AbsolutePath> paths, string baseDirectory)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        foreach (var path in paths.Distinct().OrderBy(x => x.ToString(), StringComparer.InvariantCulture))
        {
            var name = PathConstruction.GetRelativePath(baseDirectory, path);
            md5.AppendData(Encoding.UTF8.GetBytes(PathConstruction.NormalizePath(name, separator: '/')));
            md5.AppendData(path.ReadAllBytes());
        }

        return Convert.ToHexStringLower(md5.GetHashAndReset());
    }
}

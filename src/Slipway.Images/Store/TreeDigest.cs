using System.Security.Cryptography;
using System.Text;

namespace Slipway.Images;

/// <summary>One digest for all names, kinds, modes and contents below a directory: what tells whether one was altered.</summary>
static class TreeDigest
{
    public static Digest Of(string root, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, info) in DirectoryTree.Entries(root))
        {
            cancellationToken.ThrowIfCancellationRequested();
            // NUL ends each part: no name contains it.
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\0{Describe(info)}\0"));
        }

        return Digest.FromHash(hash.GetHashAndReset());
    }

    static string Describe(FileSystemInfo info)
    {
        if (info.LinkTarget is { } target)
            return $"link {target}";
        var mode = OperatingSystem.IsWindows() ? 0 : (int)info.UnixFileMode;
        if (info is DirectoryInfo)
            return $"directory {mode}";
        using var file = File.OpenRead(info.FullName);
        return $"file {mode} {Digest.Of(file)}";
    }
}

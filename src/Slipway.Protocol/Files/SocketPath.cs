using System.Text;

namespace Slipway.Protocol.Files;

/// <summary>The path of a Unix socket.</summary>
public static class SocketPath
{
    /// <summary>What macOS takes, the shortest of the systems, without the closing zero (sun_path, unix(4)).</summary>
    public const int MaxBytes = 103;

    /// <summary>The full path; throws <see cref="FormatException"/> with one sentence when it is too long for a socket.</summary>
    public static string Parse(string path)
    {
        var full = Path.GetFullPath(path);
        var bytes = Encoding.UTF8.GetByteCount(full);
        return bytes <= MaxBytes
            ? full
            : throw new FormatException($"{full} has {bytes} bytes: a socket's path may have at most {MaxBytes}.");
    }
}

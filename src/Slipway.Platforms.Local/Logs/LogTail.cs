using System.Text;

namespace Slipway.Platforms.Local.Logs;

/// <summary>The end of a log, for the person who must act on a failure.</summary>
static class LogTail
{
    const int Lines = 20;
    const int Bytes = 16 * 1024;

    /// <summary>The last twenty lines, out of the last 16 KiB; nothing when there is no log.</summary>
    public static IReadOnlyList<string> Of(string file)
    {
        if (!File.Exists(file))
            return [];
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var isCut = stream.Length > Bytes;
        if (isCut)
            stream.Seek(-Bytes, SeekOrigin.End);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        // The first line begins in the middle where the file is longer.
        return [.. lines.Skip(isCut ? 1 : 0).TakeLast(Lines)];
    }
}

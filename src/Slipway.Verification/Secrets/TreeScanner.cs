using System.Collections.Concurrent;
using System.Text;

namespace Slipway.Verification.Secrets;

/// <summary>What a scan of the tracked files saw.</summary>
/// <param name="Files">How many files were read.</param>
/// <param name="TooLarge">Tracked text files beyond the bound, which were not read.</param>
public sealed record SecretScan(int Files, IReadOnlyList<SecretFinding> Findings, IReadOnlyList<string> TooLarge);

/// <summary>Scans the files that git tracks, as they lie in the working tree.</summary>
public static class TreeScanner
{
    /// <summary>Larger files are listed, not read: 2 MiB.</summary>
    public const int LargestFile = 2 * 1024 * 1024;

    /// <summary>As git does it: a zero byte near the start makes a file binary.</summary>
    const int Beginning = 8000;

    /// <exception cref="VerificationException">The directory is in no git repository, or git is missing.</exception>
    public static async Task<SecretScan> ScanAsync(string root, CancellationToken cancellationToken = default)
    {
        var listing = await Command.RunAsync("git", ["ls-files", "-z"], root, cancellationToken);
        if (listing.ExitCode != 0)
            throw new VerificationException(
                $"The files to scan for secrets are those that git tracks: {listing.Complaint}"
            );

        var files = listing.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var findings = new ConcurrentBag<SecretFinding>();
        var tooLarge = new ConcurrentBag<string>();
        var read = 0;
        Parallel.ForEach(
            files,
            new ParallelOptions { CancellationToken = cancellationToken },
            file =>
            {
                if (!TryRead(Path.Combine(root, file), out var text, out var large))
                {
                    if (large)
                        tooLarge.Add(file);
                    return;
                }

                Interlocked.Increment(ref read);
                foreach (var finding in SecretScanner.Scan(file, text))
                    findings.Add(finding);
            }
        );
        return new SecretScan(
            read,
            [.. findings.OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line)],
            [.. tooLarge.Order(StringComparer.Ordinal)]
        );
    }

    static bool TryRead(string path, out string text, out bool tooLarge)
    {
        text = "";
        tooLarge = false;
        var file = new FileInfo(path);
        // Tracked, but deleted here, a link, or a submodule: the link's target is tracked itself or outside.
        if (!file.Exists || file.LinkTarget is not null)
            return false;

        using var stream = file.OpenRead();
        var length = (int)Math.Min(stream.Length, LargestFile + 1);
        var bytes = new byte[Math.Min(length, Beginning)];
        var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        // UTF-16 announces itself and is full of zero bytes.
        var isUtf16 = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        if (!isUtf16 && bytes.AsSpan(0, count).Contains((byte)0))
            return false;
        tooLarge = length > LargestFile;
        if (tooLarge)
            return false;

        stream.Position = 0;
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        text = reader.ReadToEnd();
        return true;
    }
}

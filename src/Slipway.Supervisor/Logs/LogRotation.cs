using Slipway.Protocol.Files;

namespace Slipway.Supervisor.Logs;

/// <summary>
/// Keeps logs small that processes write to themselves. The file is copied and then emptied, since the process keeps it
/// open: what is written between the two is lost, which at most costs a few lines each 10 MiB.
/// </summary>
static class LogRotation
{
    public const long MaxBytes = 10 * 1024 * 1024;
    public const int Kept = 5;

    /// <summary>Rotates when the file has reached <paramref name="maxBytes"/>; a missing file is left alone.</summary>
    public static void RotateIfLarge(string path, long maxBytes = MaxBytes)
    {
        if (new FileInfo(path) is not { Exists: true } file || file.Length < maxBytes)
            return;
        RotatedFiles.MakeRoom(path, Kept);
        File.Copy(path, RotatedFiles.Older(path, 1));
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        stream.SetLength(0);
    }
}

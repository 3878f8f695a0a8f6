using System.Globalization;

namespace Slipway.Images;

/// <summary>Who holds a lock, in words, as the system knows it: nobody has to write it down.</summary>
static class LockHolder
{
    // "1: FLOCK  ADVISORY  WRITE 4711 00:2d:123456 0 EOF"; see proc_locks(5).
    const string Locks = "/proc/locks";
    const int KindField = 1;
    const int PidField = 4;

    /// <param name="path">The file that is locked, in full.</param>
    public static string Of(string path)
    {
        try
        {
            return Holders().FirstOrDefault(pid => HasOpen(pid, path)) is { } holder
                ? $"process {holder} ({NameOf(holder)})"
                : "another process";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }

    static IEnumerable<string> Holders() =>
        File.Exists(Locks)
            ? File.ReadLines(Locks)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(fields => fields.Length > PidField && fields[KindField] is "FLOCK")
                .Select(fields => fields[PidField])
                .Where(pid =>
                    int.TryParse(pid, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
                )
            : [];

    static bool HasOpen(string pid, string path)
    {
        try
        {
            return Directory
                .EnumerateFiles($"/proc/{pid}/fd")
                .Any(file => string.Equals(new FileInfo(file).LinkTarget, path, StringComparison.Ordinal));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    static string NameOf(string pid) => File.ReadAllText($"/proc/{pid}/comm").Trim();
}

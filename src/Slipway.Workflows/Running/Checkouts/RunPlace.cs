using Slipway.Workflows.Running.Processes;

namespace Slipway.Workflows.Running.Checkouts;

/// <summary>
/// Where the jobs of one run work: a private directory below the temporary one, so that nothing of the repository's own
/// directory is found upwards from it. It goes with the run; what a killed run left goes when the next one begins.
/// </summary>
public sealed class RunPlace : IDisposable
{
    const string Prefix = "slipway-run-";

    const long Large = 64 * 1024;

    readonly string _record;
    readonly FileStream _lock;

    RunPlace(string record, FileStream held, string directory)
    {
        _record = record;
        _lock = held;
        Directory = directory;
    }

    public string Directory { get; }

    /// <param name="records">
    /// Where the repository's runs are remembered: a file for each, locked for as long as the run lives.
    /// </param>
    /// <param name="temporary">Default: the user's temporary directory.</param>
    public static RunPlace Open(string records, string? temporary = null)
    {
        System.IO.Directory.CreateDirectory(records);
        foreach (var record in System.IO.Directory.EnumerateFiles(records))
            Clear(record);
        var parent = temporary ?? Path.GetTempPath();
        var directory = Path.Combine(parent, $"{Prefix}{Guid.NewGuid():N}"[..(Prefix.Length + 12)]);
        var path = Path.Combine(records, Path.GetFileName(directory));
        var held = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        // Remembered before it is there: a run that is killed between the two leaves no directory that nobody knows.
        held.Write(System.Text.Encoding.UTF8.GetBytes(directory));
        held.Flush(flushToDisk: true);
        if (OperatingSystem.IsWindows())
            System.IO.Directory.CreateDirectory(directory);
        else
            System.IO.Directory.CreateDirectory(
                directory,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        return new RunPlace(path, held, directory);
    }

    /// <summary>
    /// Ends what still works in a directory of the run, and removes what is large in it; the rest goes with the run. ext4
    /// without a journal uses the number of a removed file again only after a minute, and looks at each such number for
    /// every new file (its <c>recently_deleted</c>): a checkout behind a removed one takes several times as long.
    /// </summary>
    public static void Free(string directory)
    {
        WorkingBelow.End(directory);
        try
        {
            var all = new EnumerationOptions
            {
                RecurseSubdirectories = true,
                IgnoreInaccessible = true,
                AttributesToSkip = FileAttributes.ReparsePoint,
            };
            foreach (
                var file in new DirectoryInfo(directory).EnumerateFiles("*", all).Where(file => file.Length >= Large)
            )
                file.Delete();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It goes with the run.
        }
    }

    /// <summary>Removes a directory of the run, and ends what still works in it.</summary>
    public static void Remove(string directory)
    {
        WorkingBelow.End(directory);
        var whole = new DirectoryInfo(directory);
        if (!whole.Exists)
            return;
        // Thousands of files for each job, and somebody waits for it: all cores take part.
        var jobs = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
        Parallel.ForEach(whole.EnumerateDirectories("*", jobs), Delete);
        Delete(whole);
    }

    static void Delete(DirectoryInfo directory)
    {
        try
        {
            directory.Delete(recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A directory that nobody may write to, or a process that is still going away: the next run tries again.
        }
    }

    public void Dispose()
    {
        Remove(Directory);
        if (!System.IO.Directory.Exists(Directory))
            File.Delete(_record);
        _lock.Dispose();
    }

    static void Clear(string record)
    {
        try
        {
            using var held = new FileStream(record, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            using var reader = new StreamReader(held);
            var directory = reader.ReadToEnd();
            if (Path.GetFileName(directory).StartsWith(Prefix, StringComparison.Ordinal))
                Remove(directory);
            if (!System.IO.Directory.Exists(directory))
                File.Delete(record);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Its run is still at work.
        }
    }
}

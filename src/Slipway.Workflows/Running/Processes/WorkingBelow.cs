using System.Diagnostics;
using System.Globalization;

namespace Slipway.Workflows.Running.Processes;

/// <summary>
/// Processes that a job left: GitHub's runner ends them by a mark in their environment, which a deployment's own
/// processes would carry too. Here those end that still work in the job's directory.
/// </summary>
static class WorkingBelow
{
    /// <summary>Ends every process of this user whose working directory is in <paramref name="directory"/>; Linux only.</summary>
    public static void End(string directory)
    {
        if (!OperatingSystem.IsLinux())
            return;
        foreach (var entry in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(entry), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                continue;
            if (id != Environment.ProcessId && IsIn(entry, directory))
                End(id);
        }
    }

    static bool IsIn(string process, string directory)
    {
        try
        {
            return new FileInfo(Path.Combine(process, "cwd")).LinkTarget is { } working
                && (working + "/").StartsWith(directory + "/", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    static void End(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception gone)
            when (gone is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended by itself.
        }
    }
}

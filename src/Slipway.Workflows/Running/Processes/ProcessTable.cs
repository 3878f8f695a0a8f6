namespace Slipway.Workflows.Running;

sealed record RunningProcess(int Id, string CommandLine);

/// <summary>Linux' /proc.</summary>
static class ProcessTable
{
    /// <summary>The processes of this user that were started with a variable of that value.</summary>
    public static IReadOnlyList<RunningProcess> Carrying(string variable, string value)
    {
        if (!Directory.Exists("/proc/self"))
            return [];
        var wanted = $"{variable}={value}";
        return
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Select(directory => int.TryParse(Path.GetFileName(directory), out var id) ? id : 0)
                .Where(id => id > 0 && Read(id, "environ").Contains(wanted, StringComparer.Ordinal))
                .Select(id => new RunningProcess(id, string.Join(' ', Read(id, "cmdline")).Trim())),
        ];
    }

    static string[] Read(int id, string name)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{name}").Split('\0');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}

using Slipway.Testing;

namespace Slipway.EndToEndTests;

/// <summary>The repository that these tests were compiled in.</summary>
static class Repository
{
    public static string Root()
    {
        for (
            var directory = AppContext.BaseDirectory;
            directory is not null;
            directory = Path.GetDirectoryName(directory)
        )
        {
            if (File.Exists(Path.Combine(directory, "build.sh")))
                return directory;
        }

        throw new InvalidOperationException("build.sh is not above the tests.");
    }

    /// <summary>Uncommitted work of the source tree is part of what is tested.</summary>
    public static async Task OverlayAsync(string source, string clone)
    {
        var changed = await CommandLine.RunAsync(
            "git",
            ["ls-files", "-z", "--modified", "--others", "--exclude-standard"],
            source
        );
        foreach (
            var file in changed
                .Output.Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Select(name => name.Trim('\n'))
                .Where(name => name.Length > 0)
        )
            Overlay(Path.Combine(source, file), Path.Combine(clone, file));
    }

    static void Overlay(string from, string to)
    {
        if (!File.Exists(from))
        {
            File.Delete(to);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to, overwrite: true);
    }
}

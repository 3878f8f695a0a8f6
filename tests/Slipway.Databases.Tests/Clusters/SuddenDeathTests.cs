using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Slipway.Testing;

namespace Slipway.Databases.Tests.Clusters;

/// <summary>The process that wanted the server is killed with SIGKILL: it cannot clean up, and nothing may stay.</summary>
[UnsupportedOSPlatform("windows")]
public class SuddenDeathTests
{
    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_killed_process_leaves_neither_server_nor_directory(bool withItsWholeTree)
    {
        PostgresHere.Require();
        using var process = Start();
        var port = int.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        var directory = (await process.StandardOutput.ReadLineAsync())!;
        PostgresQueries.Listens(port).Should().BeTrue();
        Directory.Exists(directory).Should().BeTrue();

        process.Kill(entireProcessTree: withItsWholeTree);

        await Wait.UntilAsync(() => !PostgresQueries.Listens(port), "the server is gone");
        await Wait.UntilAsync(() => !Directory.Exists(directory), "the directory is gone");
    }

    [SkippableFact]
    public async Task A_process_killed_while_the_cluster_is_being_made_leaves_nothing()
    {
        PostgresHere.Require();
        using var temporary = new TempDirectory();
        File.SetUnixFileMode(temporary.Path, (UnixFileMode)0b111_111_111);
        using var process = Start(temporary.Path);
        await Wait.UntilAsync(() => Clusters(temporary.Path).Any(HasData), "initdb is at work");

        process.Kill();

        await Wait.UntilAsync(() => !Clusters(temporary.Path).Any(), "everything is gone");
    }

    static IEnumerable<string> Clusters(string temporary) =>
        Directory.EnumerateDirectories(temporary, "slipway-postgres-*");

    static bool HasData(string cluster) => Directory.Exists(Path.Combine(cluster, "data"));

    static Process Start(string? temporary = null)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            ArgumentList = { typeof(SuddenDeathTests).Assembly.Location },
        };
        if (temporary is not null)
            start.Environment["TMPDIR"] = temporary;
        return Process.Start(start)!;
    }
}

using System.Diagnostics;

namespace Slipway.Databases.Clusters;

/// <summary>
/// The small shell that owns a cluster's server and directory (<c>keep-cluster.sh</c>). It is no child of this process,
/// so that killing this one's whole tree does not take it along, and it ends the cluster when this process is gone.
/// </summary>
sealed class ClusterKeeper : IAsyncDisposable
{
    const int LogLines = 5;
    static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    /// <summary>Starts its arguments in the background, with its own standard input, and ends.</summary>
    const string Detach = "exec 3<&0; \"$@\" <&3 3<&- &";

    readonly Process _launcher;
    readonly string _directory;
    readonly Task<string> _complaint;

    ClusterKeeper(Process launcher, string directory)
    {
        _launcher = launcher;
        _directory = directory;
        ServerGone = launcher.StandardOutput.ReadToEndAsync();
        _complaint = launcher.StandardError.ReadToEndAsync();
    }

    /// <summary>Completes when the server has ended, or never came to be.</summary>
    public Task ServerGone { get; }

    /// <summary>What the keeper itself had to say; known once it is disposed.</summary>
    public string Complaint => _complaint.IsCompletedSuccessfully ? _complaint.Result.Trim() : "";

    public static ClusterKeeper Start(string directory, string binaries, int port, string owner, string password)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A session of its own: Ctrl-C in a terminal reaches neither the keeper nor the server.
        string[] session = ClusterOwner.OnSearchPath("setsid") ? ["setsid"] : [];
        string[] keeper = ["/bin/sh", "-c", Script(), "slipway-postgres", directory, binaries, $"{port}", owner];
        foreach (var argument in new[] { "-c", Detach, "slipway-postgres" }.Concat(session).Concat(keeper))
            start.ArgumentList.Add(argument);

        var launcher = Process.Start(start)!;
        launcher.StandardInput.Write($"{password}\n");
        launcher.StandardInput.Flush();
        return new ClusterKeeper(launcher, directory);
    }

    /// <summary>The end of the server's log, on one line.</summary>
    public string LastWords()
    {
        try
        {
            return string.Join(" | ", File.ReadLines(Path.Combine(_directory, "log")).TakeLast(LogLines));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <exception cref="TimeoutException">The server did not stop within 30 s: its directory may still be there.</exception>
    public async ValueTask DisposeAsync()
    {
        _launcher.StandardInput.Close();
        try
        {
            await _complaint.WaitAsync(StopLimit);
        }
        catch (TimeoutException slow)
        {
            throw new TimeoutException(
                $"The throw-away PostgreSQL in {_directory} did not stop within {StopLimit.TotalSeconds} s",
                slow
            );
        }
        finally
        {
            _launcher.Dispose();
        }
    }

    static string Script()
    {
        using var resource = typeof(ClusterKeeper).Assembly.GetManifestResourceStream("keep-cluster.sh")!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}

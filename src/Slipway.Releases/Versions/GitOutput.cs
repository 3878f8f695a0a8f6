using System.Diagnostics;

namespace Slipway.Releases;

/// <summary>A run of git whose output is read while it is written. To be disposed: a run that is left early is ended.</summary>
sealed class GitOutput(Process process, Func<string, ReleaseException> failed) : IAsyncDisposable
{
    readonly Task<string> _error = process.StandardError.ReadToEndAsync();

    public Stream Output => process.StandardOutput.BaseStream;

    /// <summary>To be called at the output's end, which is that of a failure as well.</summary>
    /// <exception cref="ReleaseException">Git failed; with what it said.</exception>
    public async Task EnsureSucceededAsync(CancellationToken cancellationToken)
    {
        var error = await _error.WaitAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw failed(error.Trim());
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}

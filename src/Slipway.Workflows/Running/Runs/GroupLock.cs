using System.Security.Cryptography;
using System.Text;

namespace Slipway.Workflows.Running.Runs;

/// <summary>
/// A concurrency group between runs on this machine: a file that is locked for as long as its holder lives. Who comes
/// later waits: a run of somebody else is never cancelled from here.
/// </summary>
sealed class GroupLock(string directory, TimeProvider time)
{
    static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    /// <param name="waiting">Called once when somebody else holds the group.</param>
    /// <exception cref="WorkflowException">Another run held it for half an hour.</exception>
    public async Task<IDisposable> EnterAsync(string group, Action waiting, CancellationToken cancellation)
    {
        Directory.CreateDirectory(directory);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(group.ToLowerInvariant())));
        var path = Path.Combine(directory, $"{name[..16]}.lock");
        var since = time.GetTimestamp();
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                if (time.GetElapsedTime(since) > Limit)
                    throw new WorkflowException(
                        $"Another run has held the concurrency group '{group}' for half an hour."
                    );
                if (isFirst)
                    waiting();
                await Task.Delay(Retry, time, cancellation);
            }
        }
    }
}

using System.Collections.Concurrent;
using Slipway.Delivery.State;

namespace Slipway.Proofs.Kills;

/// <summary>How much of each file was on the device before this process wrote to it.</summary>
sealed class Unflushed
{
    readonly ConcurrentDictionary<string, long> _lengths = new(StringComparer.Ordinal);

    public void Appending(string path) => _lengths.TryAdd(path, File.Exists(path) ? new FileInfo(path).Length : 0);

    public void Replaced(string path) => _lengths[path] = 0;

    /// <summary>The power is cut: names are there and contents are not.</summary>
    public void Lose()
    {
        foreach (var (path, length) in _lengths)
        {
            if (File.Exists(path))
                Disk.Real.Truncate(path, length);
        }
    }
}

using System.Reflection;
using Slipway.Delivery.State;

namespace Slipway.Proofs.Kills;

/// <summary>
/// Kills this process at the n-th point where it touches its disk or the platform: before each operation and each
/// effect, with half of a write on disk, and in the middle of an effect. It writes down the points that it has passed.
/// The lease is left out: it is renewed by the clock, and no two runs would have the same points.
/// </summary>
/// <param name="point">Counted from 0; below 0: none.</param>
sealed class PointFuse(int point, Flaw flaw) : IDisk
{
    readonly Lock _lock = new();
    readonly List<string> _passed = [];
    readonly Unflushed _unflushed = new();
    Timer? _timer;

    public IReadOnlyList<string> Passed => _passed;

    /// <summary>Runs an effect of the platform or of its database.</summary>
    public object? Around(MethodInfo method, object?[] arguments, Func<object?> call)
    {
        if (!typeof(Task).IsAssignableFrom(method.ReturnType))
            return call();
        Pass($"before {method.Name}");
        if (!IsHere($"in the middle of {method.Name}"))
            return call();
        _timer = new Timer(_ => Die(), state: null, Fuse.IntoTheEffect, Timeout.InfiniteTimeSpan);
        try
        {
            (call() as Task)?.Wait();
        }
        finally
        {
            Die();
        }

        return null;
    }

    public void WriteFlushed(string path, ReadOnlySpan<byte> content)
    {
        if (IsHere(path, "half written"))
        {
            Disk.Real.WriteFlushed(path, content[..(content.Length / 2)]);
            Die();
        }

        Disk.Real.WriteFlushed(path, content);
    }

    public void AppendFlushed(string path, ReadOnlySpan<byte> content)
    {
        if (IsHere(path, "half appended"))
        {
            Disk.Real.AppendFlushed(path, content[..(content.Length / 2)]);
            Die();
        }

        _unflushed.Appending(path);
        Disk.Real.AppendFlushed(path, content);
    }

    public void Truncate(string path, long length) => Disk.Real.Truncate(path, length);

    public void Replace(string from, string to)
    {
        Pass(to, "before it gets its name");
        Disk.Real.Replace(from, to);
        if (!IsLease(to))
            _unflushed.Replaced(to);
    }

    public void FlushDirectory(string path) => Disk.Real.FlushDirectory(path);

    public void Delete(string path)
    {
        Pass(path, "before it is deleted");
        Disk.Real.Delete(path);
    }

    void Pass(string where)
    {
        if (IsHere(where))
            Die();
    }

    void Pass(string path, string how)
    {
        if (IsHere(path, how))
            Die();
    }

    bool IsHere(string path, string how) => !IsLease(path) && IsHere($"{Kind(path)}: {how}");

    static bool IsLease(string path) => Path.GetFileName(path).StartsWith("lease.json", StringComparison.Ordinal);

    bool IsHere(string where)
    {
        lock (_lock)
        {
            _passed.Add(where);
            return _passed.Count - 1 == point;
        }
    }

    /// <summary>A backup is called by when it was made.</summary>
    static string Kind(string path) =>
        Path.GetFileName(Path.GetDirectoryName(path)) is "backups"
            ? $"backups/*{Path.GetExtension(path)}"
            : Path.GetFileName(path);

    void Die()
    {
        if (flaw == Flaw.FlushesNothing)
            _unflushed.Lose();
        Death.Now();
    }
}

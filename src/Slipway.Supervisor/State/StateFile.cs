using System.Text.Json;
using Slipway.Protocol.Files;

namespace Slipway.Supervisor.State;

/// <summary>The state file is not one.</summary>
sealed class InvalidStateException(string path, string why)
    : Exception(
        $"{path} is not a supervisor's state: {why} Restore it; or end the processes that it names, remove it, and deploy."
    );

/// <summary>The state on disk and in memory. Only one supervisor can hold it, until it is disposed or dies.</summary>
sealed class StateFile : IDisposable
{
    readonly Lock _gate = new();
    readonly string _path;
    readonly FileLock _lock;

    StateFile(string path, FileLock @lock)
    {
        _path = path;
        _lock = @lock;
        Current = Read(path);
    }

    public SupervisorState Current { get; private set; }

    /// <summary>
    /// Throws <see cref="FileLockedException"/> when another supervisor holds it, <see cref="InvalidStateException"/> when
    /// it cannot be understood.
    /// </summary>
    public static StateFile Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var held = FileLock.Take(path + ".lock");
        try
        {
            return new StateFile(path, held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>On disk when it returns; neither disk nor memory changed when it throws <see cref="IOException"/>.</summary>
    public void Update(Func<SupervisorState, SupervisorState> change)
    {
        lock (_gate)
        {
            var changed = change(Current);
            if (changed == Current)
                return;
            DurableFile.Write(
                _path,
                JsonSerializer.SerializeToUtf8Bytes(changed, SupervisorStateJson.Default.SupervisorState)
            );
            Current = changed;
        }
    }

    public void Dispose() => _lock.Dispose();

    static SupervisorState Read(string path)
    {
        if (!File.Exists(path))
            return SupervisorState.Empty;
        try
        {
            var state = JsonSerializer.Deserialize(
                File.ReadAllBytes(path),
                SupervisorStateJson.Default.SupervisorState
            );
            return state?.Version == SupervisorState.CurrentVersion
                ? state
                : throw new InvalidStateException(path, $"its version is {state?.Version}, not 1.");
        }
        catch (JsonException unreadable)
        {
            throw new InvalidStateException(path, unreadable.Message);
        }
    }
}

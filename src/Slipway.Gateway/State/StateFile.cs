using System.Text.Json;
using Slipway.Protocol.Files;

namespace Slipway.Gateway.State;

/// <summary>The state file is not one.</summary>
sealed class InvalidStateException(string path, string why)
    : Exception($"{path} is not a gateway's state: {why} Restore it, or remove it and deploy again.");

/// <summary>The state file on disk. Only one process can hold it, until it is disposed or dies.</summary>
sealed class StateFile : IDisposable
{
    readonly string _path;
    readonly FileLock _lock;

    StateFile(string path, FileLock @lock)
    {
        _path = path;
        _lock = @lock;
    }

    /// <summary>Throws <see cref="FileLockedException"/> when another gateway holds the file.</summary>
    public static StateFile Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new StateFile(path, FileLock.Take(path + ".lock"));
    }

    /// <summary>Empty when there is none yet; throws <see cref="InvalidStateException"/> when it cannot be understood.</summary>
    public GatewayState Read()
    {
        if (!File.Exists(_path))
            return GatewayState.Empty;
        try
        {
            var state = JsonSerializer.Deserialize(File.ReadAllBytes(_path), GatewayStateJson.Default.GatewayState);
            if (state?.Version != GatewayState.CurrentVersion)
                throw new InvalidStateException(_path, $"its version is {state?.Version}, not 1.");
            return state;
        }
        catch (JsonException unreadable)
        {
            throw new InvalidStateException(_path, unreadable.Message);
        }
    }

    /// <summary>On disk when it returns; the old content is whole when it throws <see cref="IOException"/>.</summary>
    public void Write(GatewayState state) =>
        DurableFile.Write(_path, JsonSerializer.SerializeToUtf8Bytes(state, GatewayStateJson.Default.GatewayState));

    public void Dispose() => _lock.Dispose();
}

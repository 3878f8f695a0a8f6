using System.Security.Cryptography;
using Slipway.Delivery.State;

namespace Slipway.Databases.Copies;

/// <summary>Directories that take the place of an environment's data directory for a moment.</summary>
sealed class ScratchDirectories(EnvironmentDirectory environment)
{
    /// <summary>A new one, empty.</summary>
    public string Create()
    {
        environment.CreateDirectory(environment.Scratch);
        var directory = Path.Combine(environment.Scratch, RandomNumberGenerator.GetHexString(8, lowercase: true));
        environment.CreateDirectory(directory);
        return directory;
    }

    public static void Remove(string directory)
    {
        if (Directory.Exists(directory))
            Directory.Delete(directory, recursive: true);
    }

    public void Sweep() => Remove(environment.Scratch);
}

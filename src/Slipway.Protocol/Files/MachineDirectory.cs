using System.Globalization;

namespace Slipway.Protocol.Files;

/// <summary>
/// What the environments of one user share on this machine: <c>/var/tmp/slipway-&lt;user id&gt;</c>, for root
/// <c>/var/lib/slipway-machine</c>. It is still there when the machine was restarted, as the environments are. Below
/// neither HOME nor TMPDIR: a job and a terminal of the same user, who must meet here, may have others. Nor where
/// workflows keep environments, <c>/var/lib/slipway</c>: that may be open to others, and may be removed.
/// </summary>
public static class MachineDirectory
{
    /// <summary>Creates (mode 0700) and answers it. Throws <see cref="IOException"/> when somebody else made it before us.</summary>
    public static string Ensure()
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException(
                "Platform local needs Linux or macOS: on Windows use WSL or Docker."
            );

        var user = Posix.UserId();
        var directory =
            user == Posix.Root
                ? "/var/lib/slipway-machine"
                : string.Create(CultureInfo.InvariantCulture, $"/var/tmp/slipway-{user}");
        RuntimeDirectory.EnsurePrivate(directory);
        return directory;
    }
}

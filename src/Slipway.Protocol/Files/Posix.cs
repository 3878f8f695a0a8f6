using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Slipway.Protocol.Files;

/// <summary>The few calls of POSIX that .NET has no name for.</summary>
static partial class Posix
{
    public const uint Root = 0;

    const int ReadOnly = 0;
    const int InvalidArgument = 22; // EINVAL, the same on Linux and macOS

    /// <summary>Makes a rename in the directory survive a power cut.</summary>
    public static void FlushDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = Open(directory, ReadOnly);
        if (descriptor < 0)
            throw Failure("open", directory);
        try
        {
            // Some file systems cannot flush a directory and say EINVAL: nothing better exists there.
            if (Flush(descriptor) != 0 && Marshal.GetLastPInvokeError() != InvalidArgument)
                throw Failure("fsync", directory);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    [UnsupportedOSPlatform("windows")]
    public static uint UserId() => EffectiveUserId();

    /// <summary>
    /// True when this user owns the path itself (a symbolic link is not followed): only its owner may set it to the owner
    /// that it has. Root may do anything, so for root it says nothing and is always true.
    /// </summary>
    [UnsupportedOSPlatform("windows")]
    public static bool Owns(string path)
    {
        var user = EffectiveUserId();
        return user == Root || ChangeOwner(path, user, uint.MaxValue) == 0;
    }

    static IOException Failure(string call, string path)
    {
        var error = new Win32Exception(Marshal.GetLastPInvokeError());
        return new IOException($"{call} {path}: {error.Message}", error);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Flush(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUserId();

    [LibraryImport("libc", EntryPoint = "lchown", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, uint owner, uint group);
}

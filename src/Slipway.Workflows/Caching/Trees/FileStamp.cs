using System.Runtime.InteropServices;

namespace Slipway.Workflows.Caching.Trees;

/// <summary>What a path is.</summary>
public enum FileKind
{
    Missing = 0,
    Regular = 1,
    Executable = 2,
    Link = 3,
    Directory = 4,

    /// <summary>A socket, a device: nothing with a content.</summary>
    Other = 5,
}

/// <summary>
/// What the system tells of a file without its content. Nobody sets the time of a file's last change of any kind (ctime)
/// by hand, so equal stamps mean an equal content. Links are not followed. On a system where all of that cannot be asked,
/// there are no stamps and every content is read.
/// </summary>
/// <param name="Modified">Nanoseconds since 1970, as is <paramref name="Changed"/>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FileStamp(
    FileKind Kind,
    long Size,
    long Modified,
    long Changed,
    ulong Inode,
    ulong Device
)
{
    /// <summary>Null: this system has none.</summary>
    /// <exception cref="CacheUnavailableException">The file is there and cannot be looked at.</exception>
    public static FileStamp? Of(string path) => OperatingSystem.IsLinux() ? Statx.Of(path) : null;
}

/// <summary>statx(2), whose structure is the same on every architecture.</summary>
static partial class Statx
{
    const int CurrentDirectory = -100; // AT_FDCWD
    const int NoFollow = 0x100; // AT_SYMLINK_NOFOLLOW
    const uint BasicStats = 0x7FF; // STATX_BASIC_STATS
    const int NoEntry = 2; // ENOENT
    const int NoDirectory = 20; // ENOTDIR

    const int TypeMask = 0xF000;
    const int Regular = 0x8000;
    const int Link = 0xA000;
    const int Directory = 0x4000;
    const int OwnerExecutes = 0x40;

    const long Second = 1_000_000_000;

    public static FileStamp? Of(string path)
    {
        if (Call(CurrentDirectory, path, NoFollow, BasicStats, out var found) == 0)
            return new FileStamp(
                KindOf(found.Mode),
                (long)found.Size,
                (found.ModifiedSeconds * Second) + found.ModifiedNanoseconds,
                (found.ChangedSeconds * Second) + found.ChangedNanoseconds,
                found.Inode,
                ((ulong)found.DeviceMajor << 32) | found.DeviceMinor
            );
        if (Marshal.GetLastPInvokeError() is NoEntry or NoDirectory)
            return default(FileStamp);
        throw new CacheUnavailableException($"{path} cannot be looked at: {Marshal.GetLastPInvokeErrorMessage()}.");
    }

    static FileKind KindOf(ushort mode) =>
        (mode & TypeMask) switch
        {
            Regular => (mode & OwnerExecutes) != 0 ? FileKind.Executable : FileKind.Regular,
            Link => FileKind.Link,
            Directory => FileKind.Directory,
            _ => FileKind.Other,
        };

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    struct Answer
    {
        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(96)]
        public long ChangedSeconds;

        [FieldOffset(104)]
        public uint ChangedNanoseconds;

        [FieldOffset(112)]
        public long ModifiedSeconds;

        [FieldOffset(120)]
        public uint ModifiedNanoseconds;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Call(int directory, string path, int flags, uint mask, out Answer answer);
}

using System.Formats.Tar;

namespace Slipway.Images;

/// <summary>
/// Packs a directory as a layer whose bytes depend on names and contents alone: entries in ordinal order, one time,
/// owner root, modes by what a file is. Neither the umask, the file system's order, the user nor the clock shows.
/// </summary>
/// <remarks>
/// GNU's tar format: names of any length without PAX headers, into whose names .NET writes its process id.
/// </remarks>
static class TarLayer
{
    const UnixFileMode DirectoryMode = (UnixFileMode)0b111_101_101;
    const UnixFileMode ExecutableMode = (UnixFileMode)0b111_101_101;
    const UnixFileMode FileMode = (UnixFileMode)0b110_100_100;

    /// <param name="content">The directory whose content is packed.</param>
    /// <param name="place">Where it goes in the image: an absolute path; its parents get entries as well.</param>
    /// <param name="time">The time of each entry, cut to seconds.</param>
    /// <exception cref="ImageException">The directory is missing, empty, or holds a link.</exception>
    public static void Write(
        string content,
        string place,
        DateTimeOffset time,
        Stream destination,
        CancellationToken cancellationToken
    )
    {
        var root = place.Trim('/');
        var seconds = DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
        using var tar = new TarWriter(destination, TarEntryFormat.Gnu, leaveOpen: true);

        foreach (var parent in WithParents(root))
            tar.WriteEntry(NewEntry(TarEntryType.Directory, parent + "/", DirectoryMode, seconds));

        foreach (var (name, info) in Entries(content))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entryName = root.Length == 0 ? name : $"{root}/{name}";
            if (info is DirectoryInfo)
            {
                tar.WriteEntry(NewEntry(TarEntryType.Directory, entryName + "/", DirectoryMode, seconds));
                continue;
            }

            using var file = new FileStream(info.FullName, System.IO.FileMode.Open, FileAccess.Read, FileShare.Read);
            var mode = ExecutableFile.Is(file, info.Name) ? ExecutableMode : FileMode;
            var entry = NewEntry(TarEntryType.RegularFile, entryName, mode, seconds);
            entry.DataStream = file;
            tar.WriteEntry(entry);
        }
    }

    static GnuTarEntry NewEntry(TarEntryType type, string name, UnixFileMode mode, DateTimeOffset time) =>
        new(type, name)
        {
            Mode = mode,
            ModificationTime = time,
            AccessTime = default,
            ChangeTime = default,
            Uid = 0,
            Gid = 0,
        };

    static IEnumerable<string> WithParents(string root)
    {
        for (var end = root.IndexOf('/', StringComparison.Ordinal); end >= 0; end = root.IndexOf('/', end + 1))
            yield return root[..end];
        if (root.Length > 0)
            yield return root;
    }

    static List<(string Name, FileSystemInfo Info)> Entries(string content)
    {
        var directory = new DirectoryInfo(content);
        if (!directory.Exists)
            throw new ImageException($"{directory.FullName} is not there: publish the application first.");

        var entries = DirectoryTree.Entries(directory.FullName);
        if (entries.Find(entry => entry.Info.LinkTarget is not null) is { Info: { } link })
            throw new ImageException(
                $"{link.FullName} is a link to '{link.LinkTarget}': a layer holds files. Publish a copy of what it points to."
            );
        if (!entries.Exists(entry => entry.Info is FileInfo))
            throw new ImageException($"{directory.FullName} holds no file: publish the application first.");
        return entries;
    }
}

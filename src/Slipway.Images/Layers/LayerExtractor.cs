using System.Formats.Tar;

namespace Slipway.Images;

/// <summary>
/// Applies a layer to a directory (OCI image-spec 1.1, layer.md). Files become read-only, devices are refused, links
/// stay inside, owners are not taken over.
/// </summary>
static class LayerExtractor
{
    const string Whiteout = ".wh.";
    const string OpaqueWhiteout = ".wh..wh..opq";

    const UnixFileMode DirectoryMode = (UnixFileMode)0b111_101_101;
    const UnixFileMode ExecutableMode = (UnixFileMode)0b101_101_101;
    const UnixFileMode FileMode = (UnixFileMode)0b100_100_100;
    const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Removes what the layer hides of those below it. A layer's whiteouts never concern its own files.</summary>
    public static void ApplyWhiteouts(Stream tar, string root, CancellationToken cancellationToken) =>
        ForEachEntry(
            tar,
            (_, parts) =>
            {
                if (parts.Length == 0 || !parts[^1].StartsWith(Whiteout, StringComparison.Ordinal))
                    return;
                var parent = parts[..^1];
                if (parts[^1] is not OpaqueWhiteout)
                {
                    Remove(RootedPath.Resolve(root, [.. parent, ParseHidden(parts[^1])]));
                    return;
                }

                var directory = new DirectoryInfo(RootedPath.Resolve(root, [.. parent, "."]));
                foreach (var child in directory.Exists ? directory.EnumerateFileSystemInfos() : [])
                    Remove(child.FullName);
            },
            cancellationToken
        );

    /// <summary>Adds the layer's files, directories and links.</summary>
    public static void ApplyEntries(Stream tar, string root, CancellationToken cancellationToken) =>
        ForEachEntry(
            tar,
            (entry, parts) =>
            {
                if (parts.Length > 0 && !parts[^1].StartsWith(Whiteout, StringComparison.Ordinal))
                    Apply(entry, root, parts);
            },
            cancellationToken
        );

    static string ParseHidden(string whiteout) =>
        whiteout[Whiteout.Length..] is { Length: > 0 } name and not ("." or "..")
            ? name
            : throw new ImageException($"A layer has a whiteout '{whiteout}' that names nothing: it is not unpacked.");

    static void ForEachEntry(Stream tar, Action<TarEntry, string[]> action, CancellationToken cancellationToken)
    {
        using var reader = new TarReader(tar, leaveOpen: true);
        while (reader.GetNextEntry() is { } entry)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entry.EntryType is not TarEntryType.GlobalExtendedAttributes)
                action(entry, RootedPath.Split(entry.Name));
        }
    }

    static void Apply(TarEntry entry, string root, string[] parts)
    {
        var path = RootedPath.Resolve(root, parts);
        if (entry.EntryType is not TarEntryType.Directory)
            Remove(path);
        else if (File.Exists(path) || new DirectoryInfo(path).LinkTarget is not null)
            Remove(path);
        NewDirectory(entry.Name, entry.EntryType is TarEntryType.Directory ? path : Path.GetDirectoryName(path)!);

        switch (entry.EntryType)
        {
            case TarEntryType.Directory:
                break;
            case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                WriteFile(entry, path);
                break;
            case TarEntryType.SymbolicLink:
                File.CreateSymbolicLink(path, Inside(root, path, entry.LinkName));
                break;
            case TarEntryType.HardLink:
                CopyFile(RootedPath.Resolve(root, RootedPath.Split(entry.LinkName)), path, entry);
                break;
            default:
                throw new ImageException(
                    $"A layer holds '{entry.Name}', a {entry.EntryType}: only files, directories and links are unpacked."
                );
        }
    }

    static void WriteFile(TarEntry entry, string path)
    {
        using (var file = new FileStream(path, System.IO.FileMode.CreateNew, FileAccess.Write))
            entry.DataStream?.CopyTo(file);
        Finish(path, entry.Mode, entry.ModificationTime.UtcDateTime);
    }

    /// <summary>A hard link is a copy here: .NET makes none, and a copy cannot reach outside.</summary>
    static void CopyFile(string source, string path, TarEntry entry)
    {
        var info = new FileInfo(source);
        if (!info.Exists || info.LinkTarget is not null)
            throw new ImageException($"A layer links '{entry.Name}' to '{entry.LinkName}', which is no file in it.");
        File.Copy(source, path);
        Finish(path, OperatingSystem.IsWindows() ? entry.Mode : File.GetUnixFileMode(source), info.LastWriteTimeUtc);
    }

    static void Finish(string path, UnixFileMode mode, DateTime utc)
    {
        // Kept, because a web server derives entity tags from it: they must agree between instances.
        File.SetLastWriteTimeUtc(path, utc);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, (mode & AnyExecute) == UnixFileMode.None ? FileMode : ExecutableMode);
    }

    static void NewDirectory(string name, string path)
    {
        for (var parent = path; !Directory.Exists(parent); parent = Path.GetDirectoryName(parent)!)
        {
            if (File.Exists(parent))
                throw new ImageException($"A layer has '{name}' below a file: it is not unpacked.");
        }

        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, DirectoryMode);
    }

    /// <summary>An absolute target begins at the image's root, so that it means the same outside of a container.</summary>
    static string Inside(string root, string path, string target) =>
        target.StartsWith('/')
            ? Path.GetRelativePath(Path.GetDirectoryName(path)!, Path.Combine(root, target.TrimStart('/')))
            : target;

    static void Remove(string path)
    {
        var info = new FileInfo(path);
        if (info.Exists || info.LinkTarget is not null)
            File.Delete(path);
        else if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }
}

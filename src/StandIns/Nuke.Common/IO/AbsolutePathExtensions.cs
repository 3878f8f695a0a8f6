// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Utilities;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.IO;

/// <summary>What builds do with files and directories. What creates something returns its path.</summary>
public static partial class AbsolutePathExtensions
{
    public static bool IsDotDirectory(this AbsolutePath path) => path.DirectoryExists() && path.Name.StartsWith('.');

    /// <summary>Whether the path ends with one of the extensions, whatever their case.</summary>
    public static bool HasExtension(this AbsolutePath path, string extension, params string[] alternativeExtensions) =>
        path.ToString().EndsWithAnyOrdinalIgnoreCase(alternativeExtensions.Prepend(extension));

    /// <summary>The path with another extension, given with or without its dot.</summary>
    public static AbsolutePath WithExtension(this AbsolutePath path, string extension) =>
        path.Parent / Path.ChangeExtension(path.Name, extension);

    public static FileInfo ToFileInfo(this AbsolutePath path) => path is null ? null : new FileInfo(path);

    public static DirectoryInfo ToDirectoryInfo(this AbsolutePath path) =>
        path is null ? null : new DirectoryInfo(path);

    /// <summary>The first directory above an existing file that fulfils the condition, else null.</summary>
    public static AbsolutePath FindParent(this AbsolutePath path, Func<AbsolutePath, bool> predicate)
    {
        Assert.True(path.FileExists());
        return path.Descendants(x => x.Parent).FirstOrDefault(predicate);
    }

    /// <summary>The existing path itself or the first directory above that fulfils the condition, else null.</summary>
    public static AbsolutePath FindParentOrSelf(this AbsolutePath path, Func<AbsolutePath, bool> predicate)
    {
        Assert.True(path.FileExists() || path.DirectoryExists());
        return path.DescendantsAndSelf(x => x.Parent).FirstOrDefault(predicate);
    }

    /// <summary>When the file was last written; for a directory, when anything below it last was.</summary>
    public static DateTime GetLastWriteTimeUtc(this AbsolutePath path)
    {
        if (path.DirectoryExists())
        {
            return path.ToDirectoryInfo()
                .EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
                .Max(x => x.LastWriteTimeUtc);
        }

        Assert.FileExists(path);
        return File.GetLastWriteTimeUtc(path);
    }
}

using System.IO.Enumeration;

namespace Slipway.Images;

static class DirectoryTree
{
    // By default hidden files would be left out, and directories that may not be read passed over in silence.
    static readonly EnumerationOptions All = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
    };

    /// <summary>Everything below a directory, by ordinal order of names with forward slashes. Links are not followed.</summary>
    public static List<(string Name, FileSystemInfo Info)> Entries(string root)
    {
        var found = new FileSystemEnumerable<FileSystemInfo>(root, (ref entry) => entry.ToFileSystemInfo(), All)
        {
            ShouldRecursePredicate = (ref entry) =>
                (entry.Attributes & FileAttributes.ReparsePoint) == FileAttributes.None,
        };
        var entries = found
            .Select(info => (Path.GetRelativePath(root, info.FullName).Replace(Path.DirectorySeparatorChar, '/'), info))
            .ToList();
        entries.Sort((left, right) => string.CompareOrdinal(left.Item1, right.Item1));
        return entries;
    }
}

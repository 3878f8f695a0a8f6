// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

namespace Nuke.Common.IO;

public static partial class AbsolutePathExtensions
{
    /// <summary>
    /// The files of a directory in the order of their names, then those of its directories.
    /// As in NUKE, a depth above 1 takes all levels down to it.
    /// </summary>
    public static IEnumerable<AbsolutePath> GetFiles(
        this AbsolutePath path,
        string pattern = "*",
        int depth = 1,
        FileAttributes attributes = FileAttributes.None
    )
    {
        Assert.True(depth >= 0);
        return depth == 0
            ? []
            : path.GetDirectories(depth: depth - 1)
                .Prepend(path)
                .SelectMany(x => Filter(Directory.EnumerateFiles(x, pattern), attributes));
    }

    /// <summary>The directories below a directory, level by level, each level in the order of the names.</summary>
    public static IEnumerable<AbsolutePath> GetDirectories(
        this AbsolutePath path,
        string pattern = "*",
        int depth = 1,
        FileAttributes attributes = FileAttributes.None
    )
    {
        Assert.True(depth >= 0);
        return Levels();

        IEnumerable<AbsolutePath> Levels()
        {
            string[] level = [path];
            for (var i = 0; i < depth && level.Length > 0; i++)
            {
                foreach (
                    var directory in Filter(
                        level.SelectMany(x => Directory.EnumerateDirectories(x, pattern)),
                        attributes
                    )
                )
                    yield return directory;
                level = level.SelectMany(Directory.GetDirectories).ToArray();
            }
        }
    }

    private static IEnumerable<AbsolutePath> Filter(IEnumerable<string> paths, FileAttributes attributes) =>
        paths
            .Where(x => attributes == FileAttributes.None || (File.GetAttributes(x) & attributes) == attributes)
            .Order(StringComparer.Ordinal)
            .Select(AbsolutePath.Create);
}

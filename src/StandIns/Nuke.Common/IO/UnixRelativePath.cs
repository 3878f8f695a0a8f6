// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using static Nuke.Common.IO.PathConstruction;

namespace Nuke.Common.IO;

/// <summary>A path without a root, with forward slashes on every system.</summary>
public class UnixRelativePath : RelativePath
{
    protected UnixRelativePath(string path, char? separator)
        : base(path, separator) { }

    public static explicit operator UnixRelativePath(string path) =>
        new(NormalizePath(path, UnixSeparator), UnixSeparator);
}

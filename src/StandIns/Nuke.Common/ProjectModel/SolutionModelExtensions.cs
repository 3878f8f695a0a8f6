// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>Reads solutions.</summary>
public static class SolutionModelExtensions
{
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static Solution ReadSolution(this AbsolutePath path)
    {
        Assert.FileExists(path);
        return new Solution(path);
    }
}

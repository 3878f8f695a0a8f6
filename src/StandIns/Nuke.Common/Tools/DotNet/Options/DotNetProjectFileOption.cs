// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands that call what they work on a project file.</summary>
public interface IDotNetProjectFileOption
{
    string ProjectFile { get; }
}

/// <summary>Changes what <see cref="IDotNetProjectFileOption"/> holds.</summary>
public static class DotNetProjectFileOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetProjectFileOption
    {
        public T SetProjectFile(string v) => o.Set(o.ProjectFile, v);

        public T ResetProjectFile() => o.Reset(o.ProjectFile);
    }
}

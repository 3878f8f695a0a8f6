// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands that call what they work on a project.</summary>
public interface IDotNetProjectOption
{
    string Project { get; }
}

/// <summary>Changes what <see cref="IDotNetProjectOption"/> holds.</summary>
public static class DotNetProjectOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetProjectOption
    {
        public T SetProject(string v) => o.Set(o.Project, v);

        public T ResetProject() => o.Reset(o.Project);
    }
}

// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands that call what they work on a target path.</summary>
public interface IDotNetTargetPathOption
{
    string TargetPath { get; }
}

/// <summary>Changes what <see cref="IDotNetTargetPathOption"/> holds.</summary>
public static class DotNetTargetPathOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetTargetPathOption
    {
        public T SetTargetPath(string v) => o.Set(o.TargetPath, v);

        public T ResetTargetPath() => o.Reset(o.TargetPath);
    }
}

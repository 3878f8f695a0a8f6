// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands that install a tool in a version.</summary>
public interface IDotNetToolVersionOption
{
    string Version { get; }
}

/// <summary>Changes what <see cref="IDotNetToolVersionOption"/> holds.</summary>
public static class DotNetToolVersionOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetToolVersionOption
    {
        public T SetVersion(string v) => o.Set(o.Version, v);

        public T ResetVersion() => o.Reset(o.Version);
    }
}

// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands for one runtime identifier.</summary>
public interface IDotNetRuntimeOption
{
    string Runtime { get; }
}

/// <summary>Changes what <see cref="IDotNetRuntimeOption"/> holds.</summary>
public static class DotNetRuntimeOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetRuntimeOption
    {
        public T SetRuntime(string v) => o.Set(o.Runtime, v);

        public T ResetRuntime() => o.Reset(o.Runtime);
    }
}

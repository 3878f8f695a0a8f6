// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands that build first, unless told not to.</summary>
public interface IDotNetNoBuildOption
{
    bool? NoBuild { get; }
}

/// <summary>Changes what <see cref="IDotNetNoBuildOption"/> holds.</summary>
public static class DotNetNoBuildOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetNoBuildOption
    {
        public T SetNoBuild(bool? v) => o.Set(o.NoBuild, v);

        public T ResetNoBuild() => o.Reset(o.NoBuild);

        public T EnableNoBuild() => o.Set(o.NoBuild, true);

        public T DisableNoBuild() => o.Set(o.NoBuild, false);

        public T ToggleNoBuild() => o.Set(o.NoBuild, !o.NoBuild);
    }
}

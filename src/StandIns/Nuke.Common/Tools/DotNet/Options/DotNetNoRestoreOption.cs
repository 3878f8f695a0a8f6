// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands that restore first, unless told not to.</summary>
public interface IDotNetNoRestoreOption
{
    bool? NoRestore { get; }
}

/// <summary>Changes what <see cref="IDotNetNoRestoreOption"/> holds.</summary>
public static class DotNetNoRestoreOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetNoRestoreOption
    {
        public T SetNoRestore(bool? v) => o.Set(o.NoRestore, v);

        public T ResetNoRestore() => o.Reset(o.NoRestore);

        public T EnableNoRestore() => o.Set(o.NoRestore, true);

        public T DisableNoRestore() => o.Set(o.NoRestore, false);

        public T ToggleNoRestore() => o.Set(o.NoRestore, !o.NoRestore);
    }
}

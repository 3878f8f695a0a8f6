// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands that print a banner.</summary>
public interface IDotNetNoLogoOption
{
    bool? NoLogo { get; }
}

/// <summary>Changes what <see cref="IDotNetNoLogoOption"/> holds.</summary>
public static class DotNetNoLogoOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetNoLogoOption
    {
        public T SetNoLogo(bool? v) => o.Set(o.NoLogo, v);

        public T ResetNoLogo() => o.Reset(o.NoLogo);

        public T EnableNoLogo() => o.Set(o.NoLogo, true);

        public T DisableNoLogo() => o.Set(o.NoLogo, false);

        public T ToggleNoLogo() => o.Set(o.NoLogo, !o.NoLogo);
    }
}

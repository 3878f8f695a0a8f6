// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands that may ask.</summary>
public interface IDotNetInteractiveOption
{
    bool? Interactive { get; }
}

/// <summary>Changes what <see cref="IDotNetInteractiveOption"/> holds.</summary>
public static class DotNetInteractiveOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetInteractiveOption
    {
        public T SetInteractive(bool? v) => o.Set(o.Interactive, v);

        public T ResetInteractive() => o.Reset(o.Interactive);

        public T EnableInteractive() => o.Set(o.Interactive, true);

        public T DisableInteractive() => o.Set(o.Interactive, false);

        public T ToggleInteractive() => o.Set(o.Interactive, !o.Interactive);
    }
}

// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Commands whose output can bring the runtime along.</summary>
public interface IDotNetSelfContainedOption
{
    bool? SelfContained { get; }
}

/// <summary>Changes what <see cref="IDotNetSelfContainedOption"/> holds.</summary>
public static class DotNetSelfContainedOption
{
    extension<T>(T o)
        where T : ToolOptions, IDotNetSelfContainedOption
    {
        public T SetSelfContained(bool? v) => o.Set(o.SelfContained, v);

        public T ResetSelfContained() => o.Reset(o.SelfContained);

        public T EnableSelfContained() => o.Set(o.SelfContained, true);

        public T DisableSelfContained() => o.Set(o.SelfContained, false);

        public T ToggleSelfContained() => o.Set(o.SelfContained, !o.SelfContained);
    }
}
